using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>«Добавить пункт»: a head writes an item into the plan of the year that the flow is begun with.</summary>
internal sealed class AddItemFlow(PersonReader people) : Flow
{
    public override string Key => PlanLinks.Add;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override string Title => PlanTexts.Add;

    public override string Unfinished => ItemDeedTexts.UnfinishedItem;

    public override bool For(Speaker speaker) => PlanAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var year = ask.Start.Number() is { } first and >= 2020 and <= 2100 ? new SchoolYear((int)first)
            : SchoolYear.Of(ask.Zone.DayOf(ask.Now));
        var form = await ItemQuestions.Form(ask);
        var title = await ItemQuestions.Title(ask);
        var term = await ItemQuestions.Term(ask, year);
        var responsible = await ItemQuestions.Responsible(ask, people);
        var result = await ItemQuestions.Result(ask);
        var audience = await ItemQuestions.Audience(ask);
        await ask.Confirm(ItemDeedTexts.AddAsk(year));
        return Do(new AddItem(year, new()
        {
            Form = form,
            Title = title,
            Term = term,
            Responsible = responsible,
            Result = result,
            Audience = audience,
        }));
    }
}

/// <summary>An item, to be written into the plan of a year.</summary>
internal sealed record AddItem(SchoolYear Year, ItemText Text);

internal sealed class AddItemHandler(RoleStore roles, PlanStore plans, PlanReader reader, ItemScreens screens, ShownPlans shown)
    : Handler<AddItem>
{
    public override async Task<Done> Handle(AddItem command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return Refused(PlanRefusal.RoleLost);
        var plan = await plans.Make(command.Year, turn.Person, turn.Now);
        var added = await plans.Add(plan, [command.Text], turn.Person, turn.Now);
        if (added.Refusal is { } refusal) return Refused(refusal);
        var item = (await reader.Item(added.Items[0], turn.Now))!;
        turn.Log(LogAction.PlanItemAdded, LogSubject.PlanItem, item.Id.Value, LogDetail.Of("number", item.Number));
        await shown.Redraw(turn, plan);
        var screen = (await screens.Card(item, turn.Speaker, turn.Now, Html.Text(ItemDeedTexts.Added(item))))!;
        return new Done.With(screen with
        {
            Rows = [[Button.Flow(ItemDeedTexts.AddMore, PlanLinks.Add, Russian.Number(command.Year.First))], .. screen.Rows],
        });
    }

    private static Done.Refused Refused(PlanRefusal because) => new(because, Html.Text(RefusalTexts.Of(because)));
}
