using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.Topics;

/// <summary>What is new in topics, to look at.</summary>
public sealed class TopicNewsReader(DbSession session)
{
    /// <summary>What somebody was told and can still use, what is newest first.</summary>
    public Task<Page<TopicNews>> Told(PersonId person, DateTimeOffset now, int page) => session.Page<TopicNews>(page, $"""
        select n.kind, n.id, n.title, n.starts_at, n.meeting, n.material
        from topic_told t
        join ({Query}) n on n.kind = t.kind and n.id = t.thing_id
        where t.person_id = @person and (n.starts_at is null or n.starts_at > @now)
        order by t.at desc, n.starts_at nulls last, n.id desc
        offset @skip limit @take
        """, new { person, now, skip = Paging.Skip(page), take = Paging.Take });

    internal static async Task<IReadOnlyList<TopicNews>> Find(DbSession session, IReadOnlyCollection<(string Kind, long Id)> things) =>
        things.Count == 0 ? [] : await session.Query<TopicNews>($"""
            select n.kind, n.id, n.title, n.starts_at, n.meeting, n.material
            from ({Query}) n
            join unnest(@kinds, @ids) as wanted(kind, id) on wanted.kind = n.kind and wanted.id = n.id
            """, new { kinds = things.Select(thing => thing.Kind).ToArray(), ids = things.Select(thing => thing.Id).ToArray() });

    /// <summary>Meetings by date, then materials, the newest first.</summary>
    internal static IReadOnlyList<TopicNews> InOrder(IEnumerable<TopicNews> news) =>
        [.. news.OrderBy(one => one.StartsAt ?? DateTimeOffset.MaxValue).ThenByDescending(one => one.Id)];

    private const string Query = """
        select 'Seminar' as kind, id, title, starts_at, kind as meeting, null::text as material
        from seminar where state = 'Published'
        union all
        select 'Material', id, name, null::timestamptz, null::text, kind
        from material where state = 'Shown' and in_library
        """;
}
