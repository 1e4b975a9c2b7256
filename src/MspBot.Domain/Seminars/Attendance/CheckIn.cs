using MspBot.Domain.Seminars.Seats;

namespace MspBot.Domain.Seminars.Attendance;

/// <summary>Whether a person may be let into a meeting now, which counts as having come.</summary>
public static class CheckIn
{
    public static readonly TimeSpan OpensBefore = TimeSpan.FromMinutes(15);

    /// <summary>The word is said near the end, and typed a little later.</summary>
    public static readonly TimeSpan CodeTakenAfter = TimeSpan.FromMinutes(30);

    public static DateTimeOffset OpensAt(DateTimeOffset startsAt) => startsAt - OpensBefore;

    /// <summary>Whether the way in is open to those who are seated.</summary>
    public static bool IsOpen(Seminar seminar, DateTimeOffset now) =>
        seminar.State == SeminarState.Published && now >= OpensAt(seminar.StartsAt) && !seminar.IsOver(now);

    /// <summary>Why the link is refused; null when it is not.</summary>
    public static CheckInRefusal? Check(Seminar seminar, SignUpState? mine, DateTimeOffset now) =>
        Check(seminar, mine, now, seminar.EndsAt);

    /// <summary>Why the code word is refused; null when it is not.</summary>
    public static CheckInRefusal? CheckCode(Seminar seminar, SignUpState? mine, DateTimeOffset now) =>
        Check(seminar, mine, now, seminar.EndsAt + CodeTakenAfter);

    private static CheckInRefusal? Check(Seminar seminar, SignUpState? mine, DateTimeOffset now, DateTimeOffset until)
    {
        if (seminar.State == SeminarState.Cancelled) return CheckInRefusal.SeminarCancelled;
        if (now >= until) return CheckInRefusal.SeminarOver;
        if (mine == SignUpState.Waitlisted) return CheckInRefusal.Waiting;
        if (mine != SignUpState.Confirmed) return CheckInRefusal.NotSignedUp;
        if (now < OpensAt(seminar.StartsAt)) return CheckInRefusal.TooEarly;
        return null;
    }
}

/// <summary>Why a person is not let in.</summary>
public enum CheckInRefusal
{
    NotSignedUp,
    Waiting,
    TooEarly,
    SeminarCancelled,
    SeminarOver,
    WrongCode,
    CodeOfAnother,
}
