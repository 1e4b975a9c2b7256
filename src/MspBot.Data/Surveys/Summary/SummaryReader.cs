using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys.Summary;

/// <summary>
/// What schools have answered over the periods. A school that has not sent has answered nothing, whatever it has filled in by now.
/// </summary>
public sealed class SummaryReader(DbSession session, SurveyReader surveys, ComputedReader computed)
{
    private const int MostPeriods = 20;

    private const string Answer = "v.part, v.whole, v.words, v.missing, v.surprising, v.why, v.by_site";

    private const string IsSent = """
        join survey_school c on c.survey_id = v.survey_id and c.school_id = v.school_id and c.sent_at is not null
        """;

    /// <summary>
    /// The newest whose summary may be read by those who only read it: it is closed, or was before it was opened again.
    /// </summary>
    private const string WasClosed = "exists (select from survey_closing d where d.survey_id = s.id)";

    /// <param name="survey">Which.</param>
    /// <param name="now">Until when the bot counts.</param>
    /// <returns>Null: there is none, or it was not opened.</returns>
    public async Task<SurveySummary?> Of(SurveyId survey, DateTimeOffset now)
    {
        if (await surveys.One(survey) is not { } details || details.State == SurveyState.Draft) return null;
        var (schools, indicators) = (await surveys.Schools(survey), await surveys.Indicators(survey));
        var earlier = (await Earlier(survey)).ToDictionary(one => one.Version);
        var answers = await Answers(survey);
        var counted = await Counted(details, indicators, earlier, now);
        var (thisTime, lastTime) = (answers.Where(one => one.Survey == survey).Concat(counted.Now).ToLookup(one => one.Version),
            answers.Where(one => one.Survey != survey).Concat(counted.Before).ToLookup(one => one.Version));
        return new()
        {
            Survey = details,
            Schools = schools,
            Corrections = await Corrections(survey),
            Lines =
            [
                .. indicators.Select(indicator => new SummaryLine
                {
                    Indicator = indicator,
                    Earlier = earlier.GetValueOrDefault(indicator.Version),
                    Now = thisTime[indicator.Version].ToDictionary(one => one.School),
                    Before = lastTime[indicator.Version].ToDictionary(one => one.School),
                }),
            ],
        };
    }

    /// <summary>Whether the survey is closed, or was closed before.</summary>
    public Task<bool> HasBeenClosed(SurveyId survey) =>
        session.Value<bool>($"select exists (select from survey s where s.id = @survey and {WasClosed})", new { survey });

    public Task<bool> Asks(SurveyId survey, SchoolId school) => session.Value<bool>(
        "select exists (select from survey_school where survey_id = @survey and school_id = @school)", new { survey, school });

