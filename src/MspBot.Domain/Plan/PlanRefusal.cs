namespace MspBot.Domain.Plan;

/// <summary>Why a deed on a plan or an item is refused.</summary>
public enum PlanRefusal
{
    NoSuchPlan,
    NoSuchItem,

    /// <summary>Another deed came first: the card must be read again.</summary>
    ChangedMeanwhile,
    TitleTooLong,
    ResultTooLong,
    TermBackwards,
    TermOutsideYear,
    NothingChanged,

    /// <summary>The plan holds as many items as it may.</summary>
    TooManyItems,

    /// <summary>Nothing to send: every item is sent or agreed.</summary>
    NothingToSend,

    /// <summary>Nobody could agree it.</summary>
    NoMethodologist,
    NotSubmitted,

    /// <summary>Nobody agrees a version that they wrote.</summary>
    OwnItem,
    AlreadyExcluded,

    /// <summary>Nothing of it is in force, or it was excluded.</summary>
    NotInForce,
    AlreadyDone,

    /// <summary>The fact is read from a meeting; a mark by hand would outlive it.</summary>
    HeldByMeeting,
    NotMarked,
    DayAhead,

    /// <summary>The year of the plan is over: only what has happened can be written down.</summary>
    YearOver,

    /// <summary>The plan of the next year is written from May on, or once the present one is agreed.</summary>
    TooEarly,

    /// <summary>A plan of that year exists already and has items.</summary>
    PlanExists,

    /// <summary>Meetings are tied to it, so it is excluded rather than dropped.</summary>
    HasMeetings,

    /// <summary>The role in which this is done was taken away.</summary>
    RoleLost,
}
