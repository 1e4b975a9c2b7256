using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>What methodologists and heads hear of a plan, each time in one message.</summary>
internal sealed class PlanNotices(PlanReader reader, ReviewReader reviews, PlanStore store, PersonReader people, QuietHours quiet)
{
    /// <summary>With so many remarks and buttons one message fits.</summary>
    private const int Remarks = 5;

    /// <summary>When somebody hears of what happens now; null: at once.</summary>
    internal DateTimeOffset? HeardAt(DateTimeOffset now) => quiet.NotBefore(now);

    /// <summary>A head has sent items.</summary>
    /// <returns>Whom it reaches.</returns>
    internal async Task<Heard> TellSent(Turn turn, PlanDetails plan)
    {
        var at = HeardAt(turn.Now);
        var by = await people.ShortName(turn.Person) ?? "";
        var all = await reviews.Reviewers(plan.Id);
        var others = all.Where(one => one.Person != turn.Person && one.Waiting > 0).ToList();
        var told = others.Where(one => one.Chat is not null).ToList();
        foreach (var one in told)
        {
            var screen = new Screen(AgreementTexts.Waits(plan, one.Waiting, by)) { Shows = PlanLinks.Shown(plan.Id) };
            turn.Tell(new Notice(one.Chat!.Value,
                screen.Row(Button.Card(ReviewTexts.Review, PlanLinks.Rest, plan.Id.Value, PlanLinks.Begin).Main())
                    .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year)), NoticeKey.PlanSent(plan.Id, one.Person, at ?? turn.Now), at));
        }
        return new(told.Count, others.Count - told.Count, all.Any(one => one.Person == turn.Person && one.Waiting > 0),
            all.Count(one => one.Waiting == 0));
    }

    /// <summary>
    /// Marks what was decided as told, and says it to every head. Where no head can be written to, nothing counts as told: it is tried
    /// again.
    /// </summary>
    internal async Task<ReviewNews> Reviewed(PlanId id, DateTimeOffset now)
    {
        var heads = await people.HeadChats();
        if (heads.Count == 0) return new([], []) { NobodyHears = await store.HasUntold(id) };
        var told = await store.Tell(id, now);
        if (told.Count == 0 || await reader.One(id) is not { } plan) return new(told, []);
        var screen = new Screen(AgreementTexts.Told(plan, told, Remarks));
        var returned = told.Where(one => one.Remark is not null).ToList();
        foreach (var one in returned.Take(Remarks))
            screen = screen.Row(PlanLinks.ToEdit(AgreementTexts.ChangeItem(one.Number, returned.Count == 1), one.Item));
        screen = screen
            .Row(returned.Count == 0 ? null : PlanLinks.ToItems(PlanTexts.Returned(plan.Counts.Returned), id, ItemFilter.Returned))
            .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year));
        return new(told, [.. heads.Select(chat => new Notice(chat, screen, NoticeKey.PlanReviewed(id, now, chat), HeardAt(now)))]);
    }
}

/// <summary>What was told of a review, and to whom. Nothing: it was told before, or nobody hears it.</summary>
internal sealed record ReviewNews(IReadOnlyList<ToldDecision> Told, IReadOnlyList<Notice> Notices)
{
    /// <summary>Something was decided, but every head has stopped the bot.</summary>
    internal bool NobodyHears { get; init; }

    internal int Agreed => Told.Count(one => one.Remark is null);

    internal int Returned => Told.Count - Agreed;
}
