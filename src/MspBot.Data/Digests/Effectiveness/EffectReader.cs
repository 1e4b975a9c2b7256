using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Digests.Effectiveness;

namespace MspBot.Data.Digests.Effectiveness;

/// <summary>The effectiveness of the site: the digest's own figures of these days, and what is counted for it alone.</summary>
public sealed class EffectReader(DbSession session, FiguresReader figures, SiteZone zone)
{
    public async Task<(Figures Digest, EffectCounts Counts)> Of(EffectPeriod period, DateTimeOffset now)
    {
        var span = period.Moments(zone, now);
        var counts = await session.Find<EffectCounts>(Sql, new
        {
            from = span.From.UtcDateTime,
            to = span.To.UtcDateTime,
            first = span.First,
            last = span.Last,
            asOf = span.AsOf.UtcDateTime,
            fewest = Figures.FewestRatings,
        });
        return ((await figures.Of([span]))[^1].Figures, counts!);
    }

    /// <summary>Open, so that its plan can be looked at.</summary>
    public const string Sql = """
        with took as (
            select m.person_id, m.school_id
            from seminar s
            join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and m.came
            where s.state = 'Published' and s.starts_at >= @from and s.starts_at < @to and s.ends_at <= @asOf
            union
            select c.teacher_id, c.school_id
            from consultation c
            where c.state = 'Held' and c.kind = 'Individual' and c.starts_at >= @from and c.starts_at < @to
            union
            select g.person_id, g.school_id
            from consultation c
            cross join lateral (
                select person_id, school_id from consultation_member where consultation_id = c.id and state = 'Agreed' offset 0
            ) g
            where c.state = 'Held' and c.kind = 'Group' and c.starts_at >= @from and c.starts_at < @to
        ), low as (
            select id from school where kind = 'LowResults' and confirmed_at is not null
        ), reached as (
            select distinct t.person_id
            from took t
            join person p on p.id = t.person_id
            join low k on k.id = coalesce(t.school_id, p.school_id)
        )
        select t.teachers, r.teachers_reached, a.answers, a.applied, h.requests_held, m.people
        from (
            select count(*)::int as teachers
            from (select p.id from person p join low k on k.id = p.school_id union select person_id from reached) known
        ) t
        cross join (select count(*)::int as teachers_reached from reached) r
        cross join (
            select count(*)::int as answers,
                   case when count(*) >= @fewest then count(*) filter (where applied in ('Yes', 'Partly')) end::int as applied
            from feedback
            where opened_on >= @first and opened_on <= @last and applied is not null
        ) a
        cross join (
            select count(*)::int as requests_held
            from consultation c
            where c.kind = 'Individual' and c.created_at >= @from and c.created_at < @to
              and (c.state = 'Held' or (c.state = 'Grouped' and exists (
                  select from consultation g
                  join consultation_member m on m.consultation_id = g.id and m.person_id = c.teacher_id and m.state = 'Agreed'
                  where g.id = c.group_id and g.state = 'Held')))
        ) h
        cross join (
            select count(*)::int as people
            from (
                select id from person where erased_at is null
                union
                select k.person_id
                from material_taken k
                join material o on o.id = k.material_id and o.added_by <> k.person_id
                where k.first_at >= @from and k.first_at < @to
            ) known
        ) m
        """;
}
