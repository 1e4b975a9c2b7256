namespace MspBot.Domain.Seminars;

/// <summary>Why a head's change to a seminar is refused.</summary>
public enum SeminarRefusal
{
    NoSuchSeminar,
    ChangedMeanwhile,
    TitleTooLong,
    LengthOutOfBounds,
    SeatsOutOfBounds,
    FewerSeatsThanSeated,
    StartIsPast,
    AlreadyPublished,
    SeminarCancelled,
    SeminarOver,
    NothingChanged,

    /// <summary>Its leader is busy at that time.</summary>
    LeaderBusy,

    /// <summary>The item of the plan is gone or excluded.</summary>
    NoSuchPlanItem,
}
