using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys.Summary;

/// <summary>The days of a survey, for whose schools something is counted.</summary>
public sealed record CountedDays(SurveyId Survey, DateOnly First, DateOnly Last);

/// <summary>
/// What the bot counts itself: one statement each, defined in docs/figures.md. What has ended counts for the school where it happened, what
/// is noted of none for the school where the person works now.
/// </summary>
public sealed class ComputedReader(DbSession session, SiteZone zone)
{
    /// <summary>A row for each school that was asked in these surveys, also where it is nought; null stays out of sums.</summary>
    public async Task<IReadOnlyList<SummaryAnswer>> Count(ComputedFigure figure, IReadOnlyList<CountedDays> days, DateTimeOffset now) =>
        days.Count == 0 ? [] : await session.Query<SummaryAnswer>(Statement(figure), new
        {
            surveys = days.Select(one => one.Survey.Value).ToArray(),
            since = days.Select(one => zone.At(one.First, default).ToUniversalTime()).ToArray(),
            before = days.Select(one => zone.At(one.Last.AddDays(1), default).ToUniversalTime()).ToArray(),
            now,
        });

    private static string Statement(ComputedFigure figure) => figure switch
    {
        ComputedFigure.TeachersReached => TeachersReached,
        ComputedFigure.TutoringHours => TutoringHours,
        ComputedFigure.RecommendationsDone => RecommendationsDone,
    };

    private const string Days = "unnest(@surveys, @since, @before) d(survey, since, before)";

    /// <summary>Of the days <c>d</c>: consultations held, with whom.</summary>
    private const string Consulted = """
        select c.id, c.teacher_id as person, c.school_id as school, c.starts_at, c.ends_at
        from consultation c
        where c.state = 'Held' and c.teacher_id is not null and c.starts_at >= d.since and c.starts_at < d.before and c.starts_at <= @now
        union all
        select c.id, g.person_id, g.school_id, c.starts_at, c.ends_at
        from consultation c
        join consultation_member g on g.consultation_id = c.id and g.state = 'Agreed'
        where c.state = 'Held' and c.starts_at >= d.since and c.starts_at < d.before and c.starts_at <= @now
        """;

    private const string TeachersReached = $"""
        select a.survey_id as survey, a.school_id as school, coalesce(t.people, 0)::numeric as part
        from survey_school a
        left join (
            select d.survey, coalesce(r.school, p.school_id) as school, count(distinct r.person) as people
            from {Days}
            cross join lateral (
                select m.person_id as person, m.school_id as school
                from seminar s
                join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and m.came
                where s.state = 'Published' and s.starts_at >= d.since and s.starts_at < d.before and s.ends_at <= @now
                union all
                select k.person, k.school from ({Consulted}) k
            ) r
            join person p on p.id = r.person
            group by 1, 2
        ) t on t.survey = a.survey_id and t.school = a.school_id
        where a.survey_id = any(@surveys)
        """;

    /// <summary>A consultation counts once for a school, however many of its teachers were there.</summary>
    private const string TutoringHours = $"""
        select a.survey_id as survey, a.school_id as school, coalesce(t.hours, 0) as part
        from survey_school a
        left join (
            select h.survey, h.school, round(sum(extract(epoch from h.ends_at - h.starts_at)) / 3600, 2) as hours
            from (
                select distinct d.survey, coalesce(k.school, p.school_id) as school, k.id, k.starts_at, k.ends_at
                from {Days}
                cross join lateral ({Consulted}) k
                join person p on p.id = k.person
            ) h
            group by 1, 2
        ) t on t.survey = a.survey_id and t.school = a.school_id
        where a.survey_id = any(@surveys)
        """;

    /// <summary>Of the schools that have sent: they have said of each whether it is carried out.</summary>
    private const string RecommendationsDone = """
        select r.survey_id as survey, r.school_id as school, (count(*) filter (where r.outcome = 'Done'))::numeric as part,
               count(*)::numeric as whole
        from survey_recommendation r
        join survey_school c on c.survey_id = r.survey_id and c.school_id = r.school_id and c.sent_at is not null
        where r.survey_id = any(@surveys)
        group by 1, 2
        """;
}
