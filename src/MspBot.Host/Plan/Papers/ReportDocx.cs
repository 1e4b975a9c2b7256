using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// «Отчёт о выполнении плана»: from the beginning of the school year to the day on which it is made; of what is in force.
/// </summary>
internal sealed class ReportDocx
{
    private static readonly int[] Widths = [700, 4970, 2300, 2200, 1500, 2900];

    private static readonly string[] Header =
        ["№", "Мероприятие", "Срок по плану", "Фактически", "Участников (школ)", "Отметка о выполнении, причина"];

    private readonly IReadOnlyDictionary<PlanItemId, ItemTurnout> turnout;
    private readonly SiteZone zone;
    private readonly DateTimeOffset now;

    private ReportDocx(IReadOnlyDictionary<PlanItemId, ItemTurnout> turnout, SiteZone zone, DateTimeOffset now) =>
        (this.turnout, this.zone, this.now) = (turnout, zone, now);

    internal static byte[] Write(
        PlanPaperText paper, IReadOnlyList<ItemDetails> items, IReadOnlyDictionary<PlanItemId, ItemTurnout> turnout, SiteZone zone,
        DateTimeOffset now)
    {
        var report = new ReportDocx(turnout, zone, now);
        var inForce = items.Where(item => item.SeenIn(ItemScope.InForce) is not null).ToList();
        var begun = inForce.Where(item => item.InForce!.Text.Term.First <= zone.DayOf(now) || report.IsDone(item)).ToList();
        using var file = new DocxFile();
        return file.Write(
        [
            .. paper.Title("Отчёт о выполнении плана работы",
                $"с {PlanPaperText.Long(paper.Year.FirstDay)} по {PlanPaperText.Long(paper.Printed)}"),
            DocxWriter.Text(report.Summary(begun, inForce.Count)),
            DocxWriter.Table(Widths, Header, Sections.Of(begun, item => item.InForce!.Text, item => item.Number, report.Row)),
            paper.Agreed("План согласован"),
            .. paper.End(file, DocxWriter.WidthAcross),
        ], across: true);
    }

    private string[] Row(ItemDetails item) =>
    [
        Russian.Number(item.Number), item.InForce!.Text.Title, Russian.AtStart(TermTexts.Term(item.InForce.Text.Term)), Actual(item),
        turnout.TryGetValue(item.Id, out var came) ? $"{Russian.Number(came.People)} ({Russian.Number(came.Schools)})" : "—", Mark(item),
    ];

    private string Actual(ItemDetails item)
    {
        if (!turnout.TryGetValue(item.Id, out var held)) return item.DoneOn is { } marked ? DownloadTexts.Day(marked) : "—";
        var (first, last) = (zone.DayOf(held.First), zone.DayOf(held.Last));
        return first == last ? DownloadTexts.Day(first) : $"{DownloadTexts.Day(first)} – {DownloadTexts.Day(last)}";
    }

    /// <summary>Why something was not carried out, nobody has told the bot: there is room for it.</summary>
    private string Mark(ItemDetails item)
    {
        var mark = item.FactAt(now, zone) switch
        {
            Fact.Done => "Выполнено",
            Fact.DoneLate => "Выполнено позже срока",
            Fact.Overdue => "Не выполнено: ",
            Fact.Running => "Выполняется",
            Fact.Ahead => "Срок не истёк",
        };
        return item.DoneWords is { } words ? $"{mark}. {words}" : mark;
    }

    private bool IsDone(ItemDetails item) => item.FactAt(now, zone) is Fact.Done or Fact.DoneLate;

    private string Summary(IReadOnlyList<ItemDetails> begun, int all)
    {
        var due = begun.Where(item => item.InForce!.Text.Term.Last <= zone.DayOf(now)).ToList();
        var (done, late) = (due.Count(IsDone), due.Count(item => item.FactAt(now, zone) == Fact.DoneLate));
        var share = due.Count == 0 ? ""
            : $" ({Russian.Number((int)Math.Round(100.0 * done / due.Count, MidpointRounding.AwayFromZero))} %)";
        return $"В плане {PlanTexts.Count(all)}. Срок истёк у {Russian.Number(due.Count)}: выполнено {Russian.Number(done)}{share}" +
            $"{(late == 0 ? "" : $", из них позже срока {Russian.Number(late)}")}.";
    }
}
