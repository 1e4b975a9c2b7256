using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>What a form about an item begins with: which, as it was when its button was shown, and what of it.</summary>
internal static class ItemStart
{
    /// <summary>Null for anything that no button of ours has said.</summary>
    internal static (PlanItemId Id, int Revision)? Read(Argument start) =>
        start.Id<PlanItemId>() is { } id && start.Number(1) is { } revision and <= int.MaxValue ? (id, (int)revision) : null;
}
