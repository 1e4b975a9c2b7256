using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class PlanLinks
{
    /// <summary>
    /// The command, and the card of a year's plan; its number is the year in which the school year begins, 0 for this one.
    /// </summary>
    internal const string Plan = "plan";

    /// <summary>The list of a plan's items; its number is the plan, its argument a page, then a filter.</summary>
    internal const string Items = "pl";

    /// <summary>One item.</summary>
    internal const string Item = "pi";

    /// <summary>«План и факт»; its number is the plan, its argument a page.</summary>
    internal const string Fact = "pf";

    /// <summary>The meetings of an item; its number is the item, its argument a page.</summary>
    internal const string Meetings = "pim";

    /// <summary>A plan without an answer; its number is the plan, its action <see cref="Remind"/>.</summary>
    internal const string Reminder = "pn";
    internal const string Remind = "remind";

    /// <summary>A meeting outside the term of an item; its number is the item.</summary>
    internal const string Term = "pt";

    /// <summary>What a message that shows the plan's card, or an item's, is known by.</summary>
    internal static string Shown(PlanId plan) => $"{Plan}:{plan.Value}";

    /// <inheritdoc cref="Shown(PlanId)"/>
    internal static string Shown(PlanItemId item) => $"{Item}:{item.Value}";

    internal static Button ToItem(string label, PlanItemId item) => Button.Card(label, Item, item.Value);
}
