using MspBot.Domain.Seminars.Seats;

namespace MspBot.Domain.Seminars.Heads;

/// <summary>Whether a seminar may be changed, published, cancelled now.</summary>
public static class SeminarChangeRules
{
    /// <summary>What stands in the way; null when nothing does.</summary>
    public static SeminarRefusal? Check(Seminar seminar, Seating attendance, SeminarChange change, DateTimeOffset now)
    {
        if (seminar.State == SeminarState.Cancelled) return SeminarRefusal.SeminarCancelled;
        // What was held can be tied to the plan later.
        if (seminar.State == SeminarState.Published && seminar.IsOver(now) && change is not SeminarChange.PlanItem)
            return SeminarRefusal.SeminarOver;

        return change switch
        {
            SeminarChange.Title(var to) when to.Length is 0 or > SeminarBounds.Title => SeminarRefusal.TitleTooLong,
            SeminarChange.Start(var to) when to <= now => SeminarRefusal.StartIsPast,
            SeminarChange.Length(var to) when !SeminarBounds.Fits(to) => SeminarRefusal.LengthOutOfBounds,
            SeminarChange.Seats(var to) when !SeminarBounds.Fits(to) => SeminarRefusal.SeatsOutOfBounds,
            SeminarChange.Seats(var to) when to < attendance.Seated + attendance.Held => SeminarRefusal.FewerSeatsThanSeated,
            _ => null,
        };
    }

    public static SeminarRefusal? CheckPublishing(Seminar seminar, DateTimeOffset now)
    {
        if (seminar.State == SeminarState.Cancelled) return SeminarRefusal.SeminarCancelled;
        if (seminar.State == SeminarState.Published) return SeminarRefusal.AlreadyPublished;
        if (seminar.HasBegun(now)) return SeminarRefusal.StartIsPast;
        return null;
    }

    public static SeminarRefusal? CheckCancelling(Seminar seminar, DateTimeOffset now)
    {
        if (seminar.State == SeminarState.Cancelled) return SeminarRefusal.SeminarCancelled;
        if (seminar.State == SeminarState.Published && seminar.IsOver(now)) return SeminarRefusal.SeminarOver;
        return null;
    }
}
