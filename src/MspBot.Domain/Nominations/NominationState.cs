namespace MspBot.Domain.Nominations;

/// <summary>Where the nomination of one teacher to one meeting stands.</summary>
public enum NominationState
{
    /// <summary>The place is theirs, or theirs in line, and they have not said yet whether they will come.</summary>
    Asked,
    Accepted,
    Declined,

    /// <summary>There was no answer in time, and others waited for the place.</summary>
    Lapsed,

    /// <summary>By the school.</summary>
    Withdrawn,

    /// <summary>By the school, which sent another teacher.</summary>
    Replaced,
}
