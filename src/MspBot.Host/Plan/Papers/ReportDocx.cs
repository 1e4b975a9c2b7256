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
/// <param name="items">All of the plan.</param>
/// <param name="turnout">Who came.</param>
/// <param name="meetings">When, also those to come.</param>
/// <param name="zone">The site's.</param>
/// <param name="now">The day of the report.</param>
internal sealed class ReportDocx(
    IReadOnlyList<ItemDetails> items, IReadOnlyDictionary<PlanItemId, ItemTurnout> turnout, ILookup<PlanItemId, ItemDay> meetings,
    SiteZone zone, DateTimeOffset now)
{
    private static readonly int[] Widths = [760, 4910, 2300, 2200, 1500, 2900];

    private static readonly string[] Header =
        ["№", "Мероприятие", "Срок по плану", "Фактически", "Участников (школ)", "Отметка о выполнении, причина"];

    private const string Outside = "вне срока";
    private const int DaysNamed = 3;

    internal byte[] Write(PlanPaperText paper)
    {
        var inForce = items.Where(item => item.SeenIn(ItemScope.InForce) is not null).ToList();
        var begun = inForce.Where(item => item.InForce!.Text.Term.First <= zone.DayOf(now) || IsDone(item)).ToList();
        using var file = new DocxFile();
        return file.Write(
        [
            .. paper.Title("Отчёт о выполнении плана работы",
                $"с {PlanPaperText.Long(paper.Year.FirstDay)} по {PlanPaperText.Long(paper.Printed)}"),
            DocxWriter.Text(Summary(begun, inForce.Count)),
            DocxWriter.Table(Widths, Header, Sections.Of(begun, item => item.InForce!.Text, item => item.Number, Row)),
            paper.Agreed("План согласован"),
            .. paper.End(file, DocxWriter.WidthAcross, "По какой редакции плана составлен отчёт и есть ли новая"),
        ], across: true);
    }

    private string[] Row(ItemDetails item) =>
    [
        Russian.Number(item.Number), item.InForce!.Text.Title, Russian.AtStart(TermTexts.Term(item.InForce.Text.Term)),
        Actual(item, item.InForce.Text.Term),
        turnout.TryGetValue(item.Id, out var came) ? $"{Russian.Number(came.People)} ({Russian.Number(came.Schools)})" : "—", Mark(item),
    ];

    /// <summary>When it was held, and which meetings of it do not lie in its term.</summary>
    private string Actual(ItemDetails item, Term term)
    {
        var held = DaysOf(item);
        var ahead = Days(meetings[item.Id].Where(meeting => meeting.EndsAt > now)).Where(day => !term.Holds(day)).ToList();
        List<string> said =
        [
            .. held.Count > 0 ? [Held(held, [.. held.Where(day => !term.Holds(day))])] : Array.Empty<string>(),
            .. ahead.Count > 0 ? [$"назначено {Outside}: {Named(ahead)}"] : Array.Empty<string>(),
        ];
        return said.Count == 0 ? "—" : Russian.AtStart(string.Join("; ", said));
    }

    private static string Held(List<DateOnly> days, List<DateOnly> outside)
    {
        var all = days is [var one] ? DownloadTexts.Day(one) : $"{DownloadTexts.Day(days[0])} – {DownloadTexts.Day(days[^1])}";
        return outside.Count == 0 ? all : outside.Count == days.Count ? $"{all}, {Outside}" : $"{all}; {Outside}: {Named(outside)}";
    }

    private static string Named(List<DateOnly> days) => string.Join(", ", days.Take(DaysNamed).Select(DownloadTexts.Day))
        + (days.Count > DaysNamed ? $" и ещё {Russian.Number(days.Count - DaysNamed)}" : "");

    /// <summary>On which it was carried out: held, or marked by hand.</summary>
    private List<DateOnly> DaysOf(ItemDetails item)
    {
        var held = Days(meetings[item.Id].Where(meeting => meeting.Came && meeting.EndsAt <= now));
        return item.DoneOn is { } marked ? [.. held.Append(marked).Distinct().Order()] : held;
    }

    private List<DateOnly> Days(IEnumerable<ItemDay> some) => [.. some.Select(meeting => zone.DayOf(meeting.StartsAt)).Distinct().Order()];

    /// <summary>Why something was not carried out, nobody has told the bot: there is room for it.</summary>
    private string Mark(ItemDetails item)
    {
        var mark = item.FactAt(now, zone) switch
        {
            Fact.Done => IsEarly(item, item.InForce!.Text.Term) ? "Выполнено раньше срока" : "Выполнено",
            Fact.DoneLate => "Выполнено с опозданием",
            Fact.Overdue => "Не выполнено: ",
            Fact.Running => "Выполняется",
            Fact.Ahead => "Срок не истёк",
        };
        return item.DoneWords is { } words ? $"{mark}. {words}" : mark;
    }

    private bool IsEarly(ItemDetails item, Term term) => item.HeldOn(zone) < term.First && !DaysOf(item).Exists(term.Holds);

    private bool IsDone(ItemDetails item) => item.FactAt(now, zone) is Fact.Done or Fact.DoneLate;

    /// <summary>On its last day a term is not over yet.</summary>
    private string Summary(IReadOnlyList<ItemDetails> begun, int all)
    {
        var due = begun.Where(item => item.InForce!.Text.Term.Last < zone.DayOf(now)).ToList();
        var (done, late) = (due.Count(IsDone), due.Count(item => item.FactAt(now, zone) == Fact.DoneLate));
        var share = due.Count == 0 ? ""
            : $" ({Russian.Number((int)Math.Round(100.0 * done / due.Count, MidpointRounding.AwayFromZero))} %)";
        return $"В плане {PlanTexts.Count(all)}. Срок истёк у {Russian.Number(due.Count)}: выполнено {Russian.Number(done)}{share}" +
            $"{(late == 0 ? "" : $", из них с опозданием {Russian.Number(late)}")}.";
    }
}
