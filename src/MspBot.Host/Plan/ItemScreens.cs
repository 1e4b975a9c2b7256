using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The card of one item, as each role sees it: for a methodologist, of one that waits, with what is to be decided.</summary>
internal sealed class ItemScreens(ReviewReader reviews, HistoryReader history, FactButtons facts, SiteZone zone)
{
    /// <returns>Null: this speaker reads nothing of it.</returns>
    internal async Task<Screen?> Card(ItemDetails item, Speaker speaker, DateTimeOffset now, Html news = default)
    {
        var scope = PlanAccess.Scope(speaker);
        if (scope == ItemScope.InForce && item.SeenIn(scope) is null) return null;
        var deciding = item.State == ItemState.Submitted && PlanAccess.Agrees(speaker)
            && ItemRules.Open(item.Year, zone.DayOf(now)) is null;
        var review = deciding ? await reviews.Of(item.Plan, speaker.Person) : null;
        var own = speaker.PersonOrNull is { } me && item.Authors.Contains(me);
        var view = new View(review, own, zone.DayOf(now));
        if (item.SeenIn(scope) is not { } seen)
            return Rows(new Screen(news.IsEmpty ? ReviewTexts.Stale(item, null, zone) : news) { Shows = PlanLinks.Shown(item.Id) },
                item, speaker, view);
        var above = Html.Paragraphs(news, review is null ? default : ReviewTexts.Progress(review), ItemTexts.Title(item, seen));
        var fact = deciding && !PlanAccess.Writes(speaker) ? default : ItemTexts.FactLine(item, now, zone);
        var text = (deciding ? Deciding(item, await Returned(item), own, fact) : Reading(item, seen, scope, fact))
            .Select(body => Html.Paragraphs(above, body)).FirstOrDefault(one => one.Length <= Html.MessageLimit);
        // Nobody decides on what they cannot read whole: then the news stands alone.
        return text.IsEmpty
            ? new Screen(news).Row(PlanLinks.ToItem(ReviewTexts.ShowWhole, item.Id)).Row(PlanLinks.ToPlan(PlanTexts.ToPlan, item.Year))
            : Rows(new Screen(text) { Shows = PlanLinks.Shown(item.Id) }, item, speaker, view);
    }

    /// <summary>What the rows need to know beside the item.</summary>
    /// <param name="Review">How far the review has come; null: this speaker does not decide here.</param>
    /// <param name="IsOwn">The speaker wrote some of what waits.</param>
    /// <param name="Today">On the site.</param>
    private sealed record View(PlanReview? Review, bool IsOwn, DateOnly Today);

    /// <summary>All buttons in their order; each room of the plan adds its own here.</summary>
    private Screen Rows(Screen screen, ItemDetails item, Speaker speaker, View view)
    {
        if (view.Review is not null && !view.IsOwn)
        {
            screen = screen
                .Row(Button.Card(ReviewTexts.Agree, PlanLinks.Review, item.Id.Value, PlanLinks.Agree, Russian.Number(item.Now.Version))
                        .Main(),
                    Button.Flow(ReviewTexts.Return, PlanLinks.Return, PlanLinks.ReadOf(item)));
        }
        if (PlanAccess.Agrees(speaker) && (view.Review is null || view.Review.Waiting > (view.IsOwn ? 0 : 1)))
            screen = screen.Row(Button.Card(ReviewTexts.Next, PlanLinks.Review, item.Id.Value, PlanLinks.Next));
        if (PlanAccess.Writes(speaker)) screen = HeadRows(screen, item, view.Today);
        return facts.Add(screen, item, speaker, ItemRules.Open(item.Year, view.Today) is null && item.State != ItemState.Excluded)
            .Row(item.DoneMaterial is null ? null : Button.Card(ItemTexts.Material, PlanLinks.Deeds, item.Id.Value, PlanLinks.Material))
            .Row(speaker.IsAny(Domain.People.Role.Head, Domain.People.Role.Methodologist)
                ? Button.Card(PlanTexts.History, PlanLinks.ItemHistory, item.Id.Value) : null)
            .Row(PlanLinks.ToItems(PlanTexts.ToItems, item.Plan), PlanLinks.ToPlan(PlanTexts.ToPlan, item.Year));
    }

