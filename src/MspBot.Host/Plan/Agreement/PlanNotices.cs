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
    /// <returns>Whether anybody can be told.</returns>
    internal async Task<bool> TellSent(Turn turn, PlanDetails plan)
    {
        var at = HeardAt(turn.Now);
        var by = await people.ShortName(turn.Person) ?? "";
        var any = false;
        foreach (var (person, chat) in await reviews.Methodologists())
        {
            if (person == turn.Person || (await reviews.Of(plan.Id, person)).Waiting is not (> 0 and var items)) continue;
            any = true;
            var screen = new Screen(AgreementTexts.Waits(plan, items, by)) { Shows = PlanLinks.Shown(plan.Id) };
            turn.Tell(new Notice(chat, screen.Row(Button.Card(ReviewTexts.Review, PlanLinks.Rest, plan.Id.Value, PlanLinks.Begin).Main())
                .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year)), NoticeKey.PlanSent(plan.Id, person, at ?? turn.Now), at));
        }
        return any;
    }

    /// <summary>Marks what was decided as told, and says it to every head. Empty: it was told before.</summary>
    internal async Task<(IReadOnlyList<ToldDecision> Told, IReadOnlyList<Notice> Notices)> Reviewed(PlanId id, DateTimeOffset now)
    {
        var told = await store.Tell(id, now);
        if (told.Count == 0 || await reader.One(id) is not { } plan) return (told, []);
        var screen = new Screen(AgreementTexts.Told(plan, told, Remarks));
        var returned = told.Where(one => one.Remark is not null).ToList();
        foreach (var one in returned.Take(Remarks)) screen = screen.Row(PlanLinks.ToEdit(AgreementTexts.ChangeItem(one.Number), one.Item));
        screen = screen
            .Row(returned.Count == 0 ? null : PlanLinks.ToItems(PlanTexts.Returned(plan.Counts.Returned), id, ItemFilter.Returned))
            .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year));
        return (told,
            [.. (await people.HeadChats()).Select(chat => new Notice(chat, screen, NoticeKey.PlanReviewed(id, now, chat), HeardAt(now)))]);
    }
}
