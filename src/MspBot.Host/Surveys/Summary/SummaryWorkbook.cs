using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Summary;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Surveys.Summary;

/// <summary>The summary as a workbook: «Свод», a sheet for each indicator with schools by periods, «Кто ответил», «Как считали».</summary>
internal sealed class SummaryWorkbook(SummaryView view, SummaryHistory history, SiteZone zone)
{
    private const int LongestSheetName = 31;
    private const int LongestWords = 500;

    private SurveySummary Summary => view.Summary;

    internal byte[] Xlsx()
    {
        List<SheetOfBook> sheets = [Table(), .. Summary.Lines.Select(Indicator), Answered(), HowCounted()];
        return SheetWriter.Book(SummaryTexts.Of(Summary.Survey.Label), sheets);
    }

    private SheetOfBook Table() => new(SummaryTexts.Summary,
    [
        new("№", 5), new("Показатель", 44), new("Ед.", 9), new("Прошлый период", 20), new("Было", 12), new("Стало", 12),
        new("Изменение", 12), new("Сравнили школ", 11), new("Лучше", 8), new("Хуже", 8), new("Ответили школ", 11), new("Примечание", 30),
    ], [.. Summary.Lines.Select(Row)]);

    private IReadOnlyList<object?> Row(SummaryLine line)
    {
        var (figures, broken) = (line.Figures, line.Earlier is { Broken: true });
        var hidden = view.HidesChange(line);
        return
        [
            (decimal)line.Indicator.Position, line.Indicator.Name, FigureWords.UnitOf(line), line.Earlier?.Label,
            view.HidesTotalBefore(line) ? FigureWords.Hidden : Number(line, figures.Before),
            view.HidesTotal(line) ? FigureWords.Hidden : Number(line, figures.Now),
            hidden ? FigureWords.Hidden : Rounded(figures.Change), (decimal)figures.Compared,
            line.Measure.IsMeasured && !hidden ? (decimal)figures.Improved : null,
            line.Measure.IsMeasured && !hidden ? (decimal)figures.Worsened : null,
            (decimal)line.Now.Count, Note(line, broken),
        ];
    }

    private static string Note(SummaryLine line, bool broken) => broken ? FigureWords.Break
        : !line.Measure.IsMeasured ? "Ответы словами: на листе показателя"
        : line.Earlier is null ? FigureWords.NotAskedBefore : line.Figures is { Change: null, Now: not null } ? FigureWords.NotBoth : "";

    /// <summary>Schools by periods; of the present one also the two numbers and what the school says.</summary>
    private SheetOfBook Indicator(SummaryLine line)
    {
        List<AskedPeriod> periods = [.. history.Periods[line.Indicator.Version]];
        var answers = history.Answers[line.Indicator.Version].ToLookup(one => one.Survey);
        List<Dictionary<SchoolId, SummaryAnswer>> columns =
            [.. periods.Select(period => answers[period.Survey].ToDictionary(one => one.School))];
        List<IReadOnlySet<SchoolId>> hidden = [.. columns.Select(column => view.IsLimited
            ? SmallShares.Hidden(line.Measure, SummaryLine.Values(column)) : new HashSet<SchoolId>())];
        var asked = Summary.Schools.Select(school => school.School).ToHashSet();
        return new(SheetName(line),
        [
            new("Школа", 34), .. periods.Select((period, nr) => new SheetColumn(Heading(periods, nr), 15)), new("Изменение", 12),
            new("Сколько", 10), new("Из скольких", 10), new("Пояснение школы", 34),
        ],
        [
            [
                "По району", .. columns.Select((column, nr) => (object?)(hidden[nr].Count == 1 ? FigureWords.Hidden
                    : Number(line, Total.Of(line.Measure, column.Values.Select(one => one.Value))))),
                view.HidesChange(line) ? FigureWords.Hidden : Rounded(line.Figures.Change),
                view.HidesTotal(line) ? null : line.Figures.Now?.Part,
                view.HidesTotal(line) || !line.Measure.IsShare ? null : line.Figures.Now?.Whole, null,
            ],
            .. history.Schools.Where(school => asked.Contains(school.Id) || columns.Exists(column => column.ContainsKey(school.Id)))
                .Select(school => School(line, school, columns, hidden)),
        ]);
    }

