using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>What is asked about an indicator, when it is added and when it is changed.</summary>
internal static class IndicatorQuestions
{
    internal static Task<string> Name(Dialog ask) => ask.Text("indicator-name", new("Показатель", "Как называется показатель?",
        "Например: «2» за ВПР, математика, 5 класс"), IndicatorText.LongestName, Line);

    internal static Task<IndicatorKind> Kind(Dialog ask) => ask.Choice("indicator-kind", new("Ответ", "Каким будет ответ школы?",
            "Доля — всегда два числа, «41 из 63»: процент бот посчитает сам."),
        [.. Enum.GetValues<IndicatorKind>().Select(kind => new Option<IndicatorKind>(kind, IndicatorTexts.Kind(kind)))]);

    internal static Task<ComputedFigure> Figure(Dialog ask) => ask.Choice("indicator-figure",
        new("Бот считает", "Что считать? Школы об этом не спрашиваем."),
        [.. Enum.GetValues<ComputedFigure>().Select(figure => new Option<ComputedFigure>(figure, IndicatorTexts.Figure(figure)))]);

    internal static Task<string?> Unit(Dialog ask) => ask.OptionalText("indicator-unit",
        new("Единица", "В чём измеряется?", "Например: чел."), IndicatorText.LongestUnit, Line, ["чел.", "ч", "ставок"]);

    internal static Task<string?> Hint(Dialog ask) => ask.OptionalText("indicator-hint",
        new("Где взять", "Где школа найдёт это число?", "Например: протокол ВПР, форма сбора результатов"), IndicatorText.LongestHint,
        Line);

    internal static Task<Better> Better(Dialog ask) => ask.Choice("indicator-better",
        new("Лучше", "Когда становится лучше?", "От этого зависят стрелки в своде."),
        [
            new Option<Better>(Domain.Surveys.Indicators.Better.More, "Когда больше", "больше"),
            new Option<Better>(Domain.Surveys.Indicators.Better.Less, "Когда меньше", "меньше"),
            new Option<Better>(Domain.Surveys.Indicators.Better.Neither, "Всё равно", "всё равно"),
        ]);

    internal static async Task<(Frequency Every, int? Month)> Often(Dialog ask)
    {
        var every = await ask.Choice("indicator-every", new("Как часто", "Как часто спрашивать?"),
            [
                new Option<Frequency>(Frequency.Quarter, "Каждую четверть", "каждую четверть"),
                new Option<Frequency>(Frequency.HalfYear, "Каждое полугодие", "каждое полугодие"),
                new Option<Frequency>(Frequency.Year, "Раз в год", "раз в год"),
            ]);
        if (every != Frequency.Year) return (every, null);
        // As a school year goes.
        var month = await ask.Choice("indicator-month", new("Месяц", "В каком месяце известен результат?"),
            [.. Enumerable.Range(0, 12).Select(n => (n + 8) % 12 + 1).Select(nr => new Option<int>(nr, IndicatorTexts.Month(nr)))],
            columns: 3);
        return (every, month);
    }

    internal static async Task<(decimal? Minimum, decimal? Maximum)> Bounds(Dialog ask)
    {
        var least = Value(await ask.OptionalText("indicator-min", new("Не меньше", "Какое число будет наименьшим?",
            "Например: 0. Школа не сможет ответить меньше.")
        { Skip = NoBound }, Longest, text => Bound(text, null)));
        var most = Value(await ask.OptionalText(Most, new("Не больше", "Какое число будет наибольшим?",
            "Например: 100. Школа не сможет ответить больше.")
        { Skip = NoBound }, Longest, text => Bound(text, least)));
        return (least, most);
    }

    /// <summary>Whether it means something else now.</summary>
    internal static Task<bool> Breaks(Dialog ask) => ask.Choice("indicator-meaning",
        new("Смысл", "Показатель уже спрашивали. Смысл изменился?",
            "Если другой, новые ответы не сравниваются с прежними: динамика начнётся заново."),
        [new Option<bool>(false, "Смысл прежний", "прежний"), new Option<bool>(true, "Смысл другой", "другой")]);

    /// <summary>The greatest value, asked anew where the least was put above it afterwards.</summary>
    internal const string Most = "indicator-max";

    internal static Done Crossed =>
        new Done.Refused(SurveyRefusal.BoundsCrossed, Html.Text(SurveyRefusalTexts.Of(SurveyRefusal.BoundsCrossed)));

    private const string NoBound = "Без границы";
    private const int Longest = 20;

    private static decimal? Value(string? text) => text is null ? null : TypedBound.Read(text);

    private static Parsed<string> Bound(string text, decimal? least) => TypedBound.Read(text) is not { } number
        ? new Parsed<string>.Bad("Это не похоже на число от нуля. Дробь пишите через запятую или точку: 3,5.")
        : number < least ? new Parsed<string>.Bad($"Наибольшее не может быть меньше наименьшего: {ValueTexts.Number(least.Value)}.")
        : new Parsed<string>.Good(text, ValueTexts.Number(number));

    private static Parsed<string> Line(string text)
    {
        var line = Domain.Spelling.OneLine.Of(text);
        return Printing.Printable.Reads(line) ? new Parsed<string>.Good(line, line)
            : new Parsed<string>.Bad("Здесь есть знаки, которых нет в шрифтах документов. Напишите обычными буквами.");
    }
}
