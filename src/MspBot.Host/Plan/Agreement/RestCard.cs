using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>
/// A methodologist begins the review of a plan, agrees all that waits, or ends the review. The number of the row is the plan; a mass deed
/// names what was seen, and asks first.
/// </summary>
internal sealed class RestCard(
    PlanReader reader, ReviewReader reviews, PlanStore store, RoleStore roles, PlanScreens plans, ReviewScreens screens, PlanDeeds deeds,
    SiteZone zone) : Card
{
    private const string Name = PlanLinks.Rest;
    private const string Begin = PlanLinks.Begin;
    private const string Rest = PlanLinks.AgreeRest;
    private const string All = PlanLinks.AgreeAll;
    private const string Finish = PlanLinks.Finish;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Agrees);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } plan ? await plans.Card(plan.Year, turn.Speaker, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await reader.One(new(id)) is not { } plan) return Pressed.Fresh();
        switch (action)
        {
            case Begin:
                return Pressed.Instead(await screens.Next(turn, plan.Id, 0));
            case Rest or All when arg.Length == 0:
                return await Ask(turn, plan, action == All, changed: false);
            case Rest or All or Finish:
                if (!await roles.Holds(turn.Person, Role.Methodologist)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));
                return action == Finish ? await End(turn, plan) : await Agree(turn, plan, action == All, new Argument(arg).Number() ?? -1);
            default:
                return Pressed.Fresh();
        }
    }

    private async Task<Pressed> Ask(Turn turn, PlanDetails plan, bool all, bool changed)
    {
        var review = await reviews.Of(plan.Id, turn.Person);
        if (review.Waiting == 0) return Pressed.Instead(await screens.End(turn, plan.Id));
        // Something was returned meanwhile: then there are only «остальные».
        all &= plan.Counts.Returned == 0;
        return Pressed.Instead(new Screen(AgreementTexts.AskRest(review, all, changed))
            .Row(Button.Card(all ? ReviewTexts.AgreeAll : ReviewTexts.AgreeRest(review.Waiting), Name, plan.Id.Value, all ? All : Rest,
                $"{review.Seen}").Main())
            .Row(PlanLinks.ToItems(AgreementTexts.NotNow, plan.Id)));
    }

    private async Task<Pressed> Agree(Turn turn, PlanDetails plan, bool all, long seen)
    {
        var agreed = await store.AgreeRest(plan.Id, seen, turn.Person, turn.Now);
        // «Согласовать остальные» pressed twice finds nothing: it was done.
        if (agreed.Refusal is not null) return await Ask(turn, plan, all, changed: true);
        await deeds.Agreed(turn, plan.Id, agreed.Items);
        return all ? await End(turn, plan) : Pressed.Instead(await screens.End(turn, plan.Id));
    }

    private async Task<Pressed> End(Turn turn, PlanDetails plan)
    {
        var (told, heardAt) = await deeds.Finish(turn, plan.Id);
        return Pressed.Instead(await plans.Card(plan.Year, turn.Speaker, turn.Now, told.Count == 0 ? Html.Text(AgreementTexts.AlreadyTold)
            : AgreementTexts.Finished(told.Count(one => one.Remark is null), told.Count(one => one.Remark is not null), heardAt, zone)));
    }
}

/// <summary>What follows when many items are agreed at once, and when a review ends.</summary>
internal sealed class PlanDeeds(PlanNotices notices, ShownPlans shown)
{
    internal async Task Agreed(Turn turn, PlanId plan, IReadOnlyList<PlanItemId> items)
    {
        foreach (var item in items) turn.Log(LogAction.PlanItemAgreed, LogSubject.PlanItem, item.Value);
        await shown.Redraw(turn, plan);
    }

    internal async Task<(IReadOnlyList<ToldDecision> Told, DateTimeOffset? HeardAt)> Finish(Turn turn, PlanId plan)
    {
        var (told, news) = await notices.Reviewed(plan, turn.Now);
        if (told.Count == 0) return (told, null);
        turn.Log(LogAction.PlanReviewFinished, LogSubject.Plan, plan.Value, Counts(told));
        await shown.Redraw(turn, plan);
        turn.TellOthers(news);
        return (told, notices.HeardAt(turn.Now));
    }

    internal static LogDetail Counts(IReadOnlyList<ToldDecision> told) =>
        LogDetail.Of("agreed", told.Count(one => one.Remark is null)).And("returned", told.Count(one => one.Remark is not null));
}
