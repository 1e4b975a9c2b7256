using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>One item a screen, from the first that waits to the end of the review.</summary>
internal sealed class ReviewScreens(PlanReader reader, ReviewReader reviews, HistoryReader history, ItemScreens items, QuietHours quiet)
{
    /// <summary>The item that waits next after this number; where none does, how the review stands.</summary>
    internal async Task<Screen> Next(Turn turn, PlanId plan, int after, Html news = default)
    {
        if (await reviews.Next(plan, after, turn.Person) is { } next && await reader.Item(next, turn.Now) is { } item
            && await items.Card(item, turn.Speaker, turn.Now, news) is { } screen) return screen;
        return await End(turn, plan, news);
    }

    internal async Task<Screen> End(Turn turn, PlanId plan, Html news = default)
    {
        var review = await reviews.Of(plan, turn.Person);
        return new Screen(Html.Paragraphs(news, AgreementTexts.End(review, Russian.Time(ReviewEnd.TimeOf(quiet)))))
            .Row(review.Untold == 0 ? null : Button.Card(ReviewTexts.Finish, PlanLinks.Rest, plan.Value, PlanLinks.Finish).Main())
            .Row(PlanLinks.ToItems(PlanTexts.ToItems, plan), Button.Command(PlanTexts.ToPlan, PlanLinks.Plan));
    }

    /// <summary>Nothing was decided: the item as it is today, and what happened to it since it was read.</summary>
    internal async Task<Screen> Stale(Turn turn, ItemDetails item, int? version, Html more = default) =>
        await items.Card(item, turn.Speaker, turn.Now, Html.Paragraphs(await StaleNews(item, version), more))
            ?? PlanRefusalScreens.Of(PlanRefusal.NoSuchItem);

    private async Task<Html> StaleNews(ItemDetails item, int? version) =>
        ReviewTexts.Stale(item, version is { } seen ? await history.Version(item.Id, seen) : null, quiet.Zone);
}
