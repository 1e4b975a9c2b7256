namespace MspBot.Host.Plan;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class PlanLinks
{
    /// <summary>The command, and the card of a year's plan.</summary>
    internal const string Plan = "plan";
    internal const string Items = "pl";
    internal const string Item = "pi";
}
