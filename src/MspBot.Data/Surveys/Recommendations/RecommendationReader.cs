using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Recommendations;

/// <summary>What was recommended to schools.</summary>
public sealed class RecommendationReader(DbSession session)
{
    internal const string Select = """
        select r.id, r.school_id as school, n.name as school_name, r.survey_id as survey, s.label as survey_label, r.words, r.due_on,
               r.at, r.seen_at, p.full_name as seen_by, r.outcome, r.outcome_at
        from recommendation r
        join school n on n.id = r.school_id
        left join survey s on s.id = r.survey_id
        left join person p on p.id = r.seen_by
        """;

    public Task<RecommendationDetails?> One(RecommendationId id) =>
        session.Find<RecommendationDetails>($"{Select} where r.id = @id", new { id });

    /// <summary>Of a school, the newest first.</summary>
    public Task<Page<RecommendationDetails>> OfSchool(SchoolId school, int number) => session.Page<RecommendationDetails>(number, $"""
        {Select} where r.school_id = @school order by r.id desc limit @take offset @skip
        """, new { school, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>Of all schools: those that no head of the school has confirmed, the oldest first.</summary>
    public Task<Page<RecommendationDetails>> Unseen(int number) => session.Page<RecommendationDetails>(number, $"""
        {Select} where r.seen_at is null order by r.id limit @take offset @skip
        """, new { take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>How many a school has, and how many of them no head of it has confirmed.</summary>
    public Task<(int All, int Unseen)> Count(SchoolId school) => session.Find<(int, int)>(
        "select count(*)::int, (count(*) filter (where seen_at is null))::int from recommendation where school_id = @school",
        new { school });

    public Task<int> CountUnseen() => session.Value<int>("select count(*)::int from recommendation where seen_at is null");

    /// <summary>Of one school: the oldest that no head of it has confirmed.</summary>
    public Task<RecommendationDetails?> FirstUnseen(SchoolId school) => session.Find<RecommendationDetails>(
        $"{Select} where r.school_id = @school and r.seen_at is null order by r.id limit 1", new { school });

    /// <summary>Those that a survey's summary has led to, and those that the survey itself has asked about; by school.</summary>
    public Task<IReadOnlyList<RecommendationDetails>> OfSurvey(SurveyId survey) => session.Query<RecommendationDetails>($"""
        {Select}
        where r.survey_id = @survey
           or r.id in (select recommendation_id from survey_recommendation where survey_id = @survey)
        order by alphabetical(n.name), n.id, r.id
        """, new { survey });

    /// <summary>Those that cards name this person on.</summary>
    public Task<IReadOnlyList<RecommendationId>> SeenBy(PersonId person) =>
        session.Query<RecommendationId>("select id from recommendation where seen_by = @person order by id", new { person });

    /// <summary>The schools to which they went, by the numbers of the recommendations.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await session.Query<(long Id, string Name)>(
            "select r.id, n.name from recommendation r join school n on n.id = r.school_id where r.id = any(@ids)",
            new { ids = ids.ToArray() })).ToDictionary(row => row.Id, row => row.Name);
}
