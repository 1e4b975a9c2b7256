using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
using MspBot.Domain.Reminders;

namespace MspBot.Data.Reminders;

/// <summary>A reminder of a consultation that has just been marked, to one of those who meet. Without <see cref="Message"/> nothing goes out.</summary>
public sealed record MarkedConsultation
{
    public ConsultationId Id { get; init; }

    public ChatId? Chat { get; init; }

    public required string Topic { get; init; }

    /// <summary>Whom they meet: the tutor, or the teacher; null: a group, or somebody who was erased.</summary>
    public string? With { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public TimeSpan Before { get; init; }

    public string? Message { get; init; }
}

/// <summary>
/// Finds reminders of consultations that are due and not marked, and marks them, by the rules of <see cref="ReminderStore"/>. Those whose
/// moment had passed when somebody learned of the present time (by agreeing, or by a move) are not theirs.
/// </summary>
public sealed class ConsultationReminderStore(DbSession session)
{
    /// <summary>
    /// In the session's transaction; empty when nothing is due. The consultations are held still until the commit: one that is being
    /// moved is waited for and read as it then is, one that is to be moved waits.
    /// </summary>
    public Task<IReadOnlyList<MarkedConsultation>> Mark(IReadOnlyCollection<ConsultationId> ids, ReminderTimes times, DateTimeOffset now) =>
        session.Query<MarkedConsultation>(
            MarkDue, new { ids = ids.Select(i => i.Value).ToArray(), before = times.Before.ToArray(), longest = times.Longest, now });

    /// <summary>Consultations of which somebody is to be reminded.</summary>
    public async Task<IReadOnlyList<(ConsultationId Id, DateTimeOffset StartsAt)>> Due(ReminderTimes times, DateTimeOffset now) =>
        [.. (await session.Query<(long Id, DateTimeOffset StartsAt)>(
            $"select c.id, c.starts_at from consultation c where {IsDue} order by c.starts_at, c.id",
            new { before = times.Before.ToArray(), longest = times.Longest, now }))
            .Select(row => (new ConsultationId(row.Id), row.StartsAt))];

    /// <summary>Those who meet in the consultation <c>c</c>, and with whom.</summary>
    private const string Parties = """
        select c.tutor_id as person_id, c.teacher_id as with_id where c.tutor_id is not null
        union all
        select c.teacher_id, c.tutor_id where c.teacher_id is not null
        union all
        select m.person_id, c.tutor_id from consultation_member m where m.consultation_id = c.id and m.state = 'Agreed'
        """;

    private const string IsDue = $"""
        c.state = 'Confirmed' and c.starts_at > @now and c.starts_at <= @now + @longest
          and exists (
              select from unnest(@before) b(before)
              cross join lateral ({Parties}) y
              where c.starts_at - b.before <= @now and greatest(c.confirmed_at, c.timed_at) <= c.starts_at - b.before
                and not exists (
                    select from consultation_reminder r
                    where r.consultation_id = c.id and r.person_id = y.person_id and r.before = b.before and r.starts_at = c.starts_at))
        """;

    private const string MarkDue = $"""
        with held as materialized (
            select c.id, c.topic, c.tutor_id, c.teacher_id, c.starts_at, c.ends_at, greatest(c.confirmed_at, c.timed_at) as known_at
            from consultation c
            where {IsDue} and c.id = any(@ids)
            order by c.id
            for share
        ), moment as (
            select h.*, b.before, b.before = min(b.before) over (partition by h.id) as nearest
            from held h
            cross join unnest(@before) b(before)
            where h.starts_at - b.before <= @now
        ), party as (
            select c.id, y.person_id, y.with_id
            from held c
            cross join lateral ({Parties}) y
        ), addressed as (
            select q.id, q.topic, q.starts_at, q.ends_at, q.before, y.person_id, o.full_name as with_name,
                   case when q.nearest and p.reminders and p.reachable then p.chat_id end as chat,
                   q.nearest and p.reminders and p.reachable and p.chat_id is not null as goes
            from moment q
            join party y on y.id = q.id
            join person p on p.id = y.person_id
            left join person o on o.id = y.with_id
            where q.known_at <= q.starts_at - q.before
              and not exists (
                  select from consultation_reminder r
                  where r.consultation_id = q.id and r.person_id = y.person_id and r.before = q.before and r.starts_at = q.starts_at)
        ), keyed as (
            -- What one person is reminded of together has the key of the earliest: it is taken back as one, and is due again for this
            -- person alone, without what has changed.
            select a.*, case when a.goes then concat_ws(':', '{NoticeKey.ConsultationReminder}', first_value(a.id) over one, a.person_id,
                       extract(epoch from a.before)::bigint, extract(epoch from first_value(a.starts_at) over one)::bigint) end as message
            from addressed a
            window one as (partition by a.person_id, a.before, a.goes order by a.starts_at, a.id)
        ), marked as (
            insert into consultation_reminder (consultation_id, person_id, before, starts_at, message, marked_at)
            select id, person_id, before, starts_at, message, @now
            from keyed
            order by id, person_id, before
            on conflict do nothing
            returning consultation_id, person_id, before
        )
        select k.id, k.chat, k.topic, k.with_name as "with", k.starts_at, k.ends_at, k.before, k.message
        from keyed k
        join marked d on d.consultation_id = k.id and d.person_id = k.person_id and d.before = k.before
        order by k.message, k.starts_at, k.id
        """;
}
