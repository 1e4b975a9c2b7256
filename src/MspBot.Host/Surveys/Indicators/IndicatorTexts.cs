using System.Globalization;
using MspBot.Data.Surveys.Indicators;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>Words of the list of indicators, and of one.</summary>
internal static class IndicatorTexts
{
    internal const string Title = "Показатели";
    internal const string TypicalSet = "Типовой набор";
    internal const string Add = "Добавить показатель";
    internal const string AddAnother = "Добавить ещё показатель";
    internal const string Change = "Изменить показатель";
    internal const string Retire = "Убрать показатель";
    internal const string GiveBack = "Вернуть показатель";
    internal const string ToList = "К показателям";
    internal const string Back = "К показателю";
    internal const string ToMonitoring = "К мониторингу";

    internal static string RetiredOnes(int count) => $"Убранные: {Russian.Number(count)}";

    internal static Html List(int asked, bool retired) => Html.Paragraphs(
        Html.Bold(retired ? "Показатели, которые больше не спрашиваются" : Title),
        Html.Text(retired ? "Их ответы хранятся. Любой можно вернуть."
            : asked == 0 ? "Пока нет ни одного. Начните с типового набора: лишнее потом можно убрать."
            : $"Школы отвечают на них в опросах. Всего {Count(asked)}."));

    internal static string Count(int count) => Russian.Count(count, "показатель", "показателя", "показателей");

    internal static string SetAdded(int added) => added == 0 ? "Весь типовой набор уже здесь. Что убрано, можно вернуть."
        : $"Добавлено: {Count(added)}. Лишнее уберите: откройте показатель и нажмите «{Retire}».";

    internal static Html Card(IndicatorDetails one, IReadOnlyList<IndicatorVersion> versions, SiteZone zone) => Html.Paragraphs(
        Html.Bold(one.Name),
        one.RetiredAt is { } at ? Html.Text($"Не спрашивается с {Russian.DayAndMonth(zone.DayOf(at))} {zone.DayOf(at).Year}.") : default,
        Html.Lines(
            Html.Text($"Ответ: {KindLong(one.Kind, one.Computed)}"),
            one.Unit is { } unit ? Html.Text($"Единица: {unit}") : default,
            one.Hint is { } hint ? Html.Text($"Где взять: {hint}") : default,
            Html.Text($"Лучше: {Way(one.Better)}"),
            Bounds(one.Minimum, one.Maximum) is { } bounds ? Html.Text($"Границы: {bounds}") : default,
            Html.Text($"Спрашивается: {Often(one.Every, one.Month)}")),
        Versions(versions, zone));

    /// <summary>What it was before, and from where on the two are not compared.</summary>
    private static Html Versions(IReadOnlyList<IndicatorVersion> versions, SiteZone zone)
    {
        if (versions.Count < 2) return default;
        var lines = new List<Html> { Html.Text("Раньше:") };
        for (var n = 1; n < versions.Count && n <= Shown; n++)
        {
            var (next, was) = (versions[n - 1], versions[n]);
            lines.Add(Html.Text($"До {zone.DayOf(next.At):dd.MM.yyyy}: {Differs(was, next)}." + (next.Breaks
                ? " Смысл стал другим: сравнение с прошлым начинается заново." : " Сравнение с прошлым продолжается.")));
        }
        if (versions.Count - 1 - Shown is > 0 and var more)
            lines.Add(Html.Text($"И ещё {Russian.Count(more, "редакция", "редакции", "редакций")}."));
        return Html.Lines([.. lines]);
    }

    private const int Shown = 5;

    /// <summary>So much of an old name or hint: all versions that are shown fit into a message.</summary>
    private const int LongestOld = 150;

    private static string Differs(IndicatorVersion was, IndicatorVersion next) => string.Join("; ", Differences(was, next));

    private static IEnumerable<string> Differences(IndicatorVersion was, IndicatorVersion next)
    {
        if (was.Name != next.Name) yield return $"«{Ellipsis.Cut(was.Name, LongestOld)}»";
        if (was.Unit != next.Unit) yield return $"единица — {was.Unit ?? "не указана"}";
        if (was.Hint != next.Hint) yield return $"где взять — {(was.Hint is { } hint ? Ellipsis.Cut(hint, LongestOld) : "не указано")}";
        if (was.Better != next.Better) yield return $"лучше — {Way(was.Better)}";
        if ((was.Minimum, was.Maximum) != (next.Minimum, next.Maximum))
            yield return $"границы — {Bounds(was.Minimum, was.Maximum) ?? "не указаны"}";
    }

    internal static string Kind(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Share => "доля",
        IndicatorKind.Number => "число",
        IndicatorKind.Score => "балл 1–5",
        IndicatorKind.YesNo => "да/нет",
        IndicatorKind.Words => "словами",
        IndicatorKind.Computed => "бот считает сам",
    };

    private static string KindLong(IndicatorKind kind, ComputedFigure? computed) => (kind, computed) switch
    {
        (IndicatorKind.Share, _) => "доля, два числа: сколько и из скольких",
        (IndicatorKind.Computed, { } figure) => $"бот считает сам, {Figure(figure)}",
        _ => Kind(kind),
    };

    internal static string Figure(ComputedFigure figure) => figure switch
    {
        ComputedFigure.TeachersReached => "педагоги школы на мероприятиях и консультациях",
        ComputedFigure.TutoringHours => "часы консультаций",
        ComputedFigure.RecommendationsDone => "выполненные рекомендации",
    };

    internal static string Way(Better better) => better switch
    {
        Better.More => "больше",
        Better.Less => "меньше",
        Better.Neither => "всё равно",
    };

    internal static string Often(Frequency every, int? month) => every switch
    {
        Frequency.Quarter => "каждую четверть",
        Frequency.HalfYear => "каждое полугодие",
        Frequency.Year => $"раз в год, {Month(month ?? 1)}",
    };

    /// <summary>«май»</summary>
    internal static string Month(int month) => CultureInfo.GetCultureInfo("ru-RU").DateTimeFormat.MonthNames[month - 1];

    internal static string? Bounds(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
    {
        ({ } least, { } most) => $"от {ValueTexts.Number(least)} до {ValueTexts.Number(most)}",
        ({ } least, null) => $"не меньше {ValueTexts.Number(least)}",
        (null, { } most) => $"не больше {ValueTexts.Number(most)}",
        _ => null,
    };

    internal const string Retired = "Показатель убран: в новых опросах его не будет. Прежние ответы хранятся.";
    internal const string GivenBack = "Показатель возвращён: он снова будет в новых опросах.";
    internal const string Added = "Показатель добавлен.";
    internal const string Saved = "Изменено. В прежних опросах показатель остался таким, каким его спрашивали.";
    internal const string SavedPlain = "Изменено.";
    internal const string SavedBroken = "Изменено. Смысл другой, поэтому сравнение с прошлым начнётся заново.";

    /// <summary>More than a name or a hint may have; the card below must fit as well.</summary>
    private const int LongestTyped = 400;

    /// <summary>What was typed for a change that was not made, so that it can be copied.</summary>
    internal static Html NotKept(string? typed) => typed is null ? default
        : Html.Text($"Вы написали: «{Ellipsis.Cut(typed, LongestTyped)}». Это не сохранено.");
}
