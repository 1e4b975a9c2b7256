using MspBot.Domain.Log;

namespace MspBot.Host.Plan.Agreement;

/// <summary>What a decision is called in the log: that an item goes is another thing than what it says.</summary>
internal static class AgreementDeeds
{
    internal static LogAction Agreed(bool excluding) => excluding ? LogAction.PlanExclusionAgreed : LogAction.PlanItemAgreed;

    internal static LogAction Returned(bool excluding) => excluding ? LogAction.PlanExclusionReturned : LogAction.PlanItemReturned;
}
