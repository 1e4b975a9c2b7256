using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Topics;

namespace MspBot.Data.Materials.Topics;

/// <summary>What became of a deed on a topic: why it was not done, and how the topic stands now.</summary>
public sealed record TopicResult(MaterialRefusal? Refusal, TopicDetails? After);

/// <summary>
/// Deeds on topics. One at a time changes the list; whoever only puts a topic on something does not wait. A merge holds the materials
/// first, then the topics.
/// </summary>
public sealed class TopicStore(DbSession session, TopicReader reader)
{
    public async Task<TopicResult> Add(string name)
    {
        await Lock();
        if (TopicStanding.Room(await Listed()) is { } refusal) return new(refusal, null);
        return await Insert(name) is { } id ? new(null, await reader.One(id)) : new(MaterialRefusal.SameTopic, null);
    }

    /// <summary>«Типовой список»: only where there is no topic at all; safe to run twice.</summary>
    public async Task<IReadOnlyList<TopicId>> AddTypical()
    {
        await Lock();
        if (await session.Value<bool>("select exists (select from topic)")) return [];
        var added = new List<TopicId>();
        foreach (var name in TypicalTopics.All)
        {
            if (await Insert(name) is { } id) added.Add(id);
        }
        return added;
    }

    public async Task<TopicResult> Rename(TopicId id, int seen, string name)
    {
        await Lock();
        if (await reader.One(id) is not { } topic) return new(MaterialRefusal.NoSuchTopic, null);
        if (topic.Standing.Rename(seen) is { } refusal) return new(refusal, topic);
        if (topic.Name == name) return new(MaterialRefusal.NothingChanged, topic);
        if (topic.RetiredAt is null && await IsTaken(name, id)) return new(MaterialRefusal.SameTopic, topic);
        return await Done(id, "update topic set name = @name, version = version + 1 where id = @id", new { id, name });
    }

    /// <summary>«Убрать из списка»: what carries it keeps it.</summary>
    public async Task<TopicResult> Retire(TopicId id, int seen, DateTimeOffset now)
    {
        await Lock();
        if (await reader.One(id) is not { } topic) return new(MaterialRefusal.NoSuchTopic, null);
        if (topic.Standing.Retire(seen) is { } refusal) return new(refusal, topic);
        return await Done(id, "update topic set retired_at = @now, version = version + 1 where id = @id", new { id, now });
    }

    /// <summary>«Вернуть в список»</summary>
    public async Task<TopicResult> GiveBack(TopicId id, int seen)
    {
        await Lock();
        if (await reader.One(id) is not { } topic) return new(MaterialRefusal.NoSuchTopic, null);
        if (topic.Standing.GiveBack(seen, await Listed()) is { } refusal) return new(refusal, topic);
        if (await IsTaken(topic.Name, id)) return new(MaterialRefusal.SameTopic, topic);
        return await Done(id, "update topic set retired_at = null, version = version + 1 where id = @id", new { id });
    }

    /// <summary>Everything that carries <paramref name="from"/> carries <paramref name="into"/> instead, once.</summary>
    /// <param name="from">Goes out of the list for ever.</param>
    /// <param name="seen">Its version, as it was seen.</param>
    /// <param name="into">Takes its place.</param>
    /// <param name="intoSeen">Its version, as it was seen.</param>
    /// <param name="now">The turn's moment.</param>
    /// <returns>How the topic stands that took the place; refused: the one that was to go.</returns>
    public async Task<TopicResult> Merge(TopicId from, int seen, TopicId into, int intoSeen, DateTimeOffset now)
    {
        if (from == into) return new(MaterialRefusal.MergedWithItself, await reader.One(from));
        await Lock();
        await session.Query<long>("""
            select m.id from material m where exists (select from material_topic k where k.material_id = m.id and k.topic_id = @from)
            order by m.id for no key update
            """, new { from });
        // Against whoever is putting one of them on something: that is done before, or finds the topic gone.
        await session.Query<long>("select id from topic where id in (@from, @into) order by id for update", new { from, into });
        if (await reader.One(from) is not { } one || await reader.One(into) is not { } other)
            return new(MaterialRefusal.NoSuchTopic, null);
        if ((one.Standing.MergeAway(seen) ?? other.Standing.Receive(intoSeen)) is { } refusal) return new(refusal, one);
        return await Done(into, """
            insert into material_topic (material_id, topic_id) select material_id, @into from material_topic where topic_id = @from
                on conflict do nothing;
            insert into seminar_topic (seminar_id, topic_id) select seminar_id, @into from seminar_topic where topic_id = @from
                on conflict do nothing;
            insert into topic_wish as w (person_id, topic_id, since) select person_id, @into, since from topic_wish where topic_id = @from
                on conflict (person_id, topic_id) do update set since = greatest(w.since, excluded.since);
            delete from material_topic where topic_id = @from;
            delete from seminar_topic where topic_id = @from;
            delete from topic_wish where topic_id = @from;
            update topic set merged_into = @into where merged_into = @from;
            update topic set retired_at = coalesce(retired_at, @now), merged_into = @into, version = version + 1 where id = @from;
            update topic set version = version + 1 where id = @into
            """, new { from, into, now });
    }

    /// <summary>Until the transaction ends nobody else changes the list; rows that point to it are written all the same.</summary>
    private Task<int> Lock() => session.Execute("lock table topic in share row exclusive mode");

    private Task<int> Listed() => session.Value<int>("select count(*)::int from topic where retired_at is null");

    private Task<bool> IsTaken(string name, TopicId but) => session.Value<bool>("""
        select exists (select from topic where retired_at is null and folded(name) = folded(@name) and id <> @but)
        """, new { name, but });

    private async Task<TopicId?> Insert(string name) => await session.Find<long?>("""
        insert into topic (name) values (@name) on conflict (folded(name)) where retired_at is null do nothing returning id
        """, new { name }) is { } id ? new TopicId(id) : null;

    private async Task<TopicResult> Done(TopicId id, string sql, object args)
    {
        await session.Execute(sql, args);
        return new(null, await reader.One(id));
    }
}
