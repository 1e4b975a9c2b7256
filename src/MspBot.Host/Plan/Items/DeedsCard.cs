using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>What is done to an item by one press: «Отозвать», «Оставить в плане», «Снять отметку», «Материал».</summary>
internal sealed class DeedsCard(
    PlanReader reader, ItemStore store, RoleStore roles, ResultMaterials materials, ItemScreens screens, ShownPlans shown,
    PlanRefusalScreens refusals) : Card
{
    private const string Name = PlanLinks.Deeds;
    private const string TakeBack = PlanLinks.TakeBack;
    private const string KeepInPlan = PlanLinks.KeepInPlan;
    private const string Unmark = PlanLinks.Unmark;
    private const string Material = PlanLinks.Material;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.Item(new(id), turn.Now) is { } item ? await screens.Card(item, turn.Speaker, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await reader.Item(new(id), turn.Now) is not { } item) return Pressed.Fresh();
        if (action == Material) return await Hand(turn, item);
        if (action is not (TakeBack or KeepInPlan or Unmark) || !PlanAccess.Writes(turn.Speaker)
            || new Argument(arg).Number() is not ({ } seen and <= int.MaxValue)) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));
        var revision = (int)seen;
        var (result, deed, news) = action switch
        {
            TakeBack => (await store.TakeBack(item.Id, revision, turn.Person, turn.Now), LogAction.PlanTakenBack, ItemDeedTexts.TakenBack),
            KeepInPlan when item.InForce is { } force =>
                (await store.Change(item.Id, revision, force.Text, null, turn.Person, turn.Now), LogAction.PlanItemKept,
                    ItemDeedTexts.Kept),
            Unmark => (await store.Unmark(item.Id, revision, turn.Now), LogAction.PlanItemNotDone, ItemDeedTexts.Unmarked),
            _ => (null, default, ""),
        };
        if (result is null) return Pressed.Fresh();
        if (result.Refusal is { } refusal) return Pressed.Instead(await refusals.Of(refusal, item.Id, turn));

        var after = result.After!;
        turn.Log(deed, LogSubject.PlanItem, id, LogDetail.Of("number", after.Number).And("version", after.Now.Version));
        await shown.RedrawBoth(turn, after);
        return Pressed.Instead((await screens.Card(after, turn.Speaker, turn.Now, Html.Text(news)))!);
    }

    private async Task<Pressed> Hand(Turn turn, ItemDetails item)
    {
        if (item.DoneMaterial is not { } material || await materials.Show(material) is not { } screen) return Pressed.Fresh();
        turn.Say(screen);
        return Pressed.Nothing();
    }
}
