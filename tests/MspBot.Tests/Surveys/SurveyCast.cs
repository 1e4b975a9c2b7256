using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Surveys;

/// <summary>
/// What stories of monitoring begin with, as it stands in the tables. Schools and their heads come from
/// <c>Nominations.MySchool.SchoolCast</c>.
/// </summary>
internal static class SurveyCast
{
    internal static Task<Visitor> HeadOfSurveys(this World world) =>
        SeminarCast.Teacher(world, World.HeadId, "Смирнова Вера Павловна", "Head");

    internal static Task<Visitor> MethodologistOfSurveys(this World world) =>
        SeminarCast.Teacher(world, 701, "Петрова Анна Ивановна", "Methodologist");

    internal static Task<Visitor> ObserverOfSurveys(this World world) =>
        SeminarCast.Teacher(world, 702, "Комаров Олег Юрьевич", "Observer");

    /// <summary>A version of a new indicator, in force. There must be a head of the site.</summary>
    internal static async Task<IndicatorVersionId> Indicator(
        this World world, string name, IndicatorKind kind = IndicatorKind.Share, Better better = Better.Less,
        Frequency every = Frequency.HalfYear, string hint = "классные журналы", ComputedFigure? computed = null)
    {
        return new(await world.Sql<long>($"""
            with one as (
                insert into indicator (kind, every, month, computed)
                values ('{kind}', '{every}', {(every == Frequency.Year ? "5" : "null")}, {Text(computed?.ToString())})
                returning id
            )
            insert into indicator_version (indicator_id, nr, name, unit, hint, better, by_person, at)
            select id, 1, '{name}', 'уч.', '{hint}', '{better}', {AnyHead}, {world.Now} from one returning id
            """));
    }

    /// <summary>A number with bounds that nobody has asked yet, in a world that need not have a head.</summary>
    internal static async Task<long> IndicatorToChange(this World world)
    {
        if (await world.Sql<int>("select count(*) from person_role where role = 'Head'") == 0)
            (await world.Teacher(99_998, "Смирнова Вера Павловна", "Head")).StartedEarlier();
        var number = await world.Sql<int>("select count(*) from indicator");
        var version = await world.Indicator($"Вакансии <&> {number}", IndicatorKind.Number);
        await world.Sql<int>($"update indicator_version set minimum = 1, maximum = 100 where id = {version.Value}");
        return await world.Sql<long>($"select indicator_id from indicator_version where id = {version.Value}");
    }

    /// <summary>A draft that may be opened, in a world that need not have a head.</summary>
    internal static async Task<SurveyId> DraftToOpen(this World world)
    {
        var version = await world.Sql<long>($"select id from indicator_version where indicator_id = {await world.IndicatorToChange()}");
        return await world.Survey("1 полугодие 2026/27", new(2026, 9, 1), new(2026, 12, 31), new(2026, 12, 18),
            [await world.School($"МОУ «СОШ № 12.{version}»")], [new(version)], SurveyState.Draft);
    }

    /// <summary>A school with low results; those that people of the cast work at are others from now on.</summary>
    internal static async Task<long> LowResults(this World world, string name = SchoolCast.Ours)
    {
        await world.Sql<int>("update school set kind = 'Other' where name not like 'МОУ «СОШ №%'");
        return await world.School(name);
    }

    /// <summary>The newest draft, as a button does.</summary>
    internal static async Task OpensDraft(this World world, Visitor head)
    {
        await head.Opens($"c:mo:{await world.Sql<long>("select max(id) from survey where state = 'Draft'")}:show");
        await head.Sees("черновик");
    }

    /// <summary>A survey that asks these schools these things, in this order.</summary>
    /// <param name="world">The story's.</param>
    /// <param name="label">«1 полугодие 2026/27»</param>
    /// <param name="first">Its period's.</param>
    /// <param name="last">Its period's.</param>
    /// <param name="due">By when it is to be answered.</param>
    /// <param name="schools">Who is asked.</param>
    /// <param name="indicators">What is asked.</param>
    /// <param name="state">Where it stands; a closed one is opened first, so that values can be written: <see cref="Closes"/>.</param>
    internal static async Task<SurveyId> Survey(
        this World world, string label, DateOnly first, DateOnly last, DateOnly due, IReadOnlyList<long> schools,
        IReadOnlyList<IndicatorVersionId> indicators, SurveyState state = SurveyState.Open)
    {
        var survey = await world.Sql<long>($"""
            insert into survey (label, every, first_day, last_day, due_on, state, created_by, created_at)
            values ('{label}', 'HalfYear', '{first:yyyy-MM-dd}', '{last:yyyy-MM-dd}', '{due:yyyy-MM-dd}', 'Draft', {AnyHead}, {world.Now})
            returning id
            """);
        foreach (var (position, indicator) in indicators.Index())
            await world.Sql<int>($"insert into survey_indicator values ({survey}, {indicator.Value}, {position + 1})");
        foreach (var school in schools)
            await world.Sql<int>($"insert into survey_school (survey_id, school_id) values ({survey}, {school})");
        if (state != SurveyState.Draft)
            await world.Sql<int>($"update survey set state = 'Open', opened_at = {world.Now} where id = {survey}");
        if (state == SurveyState.Closed) await world.Closes(new(survey));
        return new(survey);
    }

    /// <summary>Closes an open survey, as a press does, but tells nobody.</summary>
    internal static Task<int> Closes(this World world, SurveyId survey) => world.Sql<int>($"""
        insert into survey_closing (survey_id, nr, closed_by, closed_at)
        select {survey.Value}, count(*) + 1, {AnyHead}, {world.Now} from survey_closing where survey_id = {survey.Value};
        update survey set state = 'Closed', closed_at = {world.Now}, revision = revision + 1 where id = {survey.Value}
        """);

    /// <summary>What a school has answered; the survey must be open. The school is then filling in.</summary>
    internal static Task<int> Value(this World world, SurveyId survey, long school, IndicatorVersionId indicator, SurveyValue value) =>
        world.Sql<int>(FormattableString.Invariant($"""
            insert into survey_value (survey_id, school_id, indicator_version_id, part, whole, words, missing, by_person, at)
            values ({survey.Value}, {school}, {indicator.Value}, {Number(value.Part)}, {Number(value.Whole)}, {Text(value.Words)},
                {Text(value.Missing?.ToString())}, {AnyHead}, {world.Now});
            update survey_school set state = 'Filling' where survey_id = {survey.Value} and school_id = {school} and state = 'Waiting'
            """));

    /// <summary>The school has sent what it has answered, now.</summary>
    internal static Task<int> Sent(this World world, SurveyId survey, long school, bool accepted = false) => world.Sql<int>($"""
        update survey_school
        set state = '{(accepted ? "Accepted" : "Sent")}', sent_at = {world.Now}, sent_by = {AnyHead}, version = version + 1,
            accepted_at = {(accepted ? world.Now : "null")}, accepted_by = {(accepted ? AnyHead : "null")}
        where survey_id = {survey.Value} and school_id = {school}
        """);

    /// <summary>Any head of the site, for columns that say who.</summary>
    private const string AnyHead = "(select min(person_id) from person_role where role = 'Head')";

    private static string Number(decimal? number) => number is { } one ? FormattableString.Invariant($"{one}") : "null";

    private static string Text(string? text) => text is null ? "null" : $"'{text}'";
}
