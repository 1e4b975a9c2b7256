using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Support;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>What happens to surveys over the years, as it stands in the tables.</summary>
internal static class SummaryCast
{
    /// <summary>Half-years: three of them, the last one is the present.</summary>
    internal static readonly (string Label, DateOnly First, DateOnly Last)[] Periods =
    [
        ("1 полугодие 2025/26", new(2025, 9, 1), new(2025, 12, 31)), ("2 полугодие 2025/26", new(2026, 1, 1), new(2026, 5, 31)),
        ("1 полугодие 2026/27", new(2026, 9, 1), new(2026, 12, 31)),
    ];

    internal static Task<SurveyId> Asks(
        this World world, int period, IReadOnlyList<long> schools, params IReadOnlyList<IndicatorVersionId> indicators)
    {
        var (label, first, last) = Periods[period];
        return world.Survey(label, first, last, last.AddDays(14), schools, indicators);
    }

    /// <summary>A school has answered all that is given, and sent it.</summary>
    internal static async Task Sends(
        this World world, SurveyId survey, long school, params (IndicatorVersionId Indicator, SurveyValue Value)[] values)
    {
        foreach (var (indicator, value) in values) await world.Value(survey, school, indicator, value);
        await world.Sent(survey, school);
    }

    /// <summary>Three schools, named so that none stands in another's name.</summary>
    internal static async Task<(long Twelve, long Three, long Five)> ThreeSchools(this World world) =>
        (await world.School(), await world.School("МОУ «СОШ № 3»"), await world.School("МОУ «Лицей № 5»"));

    /// <summary>The next version of an indicator, asked from now on.</summary>
    internal static async Task<IndicatorVersionId> Redefined(this World world, IndicatorVersionId version, string name, bool breaks) =>
        new(await world.Sql<long>($"""
        with v as (
            insert into indicator_version (indicator_id, nr, name, unit, hint, better, breaks, by_person, at)
            select v.indicator_id, v.nr + 1, '{name}', v.unit, v.hint, v.better, {(breaks ? "true" : "false")}, v.by_person, {world.Now}
            from indicator_version v where v.id = {version.Value}
            returning id, indicator_id, nr
        ), i as (update indicator set nr = v.nr from v where indicator.id = v.indicator_id)
        select id from v
        """));

    internal static Task<int> Reopens(this World world, SurveyId survey) => world.Sql<int>($"""
        update survey_closing
        set reopened_by = closed_by, reopened_at = {world.Now}, reason = 'Ошибка в ответах'
        where survey_id = {survey.Value} and reopened_at is null;
        update survey set state = 'Open', closed_at = null, revision = revision + 1 where id = {survey.Value}
        """);

    internal static Task<int> PutsRight(this World world, SurveyId survey, long school, IndicatorVersionId indicator, int part) =>
        world.Sql<int>($"""
        update survey_value set part = {part}, at = {world.Now}
        where survey_id = {survey.Value} and school_id = {school} and indicator_version_id = {indicator.Value}
        """);

    /// <summary>«survey.school», of a world that need not have anything yet: what begins a recommendation.</summary>
    internal static async Task<string> SurveyAndSchool(World world)
    {
        if (await world.Sql<int>("select count(*) from person_role where role = 'Head'") == 0)
            (await Seminars.SeminarCast.Teacher(world, 99_998, "Смирнова Вера Павловна", "Head")).StartedEarlier();
        var school = await world.Sql<long>("select coalesce(max(id), 0) from school");
        if (school == 0) school = await world.School();
        var survey = await world.Asks(2, [school], await world.Indicator("Риски <&>"));
        return $"{survey.Value}.{school}";
    }
}
