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
/// A methodologist begins the review of a plan, agrees all that waits, or ends the review. The number of the row is the plan; the argument
/// of a mass deed, and of the question before it, names what was seen and when.
/// </summary>
internal sealed class RestCard(
    PlanReader reader, PlanStore store, RoleStore roles, PlanScreens plans, ReviewScreens screens, RestScreens rest, PlanDeeds deeds,
    SiteZone zone) : Card
{
    private const string Name = PlanLinks.Rest;
    private const string Begin = PlanLinks.Begin;
    private const string Rest = PlanLinks.AgreeRest;
    private const string All = PlanLinks.AgreeAll;
    private const string AskRest = PlanLinks.AskRest;
    private const string AskAll = PlanLinks.AskAll;
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
            case AskRest or AskAll:
                if (ItemRules.Open(plan.Year, zone.DayOf(turn.Now)) is { } over) return Pressed.Warn(RefusalTexts.Of(over));
                return Pressed.Instead(await rest.Ask(turn, plan, action == AskAll, new(arg)));
            case Rest or All or Finish:
                if (!await roles.Holds(turn.Person, Role.Methodologist)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));
                return action == Finish ? await End(turn, plan) : await Agree(turn, plan, action == All, new(arg));
            default:
                return Pressed.Fresh();
        }
    }

    private async Task<Pressed> Agree(Turn turn, PlanDetails plan, bool all, Argument seen)
    {
        var agreed = await store.AgreeRest(plan.Id, seen.Number() ?? -1, turn.Person, turn.Now);
        if (agreed.Refusal == PlanRefusal.YearOver) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.YearOver));
        // Pressed twice it finds nothing: it was done.
        if (agreed.Refusal is not null) return Pressed.Instead(await rest.Ask(turn, plan, all, seen));
        await deeds.Agreed(turn, plan.Id, agreed.Items);
        return all ? await End(turn, plan) : Pressed.Instead(await screens.End(turn, plan.Id));
    }

    private async Task<Pressed> End(Turn turn, PlanDetails plan)
    {
        var news = await deeds.Finish(turn, plan.Id);
        var others = news.Notices.Count(notice => notice.Chat != turn.Speaker.Chat);
        return Pressed.Instead(await plans.Card(plan.Year, turn.Speaker, turn.Now,
            AgreementTexts.Finished(news, others, HeardTexts.When(deeds.HeardAt(turn.Now), turn.Now, zone))));
    }
}

/// <summary>What follows when many items are agreed at once, and when a review ends.</summary>
internal sealed class PlanDeeds(PlanNotices notices, ShownPlans shown)
{
    internal async Task Agreed(Turn turn, PlanId plan, IReadOnlyList<WaitingItem> items)
    {
        foreach (var item in items)
            turn.Log(AgreementDeeds.Agreed(item.IsExcluding), LogSubject.PlanItem, item.Id.Value,
                LogDetail.Of("number", item.Number).And("version", item.Version));
        await shown.Redraw(turn, plan);
    }

    internal async Task<ReviewNews> Finish(Turn turn, PlanId plan)
    {
        var news = await notices.Reviewed(plan, turn.Now);
        if (news.Told.Count == 0) return news;
        turn.Log(LogAction.PlanReviewFinished, LogSubject.Plan, plan.Value, Counts(news));
        await shown.Redraw(turn, plan);
        turn.TellOthers(news.Notices);
        return news;
    }

    internal DateTimeOffset? HeardAt(DateTimeOffset now) => notices.HeardAt(now);

    internal static LogDetail Counts(ReviewNews news) => LogDetail.Of("agreed", news.Agreed).And("returned", news.Returned);
}
