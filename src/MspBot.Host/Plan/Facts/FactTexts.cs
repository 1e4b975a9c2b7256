using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>«План и факт».</summary>
internal static class FactTexts
{
    private const int TitleInList = 90;

    internal static Html Title(SchoolYear year) => Html.Bold($"{PlanTexts.PlanAndFact} на {year}");

    /// <summary>
    /// How many items in force stand where, how many were not agreed yet, and how many meetings were held outside the plan: an item that
    /// nobody has agreed can be carried out, but owes nothing.
    /// </summary>
    internal static Html Figures(IReadOnlyList<ItemFact> items, int unplanned) => items.Count == 0
        ? Html.Text("В плане пока нет пунктов.")
        : Html.Lines([
            .. Enum.GetValues<Fact>().OrderBy(Place).Select(fact => Count(Named(fact), items.Count(i => i.IsInForce && i.Fact == fact))),
            Count("не согласованы", items.Count(i => !i.IsInForce)),
            unplanned == 0 ? default
                : Html.Text($"Проведено вне плана: {Russian.Count(unplanned, "мероприятие", "мероприятия", "мероприятий")}")]);

    /// <summary>One of a page.</summary>
    internal static Html Line(ItemFact item) => Html.Of(
        $"<b>{item.Number}.</b> {Ellipsis.Cut(item.Title, TitleInList)} — {TermTexts.Term(item.Term)}, {Stands(item)}");

    internal static string Button(ItemFact item) => ButtonRows.Titled($"{Russian.Number(item.Number)} · ", item.Title);

    /// <summary>Over the meetings of one item.</summary>
    internal static Html MeetingsOf(int number) => Html.Bold($"Мероприятия по пункту {Russian.Number(number)}");

    internal static readonly Html NoMeetings = Html.Text("Опубликованных мероприятий по этому пункту пока нет.");

    internal static Html Line(ItemMeeting meeting, DateTimeOffset now, SiteZone zone) => Html.Of(
        $"• {Russian.Moment(meeting.StartsAt, zone)} — {Ellipsis.Cut(meeting.Title, TitleInList)}: {Stands(meeting, now)}");

    internal static string Button(ItemMeeting meeting, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.ShortDay(zone.DayOf(meeting.StartsAt))} · ", meeting.Title);

    private static string Stands(ItemFact item) => item.IsInForce ? ItemTexts.Fact(item.Fact) : "не согласован";

    private static string Stands(ItemMeeting meeting, DateTimeOffset now) =>
        meeting.Cancelled ? "отменено"
        : meeting.EndsAt > now ? "впереди"
        : meeting.Came ? "проведено" : "прошло, никто не отмечен";

    private static Html Count(string name, int count) =>
        count == 0 ? default : Html.Text($"{Russian.AtStart(name)}: {Russian.Number(count)}");

    private static int Place(Fact fact) => fact switch
    {
        Fact.Done => 0,
        Fact.DoneLate => 1,
        Fact.Overdue => 2,
        Fact.Running => 3,
        Fact.Ahead => 4,
    };

    private static string Named(Fact fact) => fact switch
    {
        Fact.Done => "выполнены в срок",
        Fact.DoneLate => "выполнены позже срока",
        Fact.Overdue => "просрочены",
        Fact.Running => "идут",
        Fact.Ahead => "впереди",
    };
}
