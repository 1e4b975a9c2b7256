namespace MspBot.Domain.Plan.Papers;

/// <summary>What becomes of an item that is taken out of the plan.</summary>
public enum WayOut
{
    /// <summary>Nobody but heads has read it, and whether a table ever had it is not known: no table takes it out.</summary>
    ByHand,

    /// <summary>Nothing of it is in force: it is excluded at once.</summary>
    AtOnce,

    /// <summary>It stays until the department agrees that it goes.</summary>
    OnceAgreed,
}

/// <summary>An item as it stands beside a row.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Revision">As it was read.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="ResponsibleWords">As a table names whoever is responsible.</param>
/// <param name="IsExcluding">It is on its way out.</param>
/// <param name="WayOut">What becomes of it when it is taken out.</param>
public sealed record ItemNow(
    PlanItemId Id, int Number, int Revision, ItemState State, ItemText Text, string ResponsibleWords, bool IsExcluding, WayOut WayOut)
{
    public bool IsExcluded => State == ItemState.Excluded;
}
