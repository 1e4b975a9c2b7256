using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Broadcasts.Topics;

/// <summary>What became of a tick.</summary>
public enum MeetingTopicResult
{
    Changed,

    /// <summary>It was so before.</summary>
    AsBefore,

    /// <summary>The meeting has as many as it may.</summary>
    Full,
    NoSuchTopic,
}

/// <summary>What a meeting is about.</summary>
public sealed class MeetingTopicStore(DbSession session)
{
    /// <summary>The topics of the list, and those that the meeting has already.</summary>
    public Task<IReadOnlyList<AskedTopic>> All(SeminarId seminar) => session.Query<AskedTopic>("""
        select t.id as topic, t.name, k.topic_id is not null as ticked
        from topic t
        left join seminar_topic k on k.seminar_id = @seminar and k.topic_id = t.id
        where t.retired_at is null or k.topic_id is not null
        order by alphabetical(t.name), t.id
        """, new { seminar });

    public async Task<MeetingTopicResult> Set(SeminarId seminar, TopicId topic, bool wanted)
    {
        if (!wanted)
            return await session.Execute("delete from seminar_topic where seminar_id = @seminar and topic_id = @topic",
                new { seminar, topic }) > 0 ? MeetingTopicResult.Changed : MeetingTopicResult.AsBefore;
        // Two ticks at a time must not make six.
        await session.Execute("select from seminar where id = @seminar for no key update", new { seminar });
        if (await session.Value<bool>("select exists (select from seminar_topic where seminar_id = @seminar and topic_id = @topic)",
            new { seminar, topic })) return MeetingTopicResult.AsBefore;
        if (await session.Value<int>("select count(*)::int from seminar_topic where seminar_id = @seminar", new { seminar })
            >= MaterialBounds.TopicsOfOne) return MeetingTopicResult.Full;
        return await session.Execute("""
            insert into seminar_topic (seminar_id, topic_id)
            select @seminar, id from topic where id = @topic and retired_at is null
            """, new { seminar, topic }) > 0 ? MeetingTopicResult.Changed : MeetingTopicResult.NoSuchTopic;
    }
}
