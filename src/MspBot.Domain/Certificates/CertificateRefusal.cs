namespace MspBot.Domain.Certificates;

/// <summary>Why there is no certificate.</summary>
public enum CertificateRefusal
{
    NoSuchSeminar,
    SeminarCancelled,
    NotOver,
    DidNotCome,

    /// <summary>Attendance has not been marked yet.</summary>
    NotMarked,
    FeedbackFirst,
    NotLeader,
    NobodyCame,
    NothingInPeriod,
    Withdrawn,
    NotTutor,

    /// <summary>The font lacks letters of its owner's name.</summary>
    NameNotPrintable,
}
