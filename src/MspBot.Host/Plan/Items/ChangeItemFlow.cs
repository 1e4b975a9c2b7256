using MspBot.Data.People;
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

/// <summary>A head changes one thing about an item. Where something of it is in force, the methodologist reads why.</summary>
internal sealed class ChangeItemFlow(PlanReader reader, PersonReader people, PlanRefusalScreens refusals) : Flow
{
    public override string Key => PlanLinks.Change;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override string Title => ItemDeedTexts.Changing;

    public override bool For(Speaker speaker) => PlanAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ItemStart.Read(ask.Start) is not var (id, revision) || ask.Start.Case<ItemField>(2) is not { } field
            || await reader.Item(id, ask.Now) is not { } item) return Say(PlanRefusalScreens.Of(PlanRefusal.NoSuchItem));
        if (ItemRules.CheckChange(item.Rule, revision, ask.Zone.DayOf(ask.Now)) is { } refusal)
            return Say(await refusals.Of(refusal, item, ask.Speaker, ask.Now, ask.Said));

        var text = await Ask(ask, field, item);
        if (text == item.Now.Text && !item.Now.IsExcluding)
            return Say(await refusals.Of(PlanRefusal.NothingChanged, item, ask.Speaker, ask.Now));
        string? reason = null;
        if (item.InForce is { } force && !text.IsSameToReader(force.Text))
            reason = await ask.Text("reason", ItemQuestionTexts.Reason, PlanBounds.Reason, ItemQuestions.Reason);
        // Of a draft nobody has read anything: it is simply written over.
        if (item.State != ItemState.Draft || item.InForce is not null)
            await ask.Confirm(ItemDeedTexts.ChangeAsk(item), [new Option<bool>(true, ItemDeedTexts.Save)]);
        return Do(new ChangeItem(id, revision, field, text, reason));
    }

    private async Task<ItemText> Ask(Dialog ask, ItemField field, ItemDetails item)
    {
        var (text, was) = (item.Now.Text, item.Now);
        return field switch
        {
            ItemField.Form => text with { Form = await ItemQuestions.Form(ask, was) },
            ItemField.Title => text with { Title = await ItemQuestions.Title(ask, was) },
            ItemField.Term => text with { Term = await ItemQuestions.Term(ask, item.Year, was) },
            ItemField.Responsible => text with { Responsible = await ItemQuestions.Responsible(ask, people, was) },
            ItemField.Result => text with { Result = await ItemQuestions.Result(ask, was) },
            ItemField.Audience => text with { Audience = await ItemQuestions.ChangedAudience(ask, was) },
        };
    }
}

/// <summary>What an item is to say, if it still is as the head saw it.</summary>
internal sealed record ChangeItem(PlanItemId Id, int Revision, ItemField Field, ItemText Text, string? Reason)
{
    /// <summary>What the head has typed for it; null: it was chosen.</summary>
    internal string? Typed => Field switch
    {
        ItemField.Title => Text.Title,
        ItemField.Result => Text.Result,
        ItemField.Audience => Text.Audience,
        ItemField.Responsible => Text.Responsible.Words,
        ItemField.Term => TermTexts.Term(Text.Term),
        ItemField.Form => null,
    };
}

internal sealed class ChangeItemHandler(
    RoleStore roles, ItemStore store, ItemScreens screens, ShownPlans shown, PlanRefusalScreens refusals) : Handler<ChangeItem>
{
    public override async Task<Done> Handle(ChangeItem command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return await refusals.Done(PlanRefusal.RoleLost, command.Id, turn);
        var result = await store.Change(command.Id, command.Revision, command.Text, command.Reason, turn.Person, turn.Now);
        if (result.Refusal is { } refusal) return await refusals.Done(refusal, command.Id, turn, command.Typed);

        var after = result.After!;
        turn.Log(command.Field == ItemField.Responsible ? LogAction.PlanResponsible : LogAction.PlanItemChanged, LogSubject.PlanItem,
            after.Id.Value, LogDetail.Of("number", after.Number).And("field", command.Field).And("version", after.Now.Version));
        await shown.RedrawBoth(turn, after);
        var screen = (await screens.Card(after, turn.Speaker, turn.Now, Html.Text(ItemDeedTexts.Saved(after))))!;
        return new Done.With(after.State != ItemState.Draft ? screen : screen with
        {
            Rows = [[Button.Card(PlanTexts.Send, PlanLinks.Send, after.Plan.Value, PlanLinks.Go)], .. screen.Rows],
        });
    }
}
