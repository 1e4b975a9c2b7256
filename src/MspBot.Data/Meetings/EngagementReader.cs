using MspBot.Data.Postgres;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;

namespace MspBot.Data.Meetings;

/// <summary>Whether somebody has something else at a time.</summary>
public sealed class EngagementReader(DbSession session)
{
    /// <summary>All that a person has at these times, whatever their part in it; by time.</summary>
    /// <param name="person">Who.</param>
    /// <param name="starts">When.</param>
    /// <param name="length">How long each time.</param>
    /// <param name="except">A consultation that is not meant.</param>
    public Task<IReadOnlyList<Engagement>> At(
        PersonId person, IReadOnlyList<DateTimeOffset> starts, TimeSpan length, long? except = null) => session.Query<Engagement>($"""
        with span as (
            select tstzrange(s, s + @length) as during from unnest(@starts) s
        ), {All}
        """, new { person, starts = Utc(starts), length, but = (long?)null, except });

    /// <summary>
    /// What a person only takes part in at these times: nothing forbids them to give or lead something else then, and they may have
    /// forgotten.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="starts">When.</param>
    /// <param name="length">How long each time.</param>
    /// <param name="but">A seminar that is not meant.</param>
    public Task<IReadOnlyList<Engagement>> Attended(
        PersonId person, IReadOnlyList<DateTimeOffset> starts, TimeSpan length, long? but = null) =>
        session.Query<Engagement>($"""
            with span as (
                select tstzrange(s, s + @length) as during from unnest(@starts) s
            ), found as (
                {TakenPartIn}
            )
            {First}
            """, new { person, starts = Utc(starts), length, but, except = (long?)null });

    /// <summary>What a person has at the time of a seminar at which they are about to take a seat; nothing where they cannot.</summary>
    /// <param name="person">Who.</param>
    /// <param name="seminar">The seminar.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="waits">They wait in line and were offered the seat.</param>
    public Task<IReadOnlyList<Engagement>> AtSeminar(PersonId person, long seminar, DateTimeOffset now, bool waits = false) =>
        session.Query<Engagement>($"""
            with span as (
                select tstzrange(s.starts_at, s.ends_at) as during
                from seminar s
                where s.id = @seminar and s.state = 'Published' and s.starts_at > @now and s.leader_id is distinct from @person
                  and case when @waits then exists (
                      select from sign_up m
                      where m.seminar_id = s.id and m.person_id = @person and m.state = 'Waitlisted' and m.asked_at is not null)
                  else not exists (
                      select from sign_up m where m.seminar_id = s.id and m.person_id = @person and m.state <> 'Cancelled') end
            ), {All}
            """, new { person, seminar, now, waits, but = seminar, except = (long?)null });

    /// <summary>What keeps a person's time so that nothing else may be put there; the first, or null.</summary>
    /// <param name="session">The refused write's, rolled back to before it.</param>
    /// <param name="person">Who leads or gives it.</param>
    /// <param name="starts">What was wanted.</param>
    /// <param name="length">How long each time.</param>
    /// <param name="seminar">The seminar that is written.</param>
    /// <param name="consultation">The consultation that is written.</param>
    internal static Task<Engagement?> Clash(DbSession session, PersonId person, IReadOnlyList<DateTimeOffset> starts, TimeSpan length,
        long? seminar = null, long? consultation = null) =>
        session.Find<Engagement>($"""
            with span as (
                select tstzrange(s, s + @length) as during from unnest(@starts) s
            )
            {Held}
              and (@seminar::bigint is null or e.seminar_id is distinct from @seminar)
            order by starts_at
            limit 1
            """, new { person, starts = Utc(starts), length, seminar, except = consultation });

    /// <summary>What is led or given.</summary>
    private const string Held = """
        select case when e.seminar_id is not null then 'Seminar' when c.state in ('Confirmed', 'Inviting')
            and t.kind = 'Agreed' then 'Consultation' else 'Request' end as kind,
               coalesce(s.title, c.topic) as title, coalesce(s.starts_at, t.starts_at) as starts_at,
                   coalesce(s.ends_at, t.ends_at) as ends_at
        from span
        join engagement e on int8range(e.person_id, e.person_id, '[]') && int8range(@person, @person, '[]') and e.during && span.during
        left join seminar s on s.id = e.seminar_id
        left join consultation_time t on t.id = e.time_id
        left join consultation c on c.id = t.consultation_id
        where (@except::bigint is null or c.id is distinct from @except)
        """;

    private const string TakenPartIn = """
            select m.kind, m.title, m.starts_at, m.ends_at
            from meeting m
            join span on tstzrange(m.starts_at, m.ends_at) && span.during
            where m.person_id = @person and m.part in ('Participant', 'Teacher', 'Member')
              and (@but::bigint is null or m.kind <> 'Seminar' or m.id <> @but)
              and (@except::bigint is null or m.kind <> 'Consultation' or m.id <> @except)
            union
            select 'Request', c.topic, t.starts_at, t.ends_at
            from consultation c
            join consultation_time t on t.consultation_id = c.id
            join span on tstzrange(t.starts_at, t.ends_at) && span.during
            where c.teacher_id = @person and c.state = 'Requested' and (@except::bigint is null or c.id <> @except)
        """;

    private const string All = $"""
        found as (
            {Held}
            union
            {TakenPartIn}
        )
        {First}
        """;

    private const string First = """
        select kind, title, starts_at, ends_at
        from found
        order by starts_at, alphabetical(title)
        limit 5
        """;

    private static DateTime[] Utc(IReadOnlyList<DateTimeOffset> starts) => [.. starts.Select(s => s.UtcDateTime)];
}
