namespace MspBot.Domain.Seminars.Seats;

/// <summary>What happens when somebody who was asked takes a seat that was freed shortly before the start.</summary>
public static class Taking
{
    /// <summary>Why they cannot have it; null: it is theirs.</summary>
    public static TakingRefusal? Check(Seminar seminar, Seating attendance, bool asked, DateTimeOffset now)
    {
        if (seminar.State != SeminarState.Published) return TakingRefusal.SeminarCancelled;
        if (attendance.Mine == SignUpState.Confirmed) return TakingRefusal.AlreadySeated;
        if (seminar.HasBegun(now)) return TakingRefusal.HasBegun;
        if (attendance.Mine != SignUpState.Waitlisted) return TakingRefusal.NotWaiting;
        // Offers are made shortly before the start: this one is older than the present start.
        if (!asked && !Promotion.IsLate(seminar, now)) return TakingRefusal.Moved;
        if (attendance.FreeSeats(seminar.Seats) is 0) return TakingRefusal.SeatTaken;
        if (!asked) return TakingRefusal.NotAsked;
        return null;
    }
}

/// <summary>Why a freed seat is not taken.</summary>
public enum TakingRefusal
{
    AlreadySeated,
    SeatTaken,
    NotAsked,
    Moved,
    NotWaiting,
    HasBegun,
    SeminarCancelled,
}
