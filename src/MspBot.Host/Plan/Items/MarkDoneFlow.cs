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

/// <summary>«Отметить выполненным»: an item that has no meeting is marked by hand, on a day that is not ahead.</summary>
internal sealed class MarkDoneFlow(PlanReader reader, PlanRefusalScreens refusals) : Flow
{
    public override string Key => PlanLinks.MarkDone;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override string Title => ItemTexts.MarkDone;

    public override bool For(Speaker speaker) => PlanAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ItemStart.Read(ask.Start) is not var (id, revision) || await reader.Item(id, ask.Now) is not { } item)
            return Say(PlanRefusalScreens.Of(PlanRefusal.NoSuchItem));
        var today = ask.Zone.DayOf(ask.Now);
        if (ItemRules.CheckDone(item.Rule, revision, item.Meetings > 0, today, today) is { } refusal)
            return Say(await refusals.Of(refusal, item, ask.Speaker, ask.Now, ask.Said));

        var day = await ask.PastDay("day", ItemQuestionTexts.Day, item.Year.FirstDay);
        var words = await ask.OptionalText("outcome", ItemQuestionTexts.Words, PlanBounds.DoneWords, ItemQuestions.Line);
        var material = await ask.OptionalFileOrText("material", ItemQuestionTexts.Material, MaxLink, TextRule.Link);
        var name = material is null ? null : material.Name
            ?? await ask.Text("material-name", ItemQuestionTexts.MaterialName, MaxName, ItemQuestions.Line);
        await ask.Confirm(ItemDeedTexts.MarkAsk(item));
        return Do(new MarkDone(id, revision, day, words, material, name));
    }

    // As materials have it, which come after the plan.
    private const int MaxLink = 500;
    private const int MaxName = 200;
}

/// <summary>An item, to be marked as carried out if it still is as the head saw it.</summary>
internal sealed record MarkDone(PlanItemId Id, int Revision, DateOnly Day, string? Words, Handed? Material, string? Name);

internal sealed class MarkDoneHandler(
    RoleStore roles, ItemStore store, ResultMaterials materials, ItemScreens screens, ShownPlans shown, PlanRefusalScreens refusals)
    : Handler<MarkDone>
{
    public override async Task<Done> Handle(MarkDone command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return await refusals.Done(PlanRefusal.RoleLost, command.Id, turn);
        var result = await store.MarkDone(command.Id, command.Revision, command.Day, command.Words, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return await refusals.Done(refusal, command.Id, turn, command.Words);
        var after = result.After!;
        if (command.Material is { } handed)
        {
            var material = await materials.Keep(handed, command.Name!, turn.Person, turn.Speaker.Chat, turn.Now);
            await store.AddMaterial(after.Id, material);
            after = after with { DoneMaterial = material };
        }
        turn.Log(LogAction.PlanItemDone, LogSubject.PlanItem, after.Id.Value,
            LogDetail.Of("number", after.Number).And("day", command.Day));
        await shown.RedrawBoth(turn, after);
        return new Done.With((await screens.Card(after, turn.Speaker, turn.Now, Html.Text(ItemDeedTexts.Marked(after))))!);
    }
}
