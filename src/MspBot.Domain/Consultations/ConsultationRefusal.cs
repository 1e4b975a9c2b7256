namespace MspBot.Domain.Consultations;

/// <summary>Why a consultation stays as it is.</summary>
public enum ConsultationRefusal
{
    NoSuchConsultation,
    NotYours,
    AlreadyConfirmed,
    AlreadyDeclined,
    AlreadyCancelled,
    AlreadyOver,

    /// <summary>It has begun: too late to move or cancel it.</summary>
    AlreadyBegun,
    GoesOnInGroup,
    NotConfirmedYet,

    /// <summary>The tutor has offered times, the teacher has not chosen yet.</summary>
    TeacherChooses,

    /// <summary>That time is no longer among those that are asked or offered.</summary>
    TimeGone,
    TimeIsPast,

    /// <summary>Nearer than the tutor wants to be asked.</summary>
    TimeTooNear,

    /// <summary>The tutor has something else then.</summary>
    TimeTaken,
    TimesOverlap,

    /// <summary>It is at that time already.</summary>
    SameTime,
    NoTimes,
    TooManyTimes,

    /// <summary>So shortly before the start, the teacher can only tell the tutor.</summary>
    TooLate,

    /// <summary>The request is not, or no longer, offered to this colleague.</summary>
    HandoverGone,
    AlreadyWithTutor,
    NoTutor,
}
