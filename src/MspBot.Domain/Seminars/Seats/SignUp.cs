namespace MspBot.Domain.Seminars.Seats;

/// <summary>What happens when a person asks for a place at a seminar.</summary>
public static class SignUp
{
    /// <param name="seminar">Where.</param>
    /// <param name="attendance">Who has a place there.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="orWait">Where there is no seat, a place in line; otherwise nothing.</param>
    public static SignUpOutcome Decide(Seminar seminar, Seating attendance, DateTimeOffset now, bool orWait = true)
    {
        if (seminar.State == SeminarState.Draft) return Refuse(SignUpRefusal.NotPublished);
        if (seminar.State == SeminarState.Cancelled) return Refuse(SignUpRefusal.SeminarCancelled);
        if (seminar.HasBegun(now)) return Refuse(SignUpRefusal.SignUpClosed);
        if (attendance.Mine == SignUpState.Confirmed) return Refuse(SignUpRefusal.AlreadySeated);
        if (attendance.Mine == SignUpState.Waitlisted) return Refuse(SignUpRefusal.AlreadyWaiting);

        if (attendance.Leads) return Refuse(SignUpRefusal.Leads);

        if (attendance.HasSeat(seminar.Seats)) return new SignUpOutcome.Seated();
        return orWait ? new SignUpOutcome.Waitlisted(Place: attendance.Waiting + 1) : Refuse(SignUpRefusal.SeatGone);
    }

    private static SignUpOutcome.Refused Refuse(SignUpRefusal because) => new(because);
}

/// <summary>The result of signing up.</summary>
public abstract record SignUpOutcome
{
    public sealed record Seated : SignUpOutcome;

    /// <param name="Place">In the waiting list, from 1.</param>
    public sealed record Waitlisted(int Place) : SignUpOutcome;

    public sealed record Refused(SignUpRefusal Because) : SignUpOutcome;
}

/// <summary>Why there is no place for somebody.</summary>
public enum SignUpRefusal
{
    NotPublished,
    SeminarCancelled,
    SignUpClosed,
    AlreadySeated,
    AlreadyWaiting,
    Leads,

    /// <summary>The person wants a seat back, not a place in line, and no seat is free.</summary>
    SeatGone,
}
