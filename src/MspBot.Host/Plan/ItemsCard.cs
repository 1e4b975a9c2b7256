using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>
/// Items of a plan, a page at a time. The number of the row is the plan, the argument a page, an <see cref="ItemFilter"/>, and for those
/// who agree what waited when the first page was shown: what was read there is what they agree, however they turn the pages.
/// </summary>
internal sealed class ItemsCard(PlanReader reader, ReviewReader reviews, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Items;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.One(new(id)) is not { } plan) return null;
        var (scope, words) = (PlanAccess.Scope(turn.Speaker), new Argument(arg));
        var filter = words.Case<ItemFilter>(1) ?? ItemFilter.All;
        // What waits is named before the list is read: what changes in between is then not agreed unread.
        var review = PlanAccess.Agrees(turn.Speaker) ? await reviews.Of(plan.Id, turn.Person) : null;
        var found = await Pager.Read(Pager.Number(words.Number() ?? 0),
            number => reader.Page(plan.Id, scope, filter, number, turn.Now));
        var seen = review is null ? "" : PlanLinks.SeenBefore(words, 2, turn.Now) ?? PlanLinks.Seen(review, turn.Now);
        return Rows(new Screen(Html.Paragraphs([
            Html.Bold(PlanTexts.OfYear(plan.Year)),
            .. found.Items.Select(item => ItemTexts.Line(item, item.SeenIn(scope)!, Stands(item, scope, turn.Now))),
            found.Items.Count == 0 ? Html.Text(ItemTexts.NoItems) : default])), plan, found, filter, turn, review, seen);
    }

    /// <summary>All buttons in their order; each room of the plan adds its own here.</summary>
    private Screen Rows(
        Screen screen, PlanDetails plan, Domain.Page<ItemDetails> found, ItemFilter filter, Turn turn, PlanReview? review, string seen)
    {
        var (scope, open) = (PlanAccess.Scope(turn.Speaker), ItemRules.Open(plan.Year, zone.DayOf(turn.Now)) is null);
        return screen
            .Page(found, item => PlanLinks.ToItem(ItemTexts.Button(item, item.SeenIn(scope)!), item.Id),
                (label, number) => PlanLinks.ToItems(label, plan.Id, filter, number, seen))
            .Row(review is { Waiting: > 0 } && open && plan.Counts.Returned == 0
                ? Button.Card(ReviewTexts.AgreeAll, PlanLinks.Rest, plan.Id.Value, PlanLinks.AskAll, seen) : null)
            .Row(review is { Waiting: > 0 } rest && open
                ? Button.Card(ReviewTexts.AgreeRest(rest.Waiting), PlanLinks.Rest, plan.Id.Value, PlanLinks.AskRest, seen) : null)
            .Row(Filters(plan, filter, turn.Speaker, seen))
            .Row(Button.Flow(PlanTexts.Find, PlanLinks.Find, plan.Id))
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, plan.Year.First), EngineTexts.ToMenu);
    }

    /// <summary>The other lists that have something in them.</summary>
    private static Button?[] Filters(PlanDetails plan, ItemFilter filter, Speaker speaker, string seen)
    {
        if (filter != ItemFilter.All) return [To(PlanTexts.ShowAll, ItemFilter.All)];
        var (counts, agreement) = (plan.Counts, PlanAccess.Writes(speaker) || PlanAccess.Agrees(speaker));
        return
        [
            agreement && counts.Submitted > 0 ? To(PlanTexts.Waiting(counts.Submitted), ItemFilter.Submitted) : null,
            agreement && counts.Returned > 0 ? To(PlanTexts.Returned(counts.Returned), ItemFilter.Returned) : null,
            PlanAccess.Writes(speaker) && counts.Draft > 0 ? To(PlanTexts.NotSent(counts.Draft), ItemFilter.Draft) : null,
        ];

        Button To(string label, ItemFilter other) => PlanLinks.ToItems(label, plan.Id, other, seen: seen);
    }

    private string Stands(ItemDetails item, ItemScope scope, DateTimeOffset now) =>
        scope == ItemScope.InForce || item.State is ItemState.Agreed ? ItemTexts.Fact(item.FactAt(now, zone)) : ItemTexts.State(item);
}
