using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using MspBot.Domain.Reminders;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Reminders;

/// <summary>Finds what leaders are to be reminded of, by the same rules as those who are signed up, and marks it.</summary>
public sealed class LeaderReminderStore(DbSession session)
{
    /// <summary>Seminars of which their leader is to be reminded. A leader who has a seat as well is reminded of that.</summary>
    public Task<IReadOnlyList<SeminarId>> Due(ReminderTimes times, DateTimeOffset now, CancellationToken cancel = default) =>
        session.Query<SeminarId>($"select s.id from seminar s where {IsDue} order by s.id",
            new { before = times.Before.ToArray(), longest = times.Longest, now }, cancel);

    /// <summary>Marks what is due of these, in the session's transaction; the seminars are held still until the commit.</summary>
    public Task<IReadOnlyList<MarkedReminder>> Mark(
        IReadOnlyCollection<SeminarId> seminars, ReminderTimes times, DateTimeOffset now, CancellationToken cancel = default) =>
        session.Query<MarkedReminder>($"""
            with held as materialized (
                select s.id, s.title, s.starts_at, s.ends_at, s.leader_id, s.published_at, s.timed_at, s.led_at
                from seminar s
                where {IsDue} and s.id = any(@ids)
                order by s.id
                for share
            ), due as (
                select h.id, h.leader_id, h.title, h.starts_at, h.ends_at, b.before,
                       case when p.reachable and p.reminders and b.before = min(b.before) over (partition by h.id) then p.chat_id end as chat
                from held h
                cross join unnest(@before) b(before)
                join person p on p.id = h.leader_id
                where h.starts_at - b.before <= @now and greatest(h.published_at, h.timed_at, h.led_at) <= h.starts_at - b.before
                  and not exists (
                      select from leader_reminder r
                      where r.seminar_id = h.id and r.person_id = h.leader_id and r.before = b.before and r.starts_at = h.starts_at)
            ), keyed as (
                -- What one leader is reminded of together has the key of the earliest: it is taken back as one.
                select d.*, case when d.chat is not null then concat_ws(':', '{NoticeKey.LeaderReminder}', first_value(d.id) over one, d.leader_id,
                           extract(epoch from first_value(d.before) over one)::bigint,
                           extract(epoch from first_value(d.starts_at) over one)::bigint) end as message
                from due d
                window one as (partition by d.leader_id, d.chat is not null order by d.starts_at, d.id)
            ), marked as (
                insert into leader_reminder (seminar_id, person_id, before, starts_at, message, marked_at)
                select id, leader_id, before, starts_at, message, @now
                from keyed
                order by id, before
                on conflict do nothing
                returning seminar_id, before
            )
            select k.chat, k.id as seminar, k.title, k.starts_at, k.ends_at, k.before, k.message
            from keyed k
            join marked m on m.seminar_id = k.id and m.before = k.before
            order by k.message, k.starts_at, k.id
            """, new
        {
            ids = seminars.Select(s => s.Value).ToArray(),
            before = times.Before.ToArray(),
            longest = times.Longest,
            now,
        }, cancel);

    private const string IsDue = """
        s.state = 'Published' and s.starts_at > @now and s.starts_at <= @now + @longest and s.leader_id is not null
          and not exists (
              select from sign_up m where m.seminar_id = s.id and m.person_id = s.leader_id and m.state = 'Confirmed')
          and exists (
              select from unnest(@before) b(before)
              where s.starts_at - b.before <= @now and greatest(s.published_at, s.timed_at, s.led_at) <= s.starts_at - b.before
                and not exists (
                    select from leader_reminder r
                    where r.seminar_id = s.id and r.person_id = s.leader_id and r.before = b.before and r.starts_at = s.starts_at))
        """;
}
