using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>The question before all that waits is agreed at once.</summary>
internal sealed class RestScreens(ReviewReader reviews, HistoryReader history, ReviewScreens screens, QuietHours quiet)
{
    /// <summary>As many items as have buttons; the list has the rest.</summary>
    private const int Listed = 6;

    /// <summary>Where something else waits than was seen, it says what has changed; the button below names what waits now.</summary>
    /// <param name="turn">Whose.</param>
    /// <param name="plan">Which.</param>
    /// <param name="all">«Согласовать весь план».</param>
    /// <param name="seen">What waited when the list or the question was shown, and when that was.</param>
    internal async Task<Screen> Ask(Turn turn, PlanDetails plan, bool all, Argument seen)
    {
        var review = await reviews.Of(plan.Id, turn.Person);
        if (review.Waiting == 0) return await screens.End(turn, plan.Id);
        // Something was returned meanwhile: then there are only «остальные».
        all &= plan.Counts.Returned == 0;
        var isChanged = seen.Number() != review.Seen;
        var (changed, count) = isChanged ? await Changed(turn, plan.Id, seen.Number(1)) : ([], 0);
        var screen = new Screen(Html.Paragraphs(
            isChanged ? AgreementTexts.ChangedMeanwhile(changed, count, quiet.Zone) : default,
            AgreementTexts.AskRest(review, all, HeardAt(turn.Now))));
        foreach (var one in changed) screen = screen.Row(PlanLinks.ToItem(ItemTexts.Name(one.Item), one.Item.Id));
        return screen
            .Row(Button.Card(all ? ReviewTexts.AgreeAll : ReviewTexts.AgreeRest(review.Waiting), PlanLinks.Rest, plan.Id.Value,
                all ? PlanLinks.AgreeAll : PlanLinks.AgreeRest, PlanLinks.Seen(review, turn.Now)).Main())
            .Row(PlanLinks.ToItems(AgreementTexts.NotNow, plan.Id));
    }

    private string? HeardAt(DateTimeOffset now) =>
        quiet.NotBefore(now) is { } later ? HeardTexts.When(later, now, quiet.Zone) : null;

    /// <param name="turn">Whose.</param>
    /// <param name="plan">Which.</param>
    /// <param name="since">In milliseconds, as the button carries it; anyone may have forged it.</param>
    private async Task<(IReadOnlyList<ChangedItem> First, int All)> Changed(Turn turn, Domain.Plan.PlanId plan, long? since) =>
        since is >= 0 and var at && at <= turn.Now.ToUnixTimeMilliseconds()
            ? await history.Meanwhile(plan, DateTimeOffset.FromUnixTimeMilliseconds(at), Listed, turn.Now) : ([], 0);
}