    private IReadOnlyList<object?> School(
        SummaryLine line, SchoolOfPeriods school, List<Dictionary<SchoolId, SummaryAnswer>> columns, List<IReadOnlySet<SchoolId>> hidden)
    {
        var (now, isHidden) = (line.Now.GetValueOrDefault(school.Id), view.Hides(line, school.Id));
        return
        [
            school.Name, .. columns.Select((column, nr) => hidden[nr].Contains(school.Id) ? FigureWords.Hidden
                : Value(line, column.GetValueOrDefault(school.Id))),
            view.HidesMove(line, school.Id) ? null : Rounded(line.Move(school.Id)?.By),
            isHidden ? null : now?.Part, isHidden ? null : now?.Whole, isHidden ? null : FigureWords.Explained(now),
        ];
    }

    /// <summary>Numbers as numbers; all else in words. Null: the school has not answered.</summary>
    private static object? Value(SummaryLine line, SummaryAnswer? answer) => answer switch
    {
        null => null,
        { Words: { } words } => Ellipsis.Cut(words, LongestWords),
        { Missing: not null } or { Value.Part: null } => FigureWords.Value(line, answer),
        _ when line.Indicator.Kind == Domain.Surveys.Indicators.IndicatorKind.YesNo => FigureWords.Short(line, answer),
        _ => Rounded(line.Measure.Level(answer.Value)),
    };

    private static object? Number(SummaryLine line, Total? total) =>
        line.Indicator.Kind == Domain.Surveys.Indicators.IndicatorKind.YesNo ? total is null ? null : FigureWords.Short(total)
        : Rounded(total?.Level);

    /// <summary>«1 полугодие 2026/27»; where it means something else from then on, that is said.</summary>
    private static string Heading(List<AskedPeriod> periods, int nr) => nr > 0 && periods[nr].MeansSince != periods[nr - 1].MeansSince
        ? $"{periods[nr].Label} (показатель изменён)" : periods[nr].Label;

    private SheetOfBook Answered() => new("Кто ответил",
    [
        new("Школа", 44), new("Ответ", 26), new("Отправлено", 16), new("В срок", 16),
    ], [.. Summary.Schools.Select(school => (IReadOnlyList<object?>)
    [
        school.Name, State(school.State), school.SentAt is { } sent ? zone.DayOf(sent) : null, InTime(school),
    ])]);

    private string? InTime(AskedSchool school) => school.SentAt is not { } sent ? null
        : zone.DayOf(sent) <= Summary.Survey.DueOn ? "в срок" : "позже срока";

    private static string State(SchoolSurveyState state) => state switch
    {
        SchoolSurveyState.Waiting or SchoolSurveyState.Filling => "нет ответа",
        SchoolSurveyState.Sent => "отправлен",
        SchoolSurveyState.Returned => "возвращён на уточнение",
        SchoolSurveyState.Resent => "исправлен и отправлен",
        SchoolSurveyState.Accepted => "принят",
    };

    private SheetOfBook HowCounted() => new("Как считали", [new("Как считали", 110)],
    [
        .. CountingTexts.Rules(view).Select(rule => (IReadOnlyList<object?>)[rule]),
        .. SummaryTexts.Corrected(view).Select(one => (IReadOnlyList<object?>)[$"Исправлено после прошлого закрытия. {one}"]),
    ]);

    private static string SheetName(SummaryLine line)
    {
        var name = string.Concat($"{Russian.Number(line.Indicator.Position)}. {line.Indicator.Name}"
            .Where(sign => !"[]:*?/\\'".Contains(sign, StringComparison.Ordinal)));
        return Ellipsis.Cut(Printable.Of(name), LongestSheetName);
    }

    private static decimal? Rounded(decimal? number) =>
        number is { } known ? Math.Round(known, 2, MidpointRounding.AwayFromZero) : null;
}
