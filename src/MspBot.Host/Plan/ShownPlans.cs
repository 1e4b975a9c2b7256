using MspBot.Data.Plan;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Plan;

/// <summary>Cards of plans and items that were sent earlier, as they should look by now. Call it before anything fresh is told.</summary>
internal sealed class ShownPlans(PlanReader reader, PlanScreens plans, ItemScreens items, Outbox outbox)
{
    internal async Task Redraw(Turn turn, ItemDetails item) =>
        await turn.Redraw(PlanLinks.Shown(item.Id), who => items.Card(item, who, turn.Now));

    internal async Task Redraw(Turn turn, PlanId id)
    {
        if (await reader.One(id) is { } plan)
            await turn.Redraw(PlanLinks.Shown(id), async who => await plans.Card(plan.Year, who, turn.Now));
    }

    /// <summary>After somebody was erased whom items name.</summary>
    internal async Task RedrawNameless(PersonId person, DateTimeOffset now)
    {
        var named = await reader.Naming(person);
        var cards = named.Select(one => one.Item).ToDictionary(PlanLinks.Shown);
        await outbox.RedrawNameless(cards.Keys, async (shows, who) =>
            await reader.Item(cards[shows], now) is { } item ? await items.Card(item, who, now) : null);
        var all = named.Select(one => one.Plan).Distinct().ToDictionary(PlanLinks.Shown);
        await outbox.RedrawNameless(all.Keys, async (shows, who) =>
            await reader.One(all[shows]) is { } plan ? await plans.Card(plan.Year, who, now) : null);
    }

    /// <summary>The item, and how many items the plan counts where.</summary>
    internal async Task RedrawBoth(Turn turn, ItemDetails item)
    {
        await Redraw(turn, item);
        await Redraw(turn, item.Plan);
    }
}
