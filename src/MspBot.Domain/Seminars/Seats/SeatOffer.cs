namespace MspBot.Domain.Seminars.Seats;

/// <summary>What happens when somebody who was asked takes a seat that was freed shortly before the start.</summary>
public static class SeatOffer
{
    /// <summary>Why they cannot have it; null: it is theirs.</summary>
    public static SeatOfferRefusal? Check(Seminar seminar, Seating attendance, bool asked, DateTimeOffset now)
    {
        if (seminar.State != SeminarState.Published) return SeatOfferRefusal.SeminarCancelled;
        if (attendance.Mine == SignUpState.Confirmed) return SeatOfferRefusal.AlreadySeated;
        if (seminar.HasBegun(now)) return SeatOfferRefusal.HasBegun;
        if (attendance.Mine != SignUpState.Waitlisted) return SeatOfferRefusal.NotWaiting;
        // Offers are made shortly before the start: this one is older than the present start.
        if (!asked && !Promotion.IsLate(seminar, now)) return SeatOfferRefusal.Moved;
        if (attendance.FreeSeats(seminar.Seats) is 0) return SeatOfferRefusal.SeatTaken;
        if (!asked) return SeatOfferRefusal.NotAsked;
        return null;
    }
}

/// <summary>Why a freed seat is not taken.</summary>
public enum SeatOfferRefusal
{
    AlreadySeated,
    SeatTaken,
    NotAsked,
    Moved,
    NotWaiting,
    HasBegun,
    SeminarCancelled,
}
