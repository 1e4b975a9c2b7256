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
        if (ReviewStart.Read(new Argument(arg)) is not { } seen) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Methodologist)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));

        var result = await store.Decide(item.Id, seen.Revision, null, turn.Person, turn.Now);
        if (result.Refusal is null)
        {
            turn.Log(LogAction.PlanItemAgreed, LogSubject.PlanItem, id,
                LogDetail.Of("number", item.Number).And("version", result.After!.Now.Version));
            await shown.Redraw(turn, result.After);
            return Pressed.Instead(await screens.Next(turn, item.Plan, item.Number), AgreementTexts.Agreed(item));
        }
        if (result.Refusal == PlanRefusal.OwnItem) return Pressed.Warn(RefusalTexts.OwnItem);
        var before = result.Before ?? item;
        // A second tap on the same button: it was done.
        return before.Decision is { Remark: null } decision && decision.By == turn.Person && before.Now.Version == seen.Version
            ? Pressed.Instead(await screens.Next(turn, item.Plan, item.Number))
            : Pressed.Instead(await screens.Stale(turn, before, seen.Version));
    }
}

/// <summary>What of an item a methodologist has read.</summary>
internal sealed record ReviewStart(int Revision, int Version)
{
    /// <summary>Null for anything that no button of ours has said.</summary>
    internal static ReviewStart? Read(Argument argument, int from = 0) =>
        argument.Number(from) is { } revision and <= int.MaxValue && argument.Number(from + 1) is { } version and <= int.MaxValue
            ? new((int)revision, (int)version) : null;
}
