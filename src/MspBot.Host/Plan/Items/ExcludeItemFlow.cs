using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>
/// «Исключить пункт»: what is in force goes once that is agreed, what was never agreed at once; a draft that nobody has seen needs no
/// reason.
/// </summary>
internal sealed class ExcludeItemFlow(PlanReader reader, ItemScreens screens, PlanRefusalScreens refusals) : Flow
{
    public override string Key => PlanLinks.Exclude;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override string Title => ItemTexts.Exclude;

    public override bool For(Speaker speaker) => PlanAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ItemStart.Read(ask.Start) is not var (id, revision) || await reader.Item(id, ask.Now) is not { } item)
            return Say(PlanRefusalScreens.Of(PlanRefusal.NoSuchItem));
        if (ItemRules.CheckExclude(item.Rule, revision, ask.Zone.DayOf(ask.Now)) is { } refusal)
            return Say(await refusals.Of(refusal, item, ask.Speaker, ask.Now, ask.Said));
        var stays = (await screens.Card(item, ask.Speaker, ask.Now, Html.Text(ItemDeedTexts.Kept)))!;
        ask.WayOut = new(ItemDeedTexts.DoNotExclude, () => stays);

        if (item.Rule.WasNeverSent && !item.HasMeetings)
        {
            await ask.Confirm(ItemDeedTexts.DropAsk(item), [new Option<bool>(true, ItemTexts.Exclude)]);
            return Do(new ExcludeItem(id, revision, null));
        }
        var reason = await ask.Text("reason", ItemQuestionTexts.WhyExclude, PlanBounds.Reason, ItemQuestions.Reason);
        await ask.Confirm(ItemDeedTexts.ExcludeAsk(item), [new Option<bool>(true, ItemTexts.Exclude)]);
        return Do(new ExcludeItem(id, revision, reason));
    }
}

/// <param name="Id">Which.</param>
/// <param name="Revision">As it was seen.</param>
/// <param name="Reason">Null: it is a draft that nobody has seen.</param>
internal sealed record ExcludeItem(PlanItemId Id, int Revision, string? Reason);

internal sealed class ExcludeItemHandler(
    RoleStore roles, PlanReader reader, ItemStore store, PlanScreens plans, ItemScreens screens, ShownPlans shown,
    PlanRefusalScreens refusals) : Handler<ExcludeItem>
{
    public override async Task<Done> Handle(ExcludeItem command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return await refusals.Done(PlanRefusal.RoleLost, command.Id, turn);
        return command.Reason is { } reason ? await Exclude(command, reason, turn) : await Drop(command, turn);
    }

    private async Task<Done> Exclude(ExcludeItem command, string reason, Turn turn)
    {
        var result = await store.Exclude(command.Id, command.Revision, reason, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return await refusals.Done(refusal, command.Id, turn, reason);
        var after = result.After!;
        turn.Log(after.State == ItemState.Excluded ? LogAction.PlanItemExcluded : LogAction.PlanExclusionAsked, LogSubject.PlanItem,
            after.Id.Value, LogDetail.Of("number", after.Number).And("version", after.Now.Version));
        await shown.RedrawBoth(turn, after);
        return new Done.With((await screens.Card(after, turn.Speaker, turn.Now,
            Html.Text(after.State == ItemState.Excluded ? ItemDeedTexts.Excluded : ItemDeedTexts.Excluding)))!);
    }

    private async Task<Done> Drop(ExcludeItem command, Turn turn)
    {
        if (await reader.Item(command.Id, turn.Now) is not { } item) return new Done.With(PlanRefusalScreens.Of(PlanRefusal.NoSuchItem));
        if (await store.Drop(command.Id, command.Revision, turn.Now) is { } refusal) return await refusals.Done(refusal, command.Id, turn);
        turn.Log(LogAction.PlanItemDropped, LogSubject.PlanItem, item.Id.Value, LogDetail.Of("number", item.Number));
        await shown.Redraw(turn, item.Plan);
        return new Done.With(await plans.Card(item.Year, turn.Speaker, turn.Now, Html.Text(ItemDeedTexts.Dropped)));
    }
}
