using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys;

/// <summary>
/// Reads surveys and the schools in them, with or without a row's lock. Where both are held: the survey first, then schools in the order of
/// their numbers.
/// </summary>
internal static class SurveyQuery
{
    /// <summary>Of <c>survey s</c>.</summary>
    internal const string Select = """
        select s.id, s.label, s.every, s.first_day, s.last_day, s.due_on, s.state, s.revision, s.opened_at, s.closed_at,
               c.schools, c.sent, c.accepted, q.questions
        from survey s
        cross join lateral (
            select count(*)::int as schools, (count(*) filter (where sent_at is not null))::int as sent,
                   (count(*) filter (where state = 'Accepted'))::int as accepted
            from survey_school where survey_id = s.id
        ) c
        cross join lateral (
            select count(*)::int as questions
            from survey_indicator a
            join indicator_version v on v.id = a.indicator_version_id
            join indicator i on i.id = v.indicator_id and i.kind <> 'Computed'
            where a.survey_id = s.id
        ) q
        """;

    /// <summary>Of <c>survey_school c</c>.</summary>
    internal const string SelectSchool = """
        select c.survey_id as survey, c.school_id as school, n.name, c.state, c.version, c.sent_at, c.resent_at, c.returned_at,
               c.accepted_at, c.asked_at,
               (select count(*)::int from survey_value v where v.survey_id = c.survey_id and v.school_id = c.school_id) as answered
        from survey_school c
        join school n on n.id = c.school_id
        """;

    internal static Task<SurveyDetails?> Find(DbSession session, SurveyId id) =>
        session.Find<SurveyDetails>($"{Select} where s.id = @id", new { id });

    internal static Task<AskedSchool?> FindSchool(DbSession session, SurveyId survey, SchoolId school) =>
        session.Find<AskedSchool>($"{SelectSchool} where c.survey_id = @survey and c.school_id = @school", new { survey, school });

    /// <summary>Holds the survey's row until the commit: it is to be changed.</summary>
    internal static async Task<SurveyDetails?> Lock(DbSession session, SurveyId id)
    {
        await session.Find<long>("select id from survey where id = @id for no key update", new { id });
        return await Find(session, id);
    }

    /// <summary>The survey stays as it is until the commit, while others of its schools may be changed at the same time.</summary>
    internal static async Task<SurveyDetails?> Keep(DbSession session, SurveyId id)
    {
        await session.Find<long>("select id from survey where id = @id for share", new { id });
        return await Find(session, id);
    }

    /// <summary>Holds the row of a school in a survey that is kept or held.</summary>
    internal static async Task<AskedSchool?> LockSchool(DbSession session, SurveyId survey, SchoolId school)
    {
        await session.Find<int>("select 1 from survey_school where survey_id = @survey and school_id = @school for no key update",
            new { survey, school });
        return await FindSchool(session, survey, school);
    }
}
