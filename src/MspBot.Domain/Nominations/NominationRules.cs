using MspBot.Domain.Seminars;

namespace MspBot.Domain.Nominations;

/// <summary>Whether anybody can be sent to a meeting now.</summary>
public static class NominationRules
{
    /// <summary>What stands in the way; null when nothing does.</summary>
    public static NominationRefusal? Check(Seminar seminar, DateTimeOffset now) => seminar.State switch
    {
        SeminarState.Draft => NominationRefusal.NoSuchSeminar,
        SeminarState.Cancelled => NominationRefusal.SeminarCancelled,
        SeminarState.Published => seminar.HasBegun(now) ? NominationRefusal.HasBegun : null,
    };
}
