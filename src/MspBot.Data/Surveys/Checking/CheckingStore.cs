using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Checking;

/// <summary>What a decision on a school's answers came to.</summary>
/// <param name="Refusal">Null: it was decided.</param>
/// <param name="Survey">As it is; null: there is none.</param>
/// <param name="School">As it is now.</param>
public sealed record CheckResult(SurveyRefusal? Refusal, SurveyDetails? Survey = null, AskedSchool? School = null);

/// <summary>
/// Answers are accepted or returned: each one update of the version that was seen, while the survey stays as it is. The first of two
/// decides.
/// </summary>
public sealed class CheckingStore(DbSession session)
{
    /// <summary>Also after the survey was closed: what was sent in time may be looked at later.</summary>
    public async Task<CheckResult> Accept(SurveyId survey, SchoolId school, int version, PersonId by, DateTimeOffset now)
    {
        var found = await Hold(survey, school, version);
        if (found.Refusal is null && !found.School!.State.IsToCheck())
            found = found with { Refusal = SurveyRefusal.NotSent };
        if (found.Refusal is not null) return found;
        await session.Execute("""
            update survey_school set state = 'Accepted', accepted_at = @now, accepted_by = @by, version = version + 1
            where survey_id = @survey and school_id = @school and version = @version and state in ('Sent', 'Resent');
            update survey_remark set settled_at = @now where survey_id = @survey and school_id = @school and settled_at is null
            """, new { survey, school, version, by, now });
        return found with { School = await SurveyQuery.FindSchool(session, survey, school) };
    }

    /// <summary>
    /// With a remark to one indicator or, where it is null, to all; one more remark may follow until the school sends again.
    /// </summary>
    public async Task<CheckResult> Return(
        SurveyId survey, SchoolId school, int version, IndicatorVersionId? indicator, string remark, PersonId by, DateTimeOffset now)
    {
        var found = await Hold(survey, school, version);
        if (found.Refusal is null) found = found with { Refusal = Check(found.Survey!, found.School!) };
        if (found.Refusal is not null) return found;
        await session.Execute("""
            update survey_school
            set state = 'Returned', returned_at = case when state = 'Returned' then returned_at else @now end, version = version + 1
            where survey_id = @survey and school_id = @school and version = @version and state in ('Sent', 'Resent', 'Returned');
            insert into survey_remark (survey_id, school_id, indicator_version_id, words, by_person, at)
            select @survey, @school, a.indicator_version_id, @remark, @by, @now
            from (select 1) one
            left join survey_indicator a on a.survey_id = @survey and a.indicator_version_id = @indicator
            """, new { survey, school, version, indicator, remark, by, now });
        return found with { School = await SurveyQuery.FindSchool(session, survey, school) };
    }

    /// <summary>Whether answers that stand so can be returned; null: they can.</summary>
    public static SurveyRefusal? Check(SurveyDetails survey, AskedSchool school) =>
        survey.State != SurveyState.Open ? SurveyRefusal.NotOpen
        : school.State.IsToCheck() || school.State == SchoolSurveyState.Returned ? null : SurveyRefusal.NotSent;

    private async Task<CheckResult> Hold(SurveyId id, SchoolId school, int version)
    {
        if (await SurveyQuery.Keep(session, id) is not { } survey) return new(SurveyRefusal.NoSuchSurvey);
        if (await SurveyQuery.LockSchool(session, id, school) is not { } asked) return new(SurveyRefusal.NotAsked, survey);
        return new(asked.Version == version ? null : SurveyRefusal.ChangedMeanwhile, survey, asked);
    }
}
