using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys;

/// <summary>Surveys, what they ask and whom, as everybody reads them who may.</summary>
public sealed class SurveyReader(DbSession session)
{
    public Task<SurveyDetails?> One(SurveyId id) => SurveyQuery.Find(session, id);

    /// <summary>The newest first.</summary>
    /// <param name="drafts">Also those that were not opened yet.</param>
    /// <param name="number">Which page.</param>
    public Task<Page<SurveyDetails>> Page(bool drafts, int number) => session.Page<SurveyDetails>(number, $"""
        {SurveyQuery.Select}
        where @drafts or s.state <> 'Draft'
        order by s.last_day desc, s.id desc
        limit @take offset @skip
        """, new { drafts, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>What it asks, in its order, with what the bot counts itself.</summary>
    public Task<IReadOnlyList<AskedIndicator>> Indicators(SurveyId survey) => session.Query<AskedIndicator>("""
        select v.id as version, i.id as indicator, a.position, i.kind, i.every, i.computed, v.name, v.unit, v.hint, v.better,
               v.minimum, v.maximum
        from survey_indicator a
        join indicator_version v on v.id = a.indicator_version_id
        join indicator i on i.id = v.indicator_id
        where a.survey_id = @survey
        order by a.position
        """, new { survey });

    /// <summary>Whom it asks, by name.</summary>
    public async Task<IReadOnlyList<AskedSchool>> Schools(SurveyId survey) =>
        [.. (await session.Query<AskedSchool>($"{SurveyQuery.SelectSchool} where c.survey_id = @survey", new { survey }))
            .OrderBy(one => one.Name, Alphabet.Order)];

    /// <summary>Null: it is not asked.</summary>
    public Task<AskedSchool?> School(SurveyId survey, SchoolId school) => SurveyQuery.FindSchool(session, survey, school);
}
