using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Hours;

/// <summary>A tutor to choose from.</summary>
public sealed record TutorLine
{
    public PersonId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether a message reaches them.</summary>
    public bool Reachable { get; init; }

    /// <summary>Accompanies this teacher, or the teacher's school.</summary>
    public bool Own { get; init; }

    /// <summary>Teaches this subject.</summary>
    public bool Knows { get; init; }

    /// <summary>Said no to the request in question.</summary>
    public bool Refused { get; init; }

    /// <summary>Requests that wait, and meetings that come.</summary>
    public int Load { get; init; }

    /// <summary>The last day of an absence that lasts today.</summary>
    public DateOnly? AwayUntil { get; init; }

    /// <summary>Who stands in until then.</summary>
    public string? StandIn { get; init; }
}

/// <summary>Who can be asked for a consultation.</summary>
public sealed class TutorReader(DbSession session, SiteZone zone)
{
    /// <summary>
    /// The teacher's own first, then those who know the subject, then those with the least to do; tutors who refused this request come
    /// last.
    /// </summary>
    /// <param name="teacher">Who asks; not among them.</param>
    /// <param name="subject">Null: any.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="of">The request for which another tutor is looked for.</param>
    public Task<IReadOnlyList<TutorLine>> For(PersonId teacher, string? subject, DateTimeOffset now, ConsultationId? of = null) =>
        Read(teacher, subject, null, now, of);

    /// <summary>One of them; null when that is no tutor.</summary>
    public async Task<TutorLine?> Find(PersonId tutor, PersonId teacher, string? subject, DateTimeOffset now) =>
        await Read(teacher, subject, tutor, now, null) is [var one, ..] ? one : null;

    private Task<IReadOnlyList<TutorLine>> Read(
        PersonId teacher, string? subject, PersonId? only, DateTimeOffset now, ConsultationId? of) => session.Query<TutorLine>("""
        select u.id, u.full_name as name, own.own, @subject::text is null or u.subjects @> array[@subject::text] as knows,
               (select count(*)
                from consultation c
                where c.tutor_id = u.id and c.state in ('Requested', 'Offered', 'Waiting', 'Inviting'))::int
               + (select count(*)
                  from consultation c
                  where c.tutor_id = u.id and c.state = 'Confirmed' and c.starts_at > @now)::int as load,
               away.last_day as away_until, away.stand_in, u.reachable,
               exists (select from consultation_refusal f where f.consultation_id = @of::bigint and f.tutor_id = u.id) as refused
        from person_role r
        join person u on u.id = r.person_id
        left join person t on t.id = @teacher
        cross join lateral (
            select exists (
                select from tutoring_assignment a
                where a.tutor_id = u.id and a.ended_on is null and (a.teacher_id = t.id or a.school_id = t.school_id)
                  and (a.subject is null or @subject::text is null or a.subject = @subject)) as own) own
        left join lateral (
            select a.last_day, k.full_name as stand_in
            from tutor_absence a
            left join person k on k.id = a.stand_in_id and k.id <> @teacher
            where int8range(a.tutor_id, a.tutor_id, '[]') && int8range(u.id, u.id, '[]')
                and daterange(a.first_day, a.last_day, '[]') @> @today::date) away on true
        where r.role = 'Tutor' and u.id <> @teacher and u.erased_at is null and (@only::bigint is null or u.id = @only)
        order by refused, own.own desc, knows desc, load, alphabetical(u.full_name), u.id
        """, new { teacher, subject, only, now, of, today = zone.DayOf(now) });

    /// <summary>
    /// Candidates for «Любой тьютор»: tutors of the subject, or all if there are none; least busy first, then tutors absent today, then
    /// unreachable ones.
    /// </summary>
    public async Task<IReadOnlyList<TutorLine>> Any(PersonId teacher, string? subject, DateTimeOffset now, ConsultationId? of = null)
    {
        IReadOnlyList<TutorLine> all = [.. (await For(teacher, subject, now, of)).Where(t => !t.Refused)];
        IReadOnlyList<TutorLine> knowing = [.. all.Where(t => t.Knows || t.Own)];
        return [.. (knowing.Count > 0 ? knowing : all).OrderBy(t => !t.Reachable).ThenBy(t => t.AwayUntil is not null).ThenBy(t => t.Load)];
    }

    /// <summary>The person's own subjects, as they gave them.</summary>
    public async Task<IReadOnlyList<string>> Subjects(PersonId person) =>
        await session.Find<string[]>("select subjects from person where id = @person", new { person }) ?? [];
}
