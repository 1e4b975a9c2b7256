using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Domain;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>«План и факт»: how the year stands, overdue items first. The number of the row is the plan, the argument a page.</summary>
internal sealed class PlanFactCard(PlanReader plans, FactReader facts) : Card
{
    private const string Name = PlanLinks.Fact;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await plans.One(new(id)) is not { } plan) return null;
        var items = await facts.Of(plan.Id, PlanAccess.Scope(turn.Speaker), turn.Now);
        var found = await Pager.Read(Pager.Number(arg), number => Task.FromResult(
            Paging.Of<ItemFact>([.. items.Skip(Paging.Skip(number)).Take(Paging.Take)], number)));
        return new Screen(Html.Paragraphs([
                Html.Lines(FactTexts.Title(plan.Year), FactTexts.Figures(items, await facts.Unplanned(plan.Year, turn.Now))),
                .. found.Items.Select(FactTexts.Line)]))
            .Page(found, item => PlanLinks.ToItem(FactTexts.Button(item), item.Item),
                (label, number) => Button.Card(label, Name, id, arg: Russian.Number(number)))
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, plan.Year.First), EngineTexts.ToMenu);
    }
}
