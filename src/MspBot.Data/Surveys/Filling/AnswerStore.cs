using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;

namespace MspBot.Data.Surveys.Filling;

/// <summary>An answer to an indicator, and which answer it takes the place of.</summary>
/// <param name="Survey">Where.</param>
/// <param name="Question">What is answered.</param>
/// <param name="Seen">The version that was read; 0: there was none.</param>
/// <param name="Value">The answer.</param>
/// <param name="Surprising">It was asked about, and meant.</param>
/// <param name="Why">Of a surprising or a missing value, or of one that stays.</param>
public sealed record IndicatorAnswer(
    SurveyId Survey, IndicatorVersionId Question, int Seen, SurveyValue Value, bool Surprising, string? Why);

/// <summary>What became of an answer, or of sending.</summary>
/// <param name="Refusal">Null: it is done.</param>
/// <param name="Before">Where the school stood before.</param>
/// <param name="After">Where it stands now.</param>
public sealed record FillingResult(SurveyRefusal? Refusal, SchoolSurveyState Before = default, SchoolSurveyState After = default)
{
    /// <summary>What was accepted was put right: it is to be accepted anew.</summary>
    public bool NeedsAcceptingAnew => Before == SchoolSurveyState.Accepted && After == SchoolSurveyState.Resent;

    internal static FillingResult Refuse(SurveyRefusal because) => new(because);
}

/// <summary>
/// Answers of a school, each stored at once. The survey is kept open first, then the school's row in it is held: two heads of one school
/// follow one another.
/// </summary>
public sealed class AnswerStore(DbSession session, FillingReader reader, HeadedSchools heads, RoleStore roles)
{
    public async Task<FillingResult> Save(IndicatorAnswer answer, Filler filler, PersonId by, DateTimeOffset now)
    {
        var (school, refusal) = await Hold(answer.Survey, filler, by);
        if (school is null) return FillingResult.Refuse(refusal);
        var questions = await reader.Questions(answer.Survey, filler.School);
        if (questions.FirstOrDefault(one => one.Indicator == answer.Question) is not { } question)
            return FillingResult.Refuse(SurveyRefusal.NoSuchIndicator);
        if (question.Seen != answer.Seen) return FillingResult.Refuse(SurveyRefusal.AnsweredMeanwhile);

        var row = new
        {
            answer.Survey,
            filler.School,
            answer.Question,
            answer.Value.Part,
            answer.Value.Whole,
            answer.Value.Words,
            missing = answer.Value.Missing?.ToString(),
            answer.Surprising,
            answer.Why,
            filler.BySite,
            by,
            now,
        };
        if (question.Remark is not null)
            await session.Execute("""
                update survey_remark set settled_at = @now
                where survey_id = @Survey and school_id = @School and indicator_version_id = @Question and settled_at is null
                """, row);
        if (question.Value == answer.Value && question.Why == answer.Why && question.Surprising == answer.Surprising)
            return new(null, school.State, school.State);

        await session.Execute(question.IsAnswered ? """
            update survey_value
            set part = @Part, whole = @Whole, words = @Words, missing = @missing, surprising = @Surprising, why = @Why,
                by_site = @BySite, by_person = @by, at = @now
            where survey_id = @Survey and school_id = @School and indicator_version_id = @Question
            """ : """
            insert into survey_value (survey_id, school_id, indicator_version_id, part, whole, words, missing, surprising, why, by_site,
                by_person, at)
            values (@Survey, @School, @Question, @Part, @Whole, @Words, @missing, @Surprising, @Why, @BySite, @by, @now)
            """, row);
        return await Answered(school, now);
    }

