using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Indicators;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Opening;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Indicators;

namespace MspBot.Host.Surveys.Opening;

/// <summary>What is asked about a survey, when it is drafted and when its draft is changed.</summary>
internal static class SurveyQuestions
{
    internal const string PeriodKey = "survey-period";
    internal const string DueKey = "survey-due";
    internal const string SchoolsKey = "survey-schools";

    private static readonly int[] OtherTerms = [5, 15];

    internal static Task<SurveyPeriod> Period(Dialog ask)
    {
        var today = ask.Zone.DayOf(ask.Now);
        return ask.Choice(PeriodKey, new("Период", "За какой период опрос?", "Свои дни напишите: с 01.09 по 30.11"),
            [.. SurveyPeriod.Usual(today).Select(period => new Option<SurveyPeriod>(period, period.Label))],
            text => SurveyPeriod.Read(text, today) is { } period ? new Parsed<SurveyPeriod>.Good(period, period.Label)
                : new Parsed<SurveyPeriod>.Bad(
                    "Нужны два дня, с какого и по какой, не дольше года, и период должен уже начаться. Например: с 01.09 по 30.11"));
    }

    /// <param name="ask">The dialog.</param>
    /// <param name="key">Of the answer: what was ticked for one period says nothing of another.</param>
    /// <param name="asked">All that can be asked.</param>
    /// <param name="ticked">What is ticked at first.</param>
    internal static Task<IReadOnlyList<IndicatorId>> Indicators(
        Dialog ask, string key, IReadOnlyList<IndicatorDetails> asked, Func<IndicatorDetails, bool> ticked)
    {
        List<IndicatorDetails> ordered = [.. asked.OrderBy(one => !ticked(one)).ThenBy(one => one.Id.Value)];
        return ask.ManyOf(key, new("Показатели", "О чём спросить школы?", "Отмечено то, что в этот период пора спрашивать."),
            () => Task.FromResult<IReadOnlyList<Option<IndicatorId>>>(
                [.. ordered.Select(one => new Option<IndicatorId>(one.Id, one.Name))]),
            ticked: [.. ordered.Where(ticked).Select(one => one.Id)]);
    }

    internal static string IndicatorsKey(SurveyPeriod period) =>
        FormattableString.Invariant($"survey-asked.{period.First:yyyyMMdd}.{period.Last:yyyyMMdd}");

    internal static Task<DateOnly> Due(Dialog ask, WorkingCalendar calendar)
    {
        var today = ask.Zone.DayOf(ask.Now);
        var usual = OpeningRules.UsualDue(today, calendar);
        return ask.Choice(DueKey, new("Срок ответа", "До какого дня ждать ответов?", "Другой день напишите: 25.12"),
            [
                new Option<DateOnly>(usual, $"{Russian.Day(usual)}, 10 рабочих дней", Russian.Day(usual)),
                .. OtherTerms.Select(days => (days, Day: calendar.After(today, days))).Select(term => new Option<DateOnly>(term.Day,
                    $"{Russian.Day(term.Day)}, {Russian.Number(term.days)} рабочих дней", Russian.Day(term.Day))),
            ],
            text => TypedDue(text, today));
    }

    internal static async Task<IReadOnlyList<SchoolId>> Schools(
        Dialog ask, IReadOnlyList<School> listed, IReadOnlyList<SchoolId>? ticked = null) =>
        await ask.ManyOf(SchoolsKey, new("Школы", "Какие школы спросить?", "Здесь школы с низкими результатами."),
            () => Task.FromResult<IReadOnlyList<Option<SchoolId>>>([.. listed.Select(one => new Option<SchoolId>(one.Id, one.Name))]),
            ticked: ticked ?? [.. listed.Select(one => one.Id)]);

    internal static async Task<IReadOnlyList<School>> Listed(SchoolReader schools) =>
        [.. (await schools.Confirmed()).Where(one => one.Kind == SchoolKind.LowResults)];

    private static Parsed<DateOnly> TypedDue(string text, DateOnly today) => TypedMomentReader.Read(text, today) switch
    {
        TypedMoment.Understood { Day: { } day, Time: null } => OpeningRules.CheckDue(day, today) is { } early
            ? new Parsed<DateOnly>.Bad(SurveyRefusalTexts.Of(early))
            : day > today.AddYears(1) ? new Parsed<DateOnly>.Bad(DialogTexts.DayTooFar)
            : new Parsed<DateOnly>.Good(day, Russian.Day(day)),
        TypedMoment.NoSuchDay(var typed) => new Parsed<DateOnly>.Bad(DialogTexts.NoSuchDay(typed)),
        _ => new Parsed<DateOnly>.Bad(DialogTexts.DayUnclear),
    };
}
