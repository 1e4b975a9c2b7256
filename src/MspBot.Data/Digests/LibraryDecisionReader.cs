using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;

namespace MspBot.Data.Digests;

/// <summary>What of broadcasts and of the library waits for a decision.</summary>
public sealed class LibraryDecisionReader(DbSession session, SiteZone zone, WorkingCalendar calendar)
{
    /// <summary>
    /// Those that are over, that did not reach too many, and that were not sent once more, passed on through schools or deleted; the latest
    /// first.
    /// </summary>
    internal Task<IReadOnlyList<Decision>> Undelivered(DateTimeOffset now, int skip, int? take) => session.Query<Decision>("""
        select 'BroadcastUndelivered' as kind, b.id, left(b.words, 60) as name, b.done_at as at, r.missed as number, r.people as seats
        from broadcast b
        cross join lateral (
            select count(*)::int as people, count(*) filter (where outcome <> 'Sent')::int as missed
            from broadcast_recipient
            where broadcast_id = b.id
        ) r
        where b.state = 'Done' and b.done_at > @since and b.deleted_at is null and r.missed * 100 > r.people * @most
          and not exists (select from broadcast a where a.again_of = b.id and a.state <> 'Composed')
          and not exists (
            select from action_log l where l.action = 'BroadcastPassedOn' and l.subject = 'Broadcast' and l.subject_id = b.id)
        order by b.done_at desc, b.id desc
        offset @skip limit @take
        """, new { since = now - Decisions.BroadcastFor, most = Decisions.Undelivered, skip, take });

    /// <summary>What was offered three working days ago or earlier; what waits longest first.</summary>
    internal Task<IReadOnlyList<Decision>> Offered(DateTimeOffset now, int skip, int? take) => session.Query<Decision>("""
        select 'MaterialOffered' as kind, m.id, m.name, e.at, m.added_by as teacher
        from material m
        cross join lateral (select max(at) as at from material_edition where material_id = m.id) e
        where m.state = 'Offered' and e.at < @until
        order by e.at, m.id
        offset @skip limit @take
        """, new
    {
        until = zone.At(calendar.Before(zone.DayOf(now), Decisions.OfferedDays), TimeOnly.FromDateTime(zone.Local(now).DateTime)),
        skip,
        take,
    });
}
