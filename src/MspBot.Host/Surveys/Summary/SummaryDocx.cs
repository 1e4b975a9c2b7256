using DocumentFormat.OpenXml;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;
using MspBot.Host.Surveys.Recommendations;

namespace MspBot.Host.Surveys.Summary;

/// <summary>«Справка по итогам мониторинга школ»; V is left to be written by hand.</summary>
internal sealed class SummaryDocx(SummaryView view, IReadOnlyList<RecommendationDetails> recommended, Site site, SiteZone zone)
{
    private const string Blank = "_________________";
    private const int LinesToWrite = 8;

    private static readonly int[] TableWidths = [600, 5070, 1100, 2300, 2400, 1600, 1500];
    private static readonly int[] SchoolWidths = [600, 4870, 3000, 2700, 3400];
    private static readonly int[] RecommendedWidths = [3300, 6170, 1900, 3200];

    private SurveySummary Summary => view.Summary;

    internal byte[] Write(DateOnly printed)
    {
        using var file = new DocxFile();
        var survey = Summary.Survey;
        return file.Write(
        [
            DocxWriter.Beside(DocxWriter.WidthAcross, Block("СОГЛАСОВАНО", Blank, Blank, Blank, printed),
                site.ApprovedBy is { } who ? Block("УТВЕРЖДАЮ", who.Position, who.Organisation, $"{Blank} {who.Name}", printed) : []),
            DocxWriter.Note(""),
            DocxWriter.Centred($"Справка по итогам мониторинга школ с низкими результатами: {survey.Label}", bold: true, size: 28),
            DocxWriter.Centred(site.Name, bold: true),
            DocxWriter.Heading("I. Основание, срок, кто ответил"),
            DocxWriter.Text($"Основание: распоряжение № {site.OrderNumber} от {Long(site.OrderDate)} Базовая школа: {site.HostSchool}."),
            DocxWriter.Text($"Период: с {Long(survey.FirstDay)} по {Long(survey.LastDay)} Срок ответа: {Long(survey.DueOn)}"),
            DocxWriter.Text(Answered()),
            DocxWriter.Heading("II. Показатели по району"),
            DocxWriter.Table(TableWidths, ["№", "Показатель", "Ед.", "Прошлый период", "Текущий", "Изменение", "Школ лучше / хуже"],
                Summary.Lines.Select(Row)),
            .. CountingTexts.Rules(view).Select(DocxWriter.Note),
            .. Corrections(),
            DocxWriter.Heading("III. По школам"),
            DocxWriter.Table(SchoolWidths, ["№", "Показатель", "Значение", "Изменение", "Пояснение школы"],
                Summary.Schools.SelectMany(SchoolRows)),
            DocxWriter.Heading("IV. Адресные рекомендации"),
            recommended.Count == 0 ? DocxWriter.Text(RecommendationTexts.NothingWritten)
                : DocxWriter.Table(RecommendedWidths, ["Школа", "Рекомендация", "Срок", "Отметка о выполнении"], recommended.Select(Row)),
            DocxWriter.Heading("V. Выводы, управленческие решения"),
            .. Enumerable.Repeat(new string('_', 118), LinesToWrite).Select(DocxWriter.Line),
            DocxWriter.Signature("Руководитель площадки", printed.Year),
            DocxWriter.Note($"Составлено ботом площадки {Long(printed)}"),
        ], across: true);
    }

    private string Answered()
    {
        var late = Summary.Schools.Count(school => school.SentAt is { } sent && zone.DayOf(sent) > Summary.Survey.DueOn);
        var missing = Summary.Missing.Select(school => school.Name).ToList();
        return $"Ответили {Russian.Number(Summary.Schools.Count - missing.Count)} из {FigureWords.OfSchools(Summary.Schools.Count)}"
            + $"{(late == 0 ? "" : $", из них позже срока: {Russian.Number(late)}")}."
            + $"{(missing.Count == 0 ? "" : $" Не ответили: {string.Join(", ", missing)}.")}";
    }

    private IEnumerable<OpenXmlElement> Corrections()
    {
        var all = SummaryTexts.Corrected(view);
        return all.Count == 0 ? [] : [DocxWriter.Text("После прошлого закрытия опроса исправлено:"), .. all.Select(DocxWriter.Line)];
    }

    private string[] Row(SummaryLine line)
    {
        var (figures, judged) = (line.Figures,
            line.Indicator.Better != Better.Neither && line.Figures.Compared > 0 && !view.HidesChange(line));
        return
        [
            Russian.Number(line.Indicator.Position), line.Indicator.Name, FigureWords.UnitOf(line),
            line.Earlier is { Broken: true } ? FigureWords.Break
                : view.HidesTotalBefore(line) ? FigureWords.Hidden : figures.Before is { } before ? FigureWords.Total(line, before)
                : FigureWords.None,
            view.HidesTotal(line) ? FigureWords.Hidden : line.Measure.IsMeasured ? FigureWords.Total(line, figures.Now)
                : $"ответили {FigureWords.Schools(line.Now.Count)}",
            view.HidesChange(line) ? FigureWords.Hidden
                : figures.Change is { } by ? $"{FigureWords.Signed(line, by)} (школ: {Russian.Number(figures.Compared)})"
                : FigureWords.None,
            judged ? $"{Russian.Number(figures.Improved)} / {Russian.Number(figures.Worsened)}" : FigureWords.None,
        ];
    }

    /// <summary>Under the school's name; one that has not answered has one row, which says so.</summary>
    private IEnumerable<string[]> SchoolRows(AskedSchool school)
    {
        yield return [school.Name];
        var any = false;
        foreach (var line in Summary.Lines.Where(line => line.Now.ContainsKey(school.School)))
        {
            any = true;
            var answer = line.Now[school.School];
            var hidden = view.Hides(line, school.School);
            yield return
            [
                Russian.Number(line.Indicator.Position), line.Indicator.Name,
                hidden ? FigureWords.Hidden : FigureWords.Value(line, answer),
                line.Earlier is { Broken: true } ? FigureWords.Break : FigureWords.Moved(view, line, school.School) ?? FigureWords.None,
                hidden ? "" : FigureWords.Explained(answer),
            ];
        }
        if (!any || school.SentAt is null) yield return ["", "Школа не отправила ответы", FigureWords.None, FigureWords.None, ""];
    }

    private string[] Row(RecommendationDetails one) =>
    [
        one.SchoolName, one.Words, one.DueOn is { } due ? Long(due) : FigureWords.None, RecommendationTexts.State(one, zone),
    ];

    /// <summary>«17 ноября 2026 г.»</summary>
    private static string Long(DateOnly day) => $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)} г.";

    private static string[] Block(string head, string position, string organisation, string name, DateOnly printed) =>
    [
        head, position, organisation, name == Blank ? $"{Blank} / {Blank} /" : name,
        $"«____» ______________ {Russian.Number(printed.Year)} г.",
    ];
}
