using DocumentFormat.OpenXml;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>An item as a plan prints it.</summary>
internal sealed record PlanLine(int Number, ItemVersion Version, bool IsAgreed);

/// <summary>«План работы»: by the functions of clause 3.1, then by date; below it what was agreed otherwise than before.</summary>
internal static class PlanDocx
{
    private static readonly int[] Widths = [760, 4510, 2300, 2000, 2300, 2700];

    private static readonly string[] Header = ["№", "Мероприятие", "Форма", "Срок", "Ответственный", "Результат, вид документа"];

    /// <summary>What somebody with this scope prints: without what is out of the plan, or on its way out.</summary>
    internal static IReadOnlyList<PlanLine> Lines(IReadOnlyList<ItemDetails> items, ItemScope scope) =>
    [
        .. from item in items
           where item.State != ItemState.Excluded
           let seen = item.SeenIn(scope)
           where seen is { IsExcluding: false }
           select new PlanLine(item.Number, seen, seen == item.InForce),
    ];

    internal static byte[] Write(
        PlanPaperText paper, IReadOnlyList<PlanLine> lines, bool isDraft, IReadOnlyList<PlanChange> changes, SiteZone zone)
    {
        using var file = new DocxFile();
        return file.Write(
        [
            paper.Blocks(DocxWriter.WidthAcross),
            DocxWriter.Note(""),
            .. isDraft ? [DocxWriter.Centred("ПРОЕКТ", bold: true)] : Array.Empty<OpenXmlElement>(),
            .. paper.Title("План работы", paper.ForYear),
            DocxWriter.Table(Widths, Header, Sections.Of(lines, line => line.Version.Text, line => line.Number, Row)),
            isDraft ? DocxWriter.Note(NotAgreed(lines)) : paper.Agreed(),
            .. paper.End(file, DocxWriter.WidthAcross),
            .. changes.Count == 0 ? Array.Empty<OpenXmlElement>()
                : [DocxWriter.Heading("Приложение. Лист изменений", onNewPage: true), ChangesDocx.Table(changes, DocxWriter.WidthAcross,
                    zone)],
        ], across: true);
    }

    private static string[] Row(PlanLine line) =>
    [
        $"{Russian.Number(line.Number)}{(line.IsAgreed ? "" : "*")}", line.Version.Text.Title, FormTexts.Form(line.Version.Text.Form),
        Russian.AtStart(TermTexts.Term(line.Version.Text.Term)), ItemTexts.Responsible(line.Version), line.Version.Text.Result,
    ];

    private static string NotAgreed(IReadOnlyList<PlanLine> lines)
    {
        string[] numbers = [.. lines.Where(line => !line.IsAgreed).Select(line => Russian.Number(line.Number))];
        return numbers.Length == lines.Count ? "* Не согласован ни один пункт."
            : $"* Не согласованы пункты: {TableTexts.Listed(numbers)}.";
    }
}

/// <summary>Rows under the headings of the functions of clause 3.1.</summary>
internal static class Sections
{
    internal static IEnumerable<string[]> Of<T>(IEnumerable<T> lines, Func<T, ItemText> text, Func<T, int> number, Func<T, string[]> row) =>
        lines.GroupBy(line => text(line).Form.Function()).OrderBy(section => section.Key).SelectMany(section => (string[][])
        [
            [FormTexts.Function(section.Key)],
            .. section.OrderBy(line => text(line).Term.First).ThenBy(line => text(line).Term.Last).ThenBy(number).Select(row),
        ]);
}
