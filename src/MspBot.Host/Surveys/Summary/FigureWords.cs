using MspBot.Data.Surveys.Summary;
using MspBot.Domain.People;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Summary;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Summary;

/// <summary>How values, sums and changes are written: the same in a message, in a picture and on paper.</summary>
internal static class FigureWords
{
    internal const string Up = "▲";
    internal const string Down = "▼";
    internal const string Level = "=";
    internal const string Break = "Показатель изменён, сравнивать нельзя";
    internal const string NotAskedBefore = "Раньше не спрашивали";
    internal const string NotBoth = "Сравнить не с чем: ни у одной школы нет ответа за оба раза";
    internal const string NoAnswers = "Ответов нет";
    internal const string NotSent = "не ответила";
    internal const string Hidden = "скрыто: малые числа";
    internal const string None = "—";

    /// <summary>What a school has answered: «41 из 63 (65 %)»; null: it has not.</summary>
    internal static string Value(SummaryLine line, SummaryAnswer? answer) => answer is null ? NotSent
        : ValueTexts.Of(Kind(line), answer.Value, Unit(line), answer.Why);

    /// <summary>«41 из 341 (12 %)», «всего 14 уч.», «средний балл 3,5», ««да» у 3 из 5»</summary>
    internal static string Total(SummaryLine line, Total? total) => (line.Measure, total) switch
    {
        (_, null) => NoAnswers,
        ({ IsShare: true }, var sum) =>
            $"{ValueTexts.Number(sum.Part)} из {ValueTexts.Number(sum.Whole)} ({ValueTexts.Percent(sum.Part, sum.Whole)})",
        ({ Kind: IndicatorKind.Score }, var mean) => $"средний балл {ValueTexts.Number(Math.Round(mean.Level, 2))}",
        ({ Kind: IndicatorKind.YesNo }, var yes) => $"«да» у {ValueTexts.Number(yes.Part)} из {ValueTexts.Number(yes.Whole)}",
        (_, var sum) => $"всего {UnitTexts.Of(sum.Part, Unit(line))}",
    };

    /// <summary>Only where it stands: «12 %», «14», «3,5», «3 из 5».</summary>
    internal static string Short(Total? total) => total switch
    {
        null => None,
        { Measure.IsShare: true } => Percent(total.Part, total.Whole),
        { Measure.Kind: IndicatorKind.Score } => Rounded(total.Level, 2),
        { Measure.Kind: IndicatorKind.YesNo } => $"{ValueTexts.Number(total.Part)} из {ValueTexts.Number(total.Whole)}",
        _ => ValueTexts.Number(total.Part),
    };

    /// <summary>«65 %», «12», «да», «н/д»; «—» where the school has not answered.</summary>
    internal static string Short(SummaryLine line, SummaryAnswer? answer) => answer switch
    {
        null => None,
        { Missing: not null } => "н/д",
        { Words: not null } => "слова",
        _ when line.Measure.IsShare => answer is { Part: { } part, Whole: { } whole and > 0 } ? Percent(part, whole) : None,
        _ when line.Indicator.Kind == IndicatorKind.YesNo => answer.Part == 1 ? ValueTexts.Yes : ValueTexts.No,
        _ => ValueTexts.Number(answer.Part ?? 0),
    };

    /// <summary>«▲ на 5 п. п. больше», «▼ на 0,2 меньше», «= без изменений»</summary>
    internal static string Change(SummaryLine line, decimal by) => Size(line, by) is 0 ? $"{Level} без изменений"
        : by > 0 ? $"{Up} на {Sized(line, by, isBy: true)} больше" : $"{Down} на {Sized(line, by, isBy: true)} меньше";

    /// <summary>«+5 п. п.», «−0,2»; «0»</summary>
    internal static string Signed(SummaryLine line, decimal by) =>
        Size(line, by) is 0 ? "0" : $"{(by > 0 ? "+" : "−")}{Sized(line, by, isBy: false)}";

    /// <summary>«▲5», «▼0,2», «=»</summary>
    internal static string Arrow(SummaryLine line, decimal by) =>
        Size(line, by) is 0 ? Level : $"{(by > 0 ? Up : Down)}{ValueTexts.Number(Size(line, by))}";

    /// <summary>«, лучше», «, хуже»</summary>
    internal static string Verdict(Verdict verdict) => verdict switch
    {
        Domain.Surveys.Summary.Verdict.Better => ", лучше",
        Domain.Surveys.Summary.Verdict.Worse => ", хуже",
        _ => "",
    };

    /// <summary>How one school has moved; null: there is nothing to compare, or it is not shown.</summary>
    internal static string? Moved(SummaryView view, SummaryLine line, SchoolId school) =>
        !view.HidesMove(line, school) && line.Move(school) is { } move ? Change(line, move.By) + Verdict(move.Verdict) : null;

    /// <summary>What the school has said of its value.</summary>
    internal static string Explained(SummaryAnswer? answer) => string.Join("; ", new[]
    {
        answer is { Missing: null } ? answer.Why : null,
        answer is { Surprising: true } ? "сильно отличается от прошлого раза, школа подтвердила" : null,
        answer is { BySite: true } ? "внесено площадкой" : null,
    }.OfType<string>());

    /// <summary>«%», «уч.», «балл»</summary>
    internal static string UnitOf(SummaryLine line) => line.Measure switch
    {
        { IsShare: true } => "%",
        { Kind: IndicatorKind.Score } => "балл",
        { Kind: IndicatorKind.YesNo } => "да/нет",
        { Kind: IndicatorKind.Words } => "словами",
        _ => Unit(line) ?? None,
    };

    internal static IndicatorKind Kind(SummaryLine line) => line.Measure.IsShare ? IndicatorKind.Share
        : line.Indicator.Kind == IndicatorKind.Computed ? IndicatorKind.Number : line.Indicator.Kind;

    internal static string Schools(int count) => Russian.Count(count, "школа", "школы", "школ");

    /// <summary>«из 2 школ», «из 21 школы»</summary>
    internal static string OfSchools(int count) => Russian.Count(count, "школы", "школ", "школ");

    private static string? Unit(SummaryLine line) => line.Indicator.Unit ?? line.Indicator.Computed switch
    {
        ComputedFigure.TeachersReached => "чел.",
        ComputedFigure.TutoringHours => "ч",
        _ => null,
    };

    private static string Sized(SummaryLine line, decimal by, bool isBy) => line.Measure switch
    {
        { IsShare: true } => $"{ValueTexts.Number(Size(line, by))} п. п.",
        { Kind: IndicatorKind.Score or IndicatorKind.YesNo } => ValueTexts.Number(Size(line, by)),
        _ => UnitTexts.Of(Size(line, by), Unit(line), isBy),
    };

    private static decimal Size(SummaryLine line, decimal by) =>
        Math.Round(Math.Abs(by), line.Measure.IsShare ? 1 : 2, MidpointRounding.AwayFromZero);

    /// <summary>«65 %», «<1 %», «>99 %»</summary>
    private static string Percent(decimal part, decimal whole) => ValueTexts.Percent(part, whole)
        .Replace("меньше ", "<", StringComparison.Ordinal).Replace("больше ", ">", StringComparison.Ordinal);

    private static string Rounded(decimal number, int digits) =>
        ValueTexts.Number(Math.Round(number, digits, MidpointRounding.AwayFromZero));
}
