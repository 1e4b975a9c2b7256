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

    /// <summary>The meeting whose card goes with it.</summary>
    MeetingCancelled,

    /// <summary>All of it has left.</summary>
    AllSent,

    /// <summary>More than 48 hours have passed.</summary>
    TooLate,

    /// <summary>Nobody failed for a passing reason.</summary>
    NobodyAgain,

    /// <summary>It was deleted in the chats.</summary>
    Deleted,

    /// <summary>It is under way: it is stopped first.</summary>
    StillGoing,

    /// <summary>The heads of the schools have been told already.</summary>
    PassedOn,

    /// <summary>None of the schools has a head who can be written to.</summary>
    NoHeads,
    NothingChanged,
}
