namespace MspBot.Domain.Seminars.Attendance;

/// <summary>How it is known whether somebody came. What a leader says by hand outweighs the rest.</summary>
public enum Evidence
{
    Joined,
    Code,
    ByHand,

    /// <summary>The person says so, asked why they did not come.</summary>
    OwnWord,
}

/// <summary>Why somebody did not come, in their own words' place.</summary>
public enum MissedReason
{
    Forgot,
    NoConnection,
    Lesson,
    Other,
}
