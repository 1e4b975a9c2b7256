using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Topics;

namespace MspBot.Data.Materials.Topics;

/// <summary>A topic as the heads see it.</summary>
public sealed record TopicDetails
{
    public TopicId Id { get; init; }

    public required string Name { get; init; }

    public int Version { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Another has taken its place.</summary>
    public TopicId? MergedInto { get; init; }

    /// <summary>How many materials, meetings and people have it.</summary>
    public int Materials { get; init; }

    public int Meetings { get; init; }

    public int People { get; init; }

    public TopicStanding Standing => new(Version, RetiredAt is not null, MergedInto is not null);
}

/// <summary>The heads' list of topics.</summary>
public sealed class TopicReader(DbSession session)
{
    internal const string Select = """
        select t.id, t.name, t.version, t.retired_at, t.merged_into,
               (select count(*) from material_topic k where k.topic_id = t.id)::int as materials,
               (select count(*) from seminar_topic k where k.topic_id = t.id)::int as meetings,
               (select count(*) from topic_wish k where k.topic_id = t.id)::int as people
        from topic t
        """;

    public Task<TopicDetails?> One(TopicId id) => session.Find<TopicDetails>($"{Select} where t.id = @id", new { id });

    /// <summary>Those that stand in the list, by name.</summary>
    public Task<IReadOnlyList<TopicDetails>> Listed() =>
        session.Query<TopicDetails>($"{Select} where t.retired_at is null order by alphabetical(t.name), t.id");

    /// <summary>Those that were taken out of it and can be given back.</summary>
    public Task<IReadOnlyList<TopicDetails>> Retired() => session.Query<TopicDetails>(
        $"{Select} where t.retired_at is not null and t.merged_into is null order by alphabetical(t.name), t.id");

    /// <summary>The topic, or the one that has taken its place; null: there is none.</summary>
    public Task<TopicDetails?> Present(TopicId id) => session.Find<TopicDetails>(
        $"{Select} where t.id = (select coalesce(o.merged_into, o.id) from topic o where o.id = @id)", new { id });

    public Task<IReadOnlyList<(long Id, string Name)>> Names(IReadOnlyCollection<long> ids) =>
        session.Query<(long Id, string Name)>("select id, name from topic where id = any(@ids)", new { ids = ids.ToArray() });
}
