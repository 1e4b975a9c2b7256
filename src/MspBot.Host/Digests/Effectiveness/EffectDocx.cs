using DocumentFormat.OpenXml;
using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan.Papers;
using MspBot.Host.Printing;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Справка о мониторинге деятельности МСП»: figures beside goals, what was concluded and answered, lines for hands.</summary>
internal sealed class EffectDocx(
    Site site, EffectPeriod period, IReadOnlyList<EffectValue> values, IReadOnlyDictionary<EffectFigure, decimal> goals,
    ConclusionDetails? conclusion, SiteZone zone)
{
    private const int Width = 9638;
    private static readonly int[] Widths = [2250, 2888, 1200, 1700, 1600];
    private static readonly string[] Header = ["Показатель", "Как считали", "Цель", "Факт", "Вывод"];

    internal byte[] Write(DateOnly printed)
    {
        var frame = new PlanPaperText
        { Site = site, Year = period.Year, Edition = null, Printed = printed, Link = "", Bot = "" };
        using var file = new DocxFile();
        return file.Write(
        [
            frame.Blocks(Width),
            DocxWriter.Note(""),
            .. frame.Title(EffectPaperTexts.Title, $"за период с {Long(period.First)} по {Long(period.Last)}"),
            DocxWriter.Heading(EffectPaperTexts.Figures),
            DocxWriter.Table(Widths, Header, values.Select(Row)),
            DocxWriter.Note(EffectPaperTexts.AsOf(Long(printed), period.Year)),
            DocxWriter.Heading(EffectPaperTexts.Conclusion),
            .. Paragraphs(conclusion?.Words),
            .. conclusion is { } written ? [DocxWriter.Note(EffectPaperTexts.Written(written, zone))] : Array.Empty<OpenXmlElement>(),
            DocxWriter.Signature("Методист", printed.Year),
            DocxWriter.Heading(EffectPaperTexts.Answer),
            .. Paragraphs(conclusion?.Answer),
            .. conclusion is { Answer: not null } answered
                ? [DocxWriter.Note(EffectPaperTexts.Answered(answered, zone))] : Array.Empty<OpenXmlElement>(),
            DocxWriter.Signature("Руководитель площадки", printed.Year),
        ]);
    }

    private string[] Row(EffectValue value)
    {
        decimal? goal = goals.TryGetValue(value.Figure, out var wanted) ? wanted : null;
        return
        [
            EffectTexts.Name(value.Figure), EffectTexts.How(value.Figure),
            goal is { } known ? Russian.AtStart(EffectTexts.Goal(value.Figure, known)) : "—",
            Russian.AtStart(EffectTexts.Fact(value)), EffectPaperTexts.Verdict(value, goal),
        ];
    }

    /// <summary>As they were typed; where there are none yet, room for the hand.</summary>
    private static IEnumerable<OpenXmlElement> Paragraphs(string? words) => words is null
        ? Enumerable.Repeat(DocxWriter.Text(new string('_', 76)), 3).Select(line => line.CloneNode(true))
        : words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(DocxWriter.Text);

    private static string Long(DateOnly day) => PlanPaperText.Long(day);
}
