namespace MspBot.Domain.Broadcasts;

/// <summary>Why a deed about a broadcast was not done.</summary>
public enum BroadcastRefusal
{
    NoSuchBroadcast,

    /// <summary>Somebody else has changed it since the button was shown, or it went already.</summary>
    ChangedMeanwhile,

    /// <summary>Whoever decides has lost the role, or may not write to many any more.</summary>
    RoleLost,
    Nobody,

    /// <summary>All of it has left.</summary>
    AllSent,

    /// <summary>More than 48 hours have passed.</summary>
    TooLate,

    /// <summary>Nobody failed for a passing reason.</summary>
    NobodyAgain,
    NothingChanged,
}