    private static Screen HeadRows(Screen screen, ItemDetails item, DateOnly today)
    {
        var open = ItemRules.Open(item.Year, today) is null && item.State != ItemState.Excluded;
        var seen = PlanLinks.SeenOf(item);
        return screen
            .Row(open && ItemTexts.IsLeft(item.Now) ? PlanLinks.ToEdit(ItemTexts.NameHeir, item.Id, ItemField.Responsible) : null)
            .Row(open ? PlanLinks.ToEdit(ItemTexts.Change, item.Id) : null,
                open && !item.Now.IsExcluding ? Button.Flow(ItemTexts.Exclude, PlanLinks.Exclude, seen) : null)
            .Row(open && item.State == ItemState.Submitted ? Deed(ItemTexts.TakeBack, item, PlanLinks.TakeBack) : null,
                open && item is { Now.IsExcluding: true, InForce: not null } ? Deed(ItemTexts.KeepInPlan, item, PlanLinks.KeepInPlan)
                    : null)
            .Row(item.Rule.IsInForce && item is { DoneOn: null, Meetings: 0 }
                ? Button.Flow(ItemTexts.MarkDone, PlanLinks.MarkDone, seen) : null,
                item.DoneOn is not null ? Deed(ItemTexts.Unmark, item, PlanLinks.Unmark) : null);
    }

    private static Button Deed(string label, ItemDetails item, string action) =>
        Button.Card(label, PlanLinks.Deeds, item.Id.Value, action, Russian.Number(item.Revision));

    /// <summary>What is to be decided, whole; shorter where all of it does not fit into one message.</summary>
    private IEnumerable<Html> Deciding(ItemDetails item, PastVersion? returned, bool own, Html fact)
    {
        var no = own ? Html.Text(RefusalTexts.OwnItem) : default;
        var whole = ReviewTexts.Submitted(item, returned, zone);
        yield return Html.Paragraphs(whole, fact, no);
        yield return Html.Paragraphs(whole, no);
        // Of what is not in force all stands above the differences anyway.
        if (item.InForce is null) yield return Html.Paragraphs(ReviewTexts.Submitted(item, returned, zone, DiffTexts.InPassing), no);
    }

    private IEnumerable<Html> Reading(ItemDetails item, ItemVersion seen, ItemScope scope, Html fact) =>
        new[] { DiffTexts.InPassing, DiffTexts.InPassing / 4 }.Select(most => Html.Paragraphs(Read(item, seen, scope, most), fact));

    /// <summary>What is written or in force, how it stands, and what is in force meanwhile.</summary>
    private Html Read(ItemDetails item, ItemVersion seen, ItemScope scope, int most)
    {
        var text = ItemTexts.Body(seen);
        if (scope == ItemScope.InForce) return text;
        // What is being written is the head's alone; the methodologist reads what is in force, and that it will come again.
        if (seen.Version != item.Now.Version) return Html.Paragraphs(text, ReviewTexts.Stale(item, null, zone));
        if (seen.IsExcluding) return Html.Paragraphs(text, Html.Lines(ItemTexts.Stands(item, zone), ItemTexts.Reason(seen)));
        var pending = item.InForce is { } force && seen.Version != force.Version ? DiffTexts.Lines(force, seen, most) : [];
        return Html.Paragraphs(text, ItemTexts.Stands(item, zone),
            pending.Count == 0 ? default : Html.Lines(
                [Html.Text("Пока это не согласовано, действует прежний пункт. Отличия:"), .. pending, ItemTexts.Reason(seen)]));
    }

    /// <summary>What came back last and was written anew, if the department has seen nothing else since.</summary>
    private async Task<PastVersion?> Returned(ItemDetails item) =>
        (await history.Of(item.Id)).LastOrDefault(past => past.Version.SentAt is not null && past.Version.Version < item.Now.Version)
            is { Decision.Remark: not null } returned ? returned : null;
}
