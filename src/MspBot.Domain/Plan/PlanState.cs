namespace MspBot.Domain.Plan;

/// <summary>Where the present version of an item stands. An earlier one that was agreed stays in force meanwhile.</summary>
public enum ItemState
{
    /// <summary>Being written; the head's alone.</summary>
    Draft,

    /// <summary>Sent, waits for the methodology department.</summary>
    Submitted,

    Agreed,

    /// <summary>Came back with a remark.</summary>
    Returned,

    /// <summary>Taken out of the plan; its number is never given again.</summary>
    Excluded,
}

/// <summary>Where a plan stands. It has no state of its own: its items have.</summary>
public enum PlanState
{
    /// <summary>Nothing was sent, or there are changes that were not sent.</summary>
    Draft,
    Returned,
    Submitted,
    Agreed,
}

/// <summary>How many items of a plan stand where; excluded ones are in none but <paramref name="Excluded"/>.</summary>
public sealed record PlanCounts(int Draft, int Submitted, int Agreed, int Returned, int Excluded)
{
    /// <summary>Of a draft or what was sent, an earlier version is in force.</summary>
    public int InForce { get; init; }

    public int All => Draft + Submitted + Agreed + Returned;

    public PlanState State =>
        Returned > 0 ? PlanState.Returned
        : Submitted > 0 ? PlanState.Submitted
        : Draft == 0 && Agreed > 0 ? PlanState.Agreed : PlanState.Draft;
}