    /// <summary>What a school says of a recommendation; <paramref name="seen"/> is what was read of it before.</summary>
    public async Task<FillingResult> Save(
        SurveyId survey, RecommendationId recommendation, int seen, RecommendationOutcome outcome, Filler filler, PersonId by,
        DateTimeOffset now)
    {
        var (school, refusal) = await Hold(survey, filler, by);
        if (school is null) return FillingResult.Refuse(refusal);
        var questions = await reader.Questions(survey, filler.School);
        if (questions.FirstOrDefault(one => one.Recommendation == recommendation) is not { } question)
            return FillingResult.Refuse(SurveyRefusal.NoSuchRecommendation);
        if (question.Seen != seen) return FillingResult.Refuse(SurveyRefusal.AnsweredMeanwhile);
        if (question.Outcome == outcome) return new(null, school.State, school.State);

        await session.Execute("""
            with said as (
                update survey_recommendation set outcome = @outcome, by_site = @BySite, by_person = @by, at = @now
                where survey_id = @survey and school_id = @School and recommendation_id = @recommendation
            )
            update recommendation set outcome = @outcome, outcome_at = @now where id = @recommendation
            """, new { survey, filler.School, recommendation, outcome = outcome.ToString(), filler.BySite, by, now });
        return await Answered(school, now);
    }

    /// <summary>«Отправить»: the answers that were read. What was sent is then sent once more, if it had come back.</summary>
    /// <param name="survey">Which.</param>
    /// <param name="version">Of the school in the survey, as it was read.</param>
    /// <param name="seen">Which answers were read: <see cref="SchoolAnswers.Seen"/>.</param>
    /// <param name="filler">For whom.</param>
    /// <param name="by">Who sends.</param>
    /// <param name="now">When.</param>
    public async Task<FillingResult> Send(SurveyId survey, int version, long seen, Filler filler, PersonId by, DateTimeOffset now)
    {
        var (school, refusal) = await Hold(survey, filler, by);
        if (school is null) return FillingResult.Refuse(refusal);
        if (await reader.One(survey, filler.School) is not { } answers) return FillingResult.Refuse(SurveyRefusal.NotAsked);
        if (!SchoolSurveyRules.IsUnsent(school.State)) return FillingResult.Refuse(SurveyRefusal.NothingChanged);
        if (school.Version != version || answers.Seen != seen) return FillingResult.Refuse(SurveyRefusal.ChangedMeanwhile);
        if (SchoolSurveyRules.CheckSending(school.State, answers.Open.Count()) is { } because) return FillingResult.Refuse(because);

        var after = SchoolSurveyRules.AfterSending(school.State);
        await session.Execute("""
            with settled as (
                update survey_remark set settled_at = @now where survey_id = @survey and school_id = @School and settled_at is null
            )
            update survey_school
            set state = @after, version = version + 1, sent_at = coalesce(sent_at, @now), sent_by = @by,
                resent_at = case when @after = 'Resent' then @now else resent_at end
            where survey_id = @survey and school_id = @School
            """, new { survey, filler.School, after = after.ToString(), by, now });
        return new(null, school.State, after);
    }

    private async Task<FillingResult> Answered(AskedSchool school, DateTimeOffset now)
    {
        var after = SchoolSurveyRules.AfterAnswer(school.State);
        var seen = SchoolSurveyRules.ChangesWhatIsSeen(school.State);
        if (after != school.State || seen)
            await session.Execute("""
                update survey_school
                set state = @after, version = version + @seen, accepted_at = null, accepted_by = null,
                    resent_at = case when state = 'Accepted' then @now else resent_at end
                where survey_id = @Survey and school_id = @School
                """, new { school.Survey, school.School, after = after.ToString(), seen = seen ? 1 : 0, now });
        return new(null, school.State, after);
    }

    /// <summary>Nothing of the survey closes, nobody of the school answers, and the filler stays who they are, until the commit.</summary>
    private async Task<(AskedSchool? School, SurveyRefusal Refusal)> Hold(SurveyId survey, Filler filler, PersonId by)
    {
        if (await SurveyQuery.Keep(session, survey) is not { } details) return (null, SurveyRefusal.NoSuchSurvey);
        if (details.State != SurveyState.Open) return (null, SurveyRefusal.NotOpen);
        if (await SurveyQuery.LockSchool(session, survey, filler.School) is not { } school) return (null, SurveyRefusal.NotAsked);
        if (!filler.BySite) return (await heads.Hold(by))?.Id == filler.School ? (school, default) : (null, SurveyRefusal.RoleLost);
        if (!await roles.Holds(by, Role.Head)) return (null, SurveyRefusal.RoleLost);
        return await reader.HasHead(filler.School) ? (null, SurveyRefusal.SchoolHasHead) : (school, default);
    }
}
