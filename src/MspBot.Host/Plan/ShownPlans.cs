using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;

namespace MspBot.Host.Plan;

/// <summary>Cards of plans and items that were sent earlier, as they should look by now. Call it before anything fresh is told.</summary>
internal sealed class ShownPlans(PlanReader reader, PlanScreens plans, ItemScreens items)
{
    internal async Task Redraw(Turn turn, ItemDetails item) =>
        await turn.Redraw(PlanLinks.Shown(item.Id), who => items.Card(item, who, turn.Now));

    internal async Task Redraw(Turn turn, PlanId id)
    {
        if (await reader.One(id) is { } plan)
            await turn.Redraw(PlanLinks.Shown(id), async who => await plans.Card(plan.Year, who, turn.Now));
    }

    /// <summary>The item, and how many items the plan counts where.</summary>
    internal async Task RedrawBoth(Turn turn, ItemDetails item)
    {
        await Redraw(turn, item);
        await Redraw(turn, item.Plan);
    }
}