    /// <summary>Surveys whose summaries somebody may read, the newest first.</summary>
    /// <param name="school">Only those that asked this school; null: all.</param>
    /// <param name="closed">Only those that are closed, or were.</param>
    /// <param name="number">Which page.</param>
    public Task<Page<SurveyDetails>> Page(SchoolId? school, bool closed, int number) => session.Page<SurveyDetails>(number, $"""
        {SurveyQuery.Select}
        where s.state <> 'Draft' and (not @closed or {WasClosed})
          and (@school::bigint is null or exists (select from survey_school a where a.survey_id = s.id and a.school_id = @school))
        order by s.last_day desc, s.id desc
        limit @take offset @skip
        """, new { school = school?.Value, closed, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>Every period of what this survey asks, up to its own.</summary>
    public async Task<SummaryHistory> History(SurveyId survey, DateTimeOffset now)
    {
        const string Asked = """
            from survey_indicator i
            join survey s on s.id = i.survey_id
            join indicator_version v on v.id = i.indicator_version_id
            join indicator_version w on w.indicator_id = v.indicator_id
            join survey_indicator e on e.indicator_version_id = w.id
            join survey t on t.id = e.survey_id and t.state <> 'Draft' and (t.last_day, t.id) <= (s.last_day, s.id)
            """;
        var periods = (await session.Query<AskedPeriod>($"""
            select i.indicator_version_id as version, t.id as survey, t.label, t.first_day, t.last_day,
                   (select coalesce(max(x.nr), 1) from indicator_version x
                    where x.indicator_id = v.indicator_id and x.breaks and x.nr <= w.nr) as means_since
            {Asked}
            where i.survey_id = @survey
            order by i.position, t.last_day, t.id
            """, new { survey })).GroupBy(period => period.Version).SelectMany(all => all.TakeLast(MostPeriods)).ToList();
        var shown = periods.Select(period => (period.Version, period.Survey)).ToHashSet();
        var answers = (await session.Query<SummaryAnswer>($"""
            select i.indicator_version_id as version, t.id as survey, a.school_id as school, a.part, a.whole, a.words, a.missing,
                   a.surprising, a.why, a.by_site
            {Asked}
            join survey_value a on a.survey_id = t.id and a.indicator_version_id = w.id
            join survey_school c on c.survey_id = a.survey_id and c.school_id = a.school_id and c.sent_at is not null
            where i.survey_id = @survey
            """, new { survey })).Where(one => shown.Contains((one.Version, one.Survey))).ToList();
        foreach (var indicator in (await surveys.Indicators(survey)).Where(one => one.Computed is not null))
        {
            answers.AddRange((await computed.Count(indicator.Computed!.Value,
                [.. periods.Where(period => period.Version == indicator.Version).Select(period =>
                    new CountedDays(period.Survey, period.FirstDay, period.LastDay))], now))
                .Select(one => one with { Version = indicator.Version }));
        }
        var schools = await session.Query<(long Id, string Name)>("""
            select distinct n.id, n.name
            from survey_school c
            join school n on n.id = c.school_id
            where c.survey_id = any(@surveys)
            """, new { surveys = periods.Select(period => period.Survey.Value).Append(survey.Value).Distinct().ToArray() });
        return new(periods.ToLookup(period => period.Version), answers.ToLookup(one => one.Version),
            [.. schools.OrderBy(one => one.Name, Alphabet.Order).Select(one => new SchoolOfPeriods(new(one.Id), one.Name))]);
    }

    private Task<IReadOnlyList<EarlierAsking>> Earlier(SurveyId survey) => session.Query<EarlierAsking>("""
        select b.indicator_version_id as version, b.before_id as survey, s.label, s.first_day, s.last_day, b.broken
        from survey_before b
        join survey s on s.id = b.before_id
        where b.survey_id = @survey
        """, new { survey });

    /// <summary>Of this survey, and of those before it where the two can be compared.</summary>
    private Task<IReadOnlyList<SummaryAnswer>> Answers(SurveyId survey) => session.Query<SummaryAnswer>($"""
        select v.indicator_version_id as version, v.survey_id as survey, v.school_id as school, {Answer}
        from survey_value v
        {IsSent}
        where v.survey_id = @survey
        union all
        select b.indicator_version_id, v.survey_id, v.school_id, {Answer}
        from survey_before b
        join survey_value v on v.survey_id = b.before_id and v.indicator_version_id = b.before_version_id
        {IsSent}
        where b.survey_id = @survey and not b.broken
        """, new { survey });

    private async Task<(List<SummaryAnswer> Now, List<SummaryAnswer> Before)> Counted(
        SurveyDetails survey, IReadOnlyList<AskedIndicator> indicators, Dictionary<IndicatorVersionId, EarlierAsking> earlier,
        DateTimeOffset now)
    {
        var (thisTime, lastTime) = (new List<SummaryAnswer>(), new List<SummaryAnswer>());
        foreach (var indicator in indicators.Where(one => one is { Kind: IndicatorKind.Computed, Computed: not null }))
        {
            var before = earlier.GetValueOrDefault(indicator.Version) is { Broken: false } known ? known : null;
            var all = await computed.Count(indicator.Computed!.Value,
            [
                new(survey.Id, survey.FirstDay, survey.LastDay),
                .. before is null ? Array.Empty<CountedDays>() : [new(before.Survey, before.FirstDay, before.LastDay)],
            ], now);
            thisTime.AddRange(all.Where(one => one.Survey == survey.Id).Select(one => one with { Version = indicator.Version }));
            lastTime.AddRange(all.Where(one => one.Survey != survey.Id).Select(one => one with { Version = indicator.Version }));
        }
        return (thisTime, lastTime);
    }

    /// <summary>
    /// What stands otherwise than when the survey was closed the last time before this: put right, or sent only after it.
    /// </summary>
    private Task<IReadOnlyList<Correction>> Corrections(SurveyId survey) => session.Query<Correction>("""
        select v.indicator_version_id as version, v.school_id as school, p.id is not null as known,
               p.part as was_part, p.whole as was_whole, p.words as was_words, p.missing as was_missing, p.why as was_why,
               v.part, v.whole, v.words, v.missing, v.why
        from (
            select max(closed_at) as at from survey_closing where survey_id = @survey and reopened_at is not null
        ) k
        join survey_value v on v.survey_id = @survey and v.at > k.at
        join survey_school c on c.survey_id = v.survey_id and c.school_id = v.school_id and c.sent_at is not null
        join school n on n.id = v.school_id
        left join lateral (
            select o.* from survey_value_past o
            where o.survey_id = v.survey_id and o.school_id = v.school_id and o.indicator_version_id = v.indicator_version_id
              and o.at <= k.at and o.replaced_at > k.at and c.sent_at <= k.at
            order by o.version desc
            limit 1
        ) p on true
        where p.id is null or (p.part, p.whole, p.words, p.missing) is distinct from (v.part, v.whole, v.words, v.missing)
        order by alphabetical(n.name), n.id, v.indicator_version_id
        """, new { survey });
}
