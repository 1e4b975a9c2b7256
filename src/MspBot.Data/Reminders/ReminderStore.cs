using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Reminders;

namespace MspBot.Data.Reminders;

/// <summary>
/// Finds reminders that are due and not marked, and marks them. Due is derived: the start less the time before it has come, the person
/// knew of the meeting and its time by then, the start is still ahead. Of several moments of one meeting that have passed the nearest goes
/// out and the others are marked as skipped. What is due for one person at one time before the start is one message.
/// </summary>
public sealed class ReminderStore(DbSession session)
{
    /// <summary>People who are to be reminded of something.</summary>
    public Task<IReadOnlyList<PersonId>> Due(ReminderTimes times, DateTimeOffset now, CancellationToken cancel = default) =>
        session.Query<PersonId>(FindDue, new { before = times.Before.ToArray(), longest = times.Longest, now }, cancel);

    /// <summary>
    /// Marks what is due for these people, in the session's transaction; a reminder from half a day ahead on brings along what the same
    /// person has on that next day. Empty when nothing is due. The meetings are held until the commit: one that is being moved is waited
    /// for, one that is to be moved waits.
    /// </summary>
    public async Task<IReadOnlyList<MarkedReminder>> Mark(
        IReadOnlyCollection<PersonId> people, ReminderTimes times, DateTimeOffset now, NextDay next, CancellationToken cancel = default)
    {
        var (persons, before) = (people.Select(p => p.Value).ToArray(), times.Before.ToArray());
        var held = await session.Query<(string Kind, long Id)>(Hold, new
        {
            persons,
            before,
            longest = times.Longest,
            dayAhead = ReminderTimes.DayAhead,
            now,
            nextFrom = next.From,
            nextTo = next.To,
        }, cancel);
        if (held.Count == 0) return [];
        // A statement of its own, so that it sees what was committed by those for whom the lock waited.
        return await session.Query<MarkedReminder>(MarkDue, new
        {
            persons,
            before,
            longest = times.Longest,
            dayAhead = ReminderTimes.DayAhead,
            now,
            nextFrom = next.From,
            nextTo = next.To,
            seminars = held.Where(one => one.Kind == "Seminar").Select(one => one.Id).ToArray(),
            consultations = held.Where(one => one.Kind == "Consultation").Select(one => one.Id).ToArray(),
        }, cancel);
    }

    private const string IsUnmarked = """
        not exists (
            select from meeting_reminder r
            where r.kind = m.kind and r.meeting_id = m.id and r.person_id = m.person_id
              and r.before = b.before and r.starts_at = m.starts_at)
        """;

    private const string DueMeetings = $"""
        from meeting m
        cross join unnest(@before) b(before)
        where m.settled and m.starts_at > @now and m.starts_at <= @now + @longest and m.starts_at - b.before <= @now
          and m.known_at <= m.starts_at - b.before and {IsUnmarked}
        """;

    /// <summary>Finds the people. A benchmark looks at its plan: that must not grow with the past.</summary>
    public const string FindDue = $"select distinct m.person_id {DueMeetings} order by m.person_id";

    /// <summary>Finds and holds the meetings that are concerned, seminars first; looked at as well.</summary>
    public const string Hold = $"""
        with due as materialized (
            select m.kind, m.id, b.before {DueMeetings} and m.person_id = any(@persons)
        ), concerned as materialized (
            select kind, id from due
            union
            select m.kind, m.id
            from meeting m
            where m.settled and m.starts_at >= @nextFrom and m.starts_at < @nextTo and m.person_id = any(@persons)
              and exists (select from due where before >= @dayAhead)
        ), seminars as materialized (
            select s.id from seminar s where s.id in (select id from concerned where kind = 'Seminar') order by s.id for share
        ), consultations as materialized (
            select c.id from consultation c where c.id in (select id from concerned where kind = 'Consultation') order by c.id for share
        )
        select 'Seminar', id from seminars
        union all
        select 'Consultation', id from consultations
        """;

    private const string IsNextDay = "b.before >= @dayAhead and m.starts_at >= @nextFrom and m.starts_at < @nextTo";

    /// <summary>Marks what is due in them; looked at as well.</summary>
    public const string MarkDue = $"""
        with ahead as materialized (
            select m.*, b.before, m.starts_at - b.before <= @now as due, {IsNextDay} as next_day,
                   m.starts_at - b.before > @now
                       or b.before = (select min(c) from unnest(@before) c where m.starts_at - c <= @now) as nearest
            from meeting m
            cross join unnest(@before) b(before)
            where m.settled and m.person_id = any(@persons)
              and (m.kind = 'Seminar' and m.id = any(@seminars) or m.kind = 'Consultation' and m.id = any(@consultations))
              and m.starts_at > @now and m.starts_at <= greatest(@now + @longest, @nextTo)
              and (m.starts_at - b.before <= @now or {IsNextDay})
              and m.known_at <= m.starts_at - b.before and {IsUnmarked}
        ), together as (
            -- What the same person has on that day as well, though its own moment is still to come.
            select a.*, a.next_day
                       and bool_or(a.due and a.nearest and a.next_day) over (partition by a.person_id, a.before) as is_brought_along
            from ahead a
        ), addressed as (
            select t.*, o.full_name as "with", p.chat_id as chat,
                   t.nearest and p.reminders and p.reachable and p.chat_id is not null as goes
            from together t
            join person p on p.id = t.person_id
            left join person o on o.id = t.with_id
            where t.due or t.is_brought_along
        ), keyed as (
            select a.*, case when a.goes then concat_ws(':',
                       '{NoticeKey.ReminderStart}', first_value(a.kind) over one, first_value(a.id) over one, a.person_id,
                       extract(epoch from a.before)::bigint, extract(epoch from first_value(a.starts_at) over one)::bigint) end as message
            from addressed a
            window one as (partition by a.person_id, a.before, a.goes order by a.starts_at, a.kind, a.id)
        ), marked as (
            insert into meeting_reminder (kind, meeting_id, person_id, before, starts_at, message, marked_at)
            select kind, id, person_id, before, starts_at, message, @now
            from keyed
            order by kind, id, person_id, before
            on conflict do nothing
            returning kind, meeting_id, person_id, before
        )
        select k.part, k.id, k.chat, k.title, k."with", k.starts_at, k.ends_at, k.before, k.message,
               case when k.part = 'Participant' then (
                   select n.id from nomination n where n.seminar_id = k.id and n.person_id = k.person_id and n.state = 'Asked')
               end as nomination
        from keyed k
        join marked d on d.kind = k.kind and d.meeting_id = k.id and d.person_id = k.person_id and d.before = k.before
        order by k.message, k.starts_at, k.kind, k.id
        """;
}
