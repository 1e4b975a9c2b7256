namespace MspBot.Domain.Seminars;

/// <summary>Why the head's wish for a seminar is not carried out.</summary>
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
}
