namespace MspBot.Domain.Consultations.Groups;

/// <summary>Why a group stays as it is.</summary>
public enum GroupRefusal
{
    NoSuchGroup,
    NotYours,

    /// <summary>Only those who asked are invited so far.</summary>
    NotInvited,
    YouLeadIt,
    AlreadyIn,
    NotIn,
    AlreadyDeclined,
    Full,

    /// <summary>Everybody's answers are in; the clock decides within a minute.</summary>
    DeadlinePassed,
    AlreadyConfirmed,
    AlreadyCancelled,
    AlreadyOver,
    AlreadyBegun,
    TooFewAgreed,

    /// <summary>Too near for anyone to answer in time.</summary>
    TimeTooNear,
    TimeTooFar,

    /// <summary>The tutor has something else then.</summary>
    TimeTaken,
    SameTime,
    SeatsOutOfBounds,
    LeastOutOfBounds,
    AgreeByTooSoon,
    AgreeByAfterStart,
    NoTutor,
}
