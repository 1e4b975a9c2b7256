namespace MspBot.Domain.Seminars;

/// <summary>What happens when a person asks for a place at a seminar.</summary>
public static class SignUp
{
    public static SignUpOutcome Decide(Seminar seminar, Attendance attendance, DateTimeOffset now)
    {
        if (seminar.State == SeminarState.Draft) return Refuse(SignUpRefusal.NotPublished);
        if (seminar.State == SeminarState.Cancelled) return Refuse(SignUpRefusal.SeminarCancelled);
        if (seminar.HasBegun(now)) return Refuse(SignUpRefusal.SignUpClosed);
        if (attendance.Mine == SignUpState.Confirmed) return Refuse(SignUpRefusal.AlreadySeated);
        if (attendance.Mine == SignUpState.Waitlisted) return Refuse(SignUpRefusal.AlreadyWaiting);

        if (attendance.Leads) return Refuse(SignUpRefusal.Leads);

        return attendance.HasSeat(seminar.Seats)
            ? new SignUpOutcome.Seated()
            : new SignUpOutcome.Waitlisted(Place: attendance.Waiting + 1);
    }

    private static SignUpOutcome.Refused Refuse(SignUpRefusal because) => new(because);
}

/// <summary>What became of it.</summary>
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

    /// <summary>A seat is wanted back, not a place in line, and there is none.</summary>
    SeatGone,
}
