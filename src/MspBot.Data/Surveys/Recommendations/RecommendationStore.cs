using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Recommendations;

/// <summary>Recommendations are made, and confirmed by the schools.</summary>
public sealed class RecommendationStore(DbSession session, RecommendationReader reader)
{
    /// <param name="school">To which.</param>
    /// <param name="survey">In whose summary; it must have asked the school.</param>
    /// <param name="words">What is recommended.</param>
    /// <param name="dueOn">By when; null: not said.</param>
    /// <param name="by">Who recommends it.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<RecommendationResult> Make(
        SchoolId school, SurveyId survey, string words, DateOnly? dueOn, PersonId by, DateTimeOffset now)
    {
        var made = await session.Query<RecommendationId>("""
            insert into recommendation (school_id, survey_id, words, due_on, by_person, at)
            select c.school_id, c.survey_id, @words, @dueOn, @by, @now
            from survey_school c
            join survey s on s.id = c.survey_id and s.state <> 'Draft'
            where c.survey_id = @survey and c.school_id = @school
            returning id
            """, new { school, survey, words, dueOn, by, now });
        return made is [var id] ? new(null, await reader.One(id)) : new(SurveyRefusal.SchoolNotAsked, null);
    }

    /// <summary>«Принято к сведению»: whoever of the school's heads is first.</summary>
    public async Task<RecommendationResult> See(RecommendationId id, PersonId by, DateTimeOffset now)
    {
        var done = await session.Execute(
            "update recommendation set seen_at = @now, seen_by = @by where id = @id and seen_at is null", new { id, by, now });
        return await reader.One(id) is { } after
            ? new(null, after) { WasSeen = done == 0 } : new(SurveyRefusal.NoSuchRecommendation, null);
    }
}
