using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>A methodologist agrees an item, or goes on to the next one.</summary>
internal sealed class ReviewCard(
    PlanReader reader, ItemStore store, RoleStore roles, ItemScreens items, ReviewScreens screens, ShownPlans shown) : Card
{
    private const string Name = PlanLinks.Review;
    private const string Agree = PlanLinks.Agree;
    private const string Next = PlanLinks.Next;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Agrees);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.Item(new(id), turn.Now) is { } item ? await items.Card(item, turn.Speaker, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is not (Agree or Next) || await reader.Item(new(id), turn.Now) is not { } item) return Pressed.Fresh();
        if (action == Next) return Pressed.Instead(await screens.Next(turn, item.Plan, item.Number));
        if (new Argument(arg).Number() is not (> 0 and <= int.MaxValue and var read)) return Pressed.Fresh();
        var version = (int)read;
        if (!await roles.Holds(turn.Person, Role.Methodologist)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));

        var result = await store.Decide(item.Id, version, null, turn.Person, turn.Now);
        if (result.Refusal is null)
        {
            turn.Log(AgreementDeeds.Agreed(result.After!.Now.IsExcluding), LogSubject.PlanItem, id,
                LogDetail.Of("number", item.Number).And("version", result.After.Now.Version));
            await shown.Redraw(turn, result.After);
            return Pressed.Instead(await screens.Next(turn, item.Plan, item.Number), AgreementTexts.Agreed(item));
        }
        if (result.Refusal is PlanRefusal.OwnItem or PlanRefusal.YearOver) return Pressed.Warn(RefusalTexts.Of(result.Refusal.Value));
        var before = result.Before ?? item;
        // A second tap on the same button: it was done.
        return before.Decision is { Remark: null } decision && decision.By == turn.Person && before.Now.Version == version
            ? Pressed.Instead(await screens.Next(turn, item.Plan, item.Number))
            : Pressed.Instead(await screens.Stale(turn, before, version));
    }
}
