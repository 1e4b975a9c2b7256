using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using MspBot.Domain.Reminders;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Reminders;

/// <summary>A reminder that has just been marked. Those with one <see cref="Message"/> are one message; null: skipped, nothing goes out.</summary>
public sealed record MarkedReminder
{
    public long SignUp { get; init; }

    public ChatId? Chat { get; init; }

    public SeminarId Seminar { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public TimeSpan Before { get; init; }

    public string? Message { get; init; }
}

/// <summary>The day whose things become one message: from its first moment up to the next day's.</summary>
public readonly record struct NextDay(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// Finds reminders that are due and not marked, and marks them. Due is derived: the start less the time before it has
/// come, the seat was held by then, the start is still ahead. Of several that are due at once the nearest goes out and the
/// others are marked as skipped.
/// </summary>
public sealed class ReminderStore(DbSession session)
{
    /// <summary>Seats of which somebody is to be reminded, by their numbers.</summary>
    public Task<IReadOnlyList<long>> Due(ReminderTimes times, DateTimeOffset now, CancellationToken cancel = default) =>
        session.Query<long>(FindDue, new { before = times.Before.ToArray(), longest = times.Longest, now }, cancel);

    /// <summary>
    /// Marks what is due of these seats, and what the same people have on the same day, in the session's transaction; empty when nothing is
    /// due. The seminars are held still until the commit: one that is being moved is waited for, one that is to be moved waits.
    /// </summary>
    public async Task<IReadOnlyList<MarkedReminder>> Mark(
        IReadOnlyCollection<long> signUps, ReminderTimes times, DateTimeOffset now, NextDay next, CancellationToken cancel = default)
    {
        var args = new
        {
            signUps = signUps.ToArray(),
            before = times.Before.ToArray(),
            longest = times.Longest,
            dayAhead = ReminderTimes.DayAhead,
            now,
            nextFrom = next.From,
            nextTo = next.To,
        };
        var locked = await session.Query<long>(LockDue, args, cancel);
        if (locked.Count == 0) return [];
        // A statement of its own, so that it sees what those have committed whom the lock waited for.
        return await session.Query<MarkedReminder>(MarkDue, new
        {
            locked = locked.ToArray(),
            args.signUps,
            args.before,
            args.dayAhead,
            now,
            args.nextFrom,
            args.nextTo,
        }, cancel);
    }

    private const string DueSeats = """
        from seminar s
        cross join unnest(@before) b(before)
        join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed'
        where s.state = 'Published' and s.starts_at > @now and s.starts_at <= @now + @longest and s.starts_at - b.before <= @now
          and greatest(m.confirmed_at, s.timed_at) <= s.starts_at - b.before
          and not exists (
              select from reminder r where r.sign_up_id = m.id and r.before = b.before and r.starts_at = s.starts_at)
        """;

    /// <summary>Finds the seats. A benchmark looks at its plan: that must not grow with the past.</summary>
    public const string FindDue = $"select distinct m.id {DueSeats} order by m.id";

    /// <summary>Finds and holds the seminars that are concerned; looked at as well.</summary>
    public const string LockDue = $"""
        with due as materialized (
            select s.id, b.before {DueSeats} and m.id = any(@signUps)
        ), concerned as (
            select id from due
            union
            select s.id
            from seminar s
            where s.state = 'Published' and s.starts_at >= @nextFrom and s.starts_at < @nextTo
              and exists (select from due where due.before >= @dayAhead)
        )
        select s.id
        from seminar s
        where s.state = 'Published' and s.starts_at > @now and s.id in (select id from concerned)
        order by s.id
        for share
        """;

    /// <summary>Marks what is due in them; looked at as well.</summary>
    public const string MarkDue = $"""
        with moment as (
            select s.id, s.title, s.starts_at, s.ends_at, s.timed_at, b.before,
                   b.before = min(b.before) over (partition by s.id) as nearest,
                   b.before >= @dayAhead and s.starts_at >= @nextFrom and s.starts_at < @nextTo as next_day
            from seminar s
            cross join unnest(@before) b(before)
            where s.id = any(@locked) and s.state = 'Published' and s.starts_at > @now and s.starts_at - b.before <= @now
        ), due as materialized (
            select m.id as sign_up, m.person_id, q.id as seminar, q.title, q.starts_at, q.ends_at, q.before, q.nearest, q.next_day
            from moment q
            join sign_up m on m.seminar_id = q.id and m.state = 'Confirmed'
            where m.id = any(@signUps) and greatest(m.confirmed_at, q.timed_at) <= q.starts_at - q.before
              and not exists (
                  select from reminder r where r.sign_up_id = m.id and r.before = q.before and r.starts_at = q.starts_at)
        ), together as (
            select sign_up, person_id, seminar, title, starts_at, ends_at, before, nearest, next_day from due
            union
            -- What the same person has on that day as well, though its own moment is still to come.
            select m.id, m.person_id, s.id, s.title, s.starts_at, s.ends_at, d.before, true, true
            from (select distinct person_id, before from due where nearest and next_day) d
            join seminar s on s.id = any(@locked) and s.state = 'Published' and s.starts_at >= @nextFrom and s.starts_at < @nextTo
            join sign_up m on m.seminar_id = s.id and m.person_id = d.person_id and m.state = 'Confirmed'
            where greatest(m.confirmed_at, s.timed_at) <= s.starts_at - d.before
              and not exists (
                  select from reminder r where r.sign_up_id = m.id and r.before = d.before and r.starts_at = s.starts_at)
              and (m.id, d.before) not in (select sign_up, before from due)   -- hashed, however few the planner expects
        ), addressed as (
            select t.*, case when p.reachable then p.chat_id end as chat,
                   t.nearest and p.reminders and p.reachable and p.chat_id is not null as goes
            from together t
            join person p on p.id = t.person_id
        ), keyed as (
            select a.*, case when a.goes then concat_ws(':', '{NoticeKey.SeminarReminder}', first_value(a.sign_up) over one,
                       extract(epoch from a.before)::bigint, extract(epoch from first_value(a.starts_at) over one)::bigint) end as message
            from addressed a
            window one as (partition by a.person_id, a.before, a.goes, case when a.next_day then 0 else a.sign_up end
                           order by a.starts_at, a.sign_up)
        ), marked as (
            insert into reminder (sign_up_id, before, starts_at, state, message, marked_at)
            select sign_up, before, starts_at, case when message is null then 'Skipped' else 'Queued' end, message, @now
            from keyed
            order by sign_up, before
            on conflict do nothing
            returning sign_up_id, before
        )
        select k.sign_up, k.chat, k.seminar, k.title, k.starts_at, k.ends_at, k.before, k.message
        from keyed k
        join marked d on d.sign_up_id = k.sign_up and d.before = k.before
        order by k.message, k.starts_at, k.sign_up
        """;
}
