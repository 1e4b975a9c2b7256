namespace MspBot.Domain.Seminars.Seats;

/// <summary>What happens when a person gives back a seat, or a place in the waiting list.</summary>
public static class SeatReturn
{
    /// <param name="seminar">Where.</param>
    /// <param name="attendance">Who has a place there.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="sure">Also where the seat goes to somebody else at once; otherwise the person is asked first.</param>
    /// <param name="heirs">
    /// The seat is held for a school from now on: how many of it wait and can be told. Null: it is for all who wait.
    /// </param>
    public static SeatReturnOutcome Decide(Seminar seminar, Seating attendance, DateTimeOffset now, bool sure = true, int? heirs = null)
    {
        if (seminar.State != SeminarState.Published) return new SeatReturnOutcome.Refused(SeatReturnRefusal.SeminarCancelled);
        if (attendance.Mine is not { } mine) return new SeatReturnOutcome.Refused(SeatReturnRefusal.NotSignedUp);
        if (seminar.HasBegun(now)) return new SeatReturnOutcome.Refused(SeatReturnRefusal.HasBegun);

        var after = mine == SignUpState.Confirmed
            ? attendance with { Mine = null, Seated = attendance.Seated - 1 }
            : attendance with { Mine = null, Waiting = attendance.Waiting - 1 };
        var left = heirs is { } some ? new SeatReturnOutcome.Left(mine, Math.Min(some, 1), Held: true)
            : new SeatReturnOutcome.Left(mine, Promotion.Count(seminar, after, now), Promotion.Asked(seminar, after, now));
        return left.IsFinal && !sure ? new SeatReturnOutcome.AsksFirst(attendance.Waiting, left.Held) : left;
    }

    /// <summary>How long a seat stays with the person who has just given it back.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);
}

/// <summary>The result of giving back a place.</summary>
public abstract record SeatReturnOutcome
{
    /// <param name="What">What was given back.</param>
    /// <param name="Promoted">How many of those who wait are seated now.</param>
    /// <param name="Asked">How many of those who wait may take a seat now.</param>
    /// <param name="Held">The seat is held for a school: it had sent the person, or the seat was held for it before.</param>
    public sealed record Left(SignUpState What, int Promoted, int Asked = 0, bool Held = false) : SeatReturnOutcome
    {
        /// <summary>Whether the seat goes to somebody at once: that cannot be undone, and is asked about first.</summary>
        public bool IsFinal => What == SignUpState.Confirmed && Promoted + Asked > 0;

        /// <summary>Whether the seat stays with the person for a moment.</summary>
        public bool Keeps => What == SignUpState.Confirmed && !IsFinal && !Held;
    }

    /// <summary>Nothing is given back yet: others wait for the seat, so the person is asked first.</summary>
    /// <param name="Waiting">How many do.</param>
    /// <param name="Held">It is held for a school, and goes to one of it.</param>
    public sealed record AsksFirst(int Waiting, bool Held = false) : SeatReturnOutcome;

    public sealed record Refused(SeatReturnRefusal Because) : SeatReturnOutcome;
}

/// <summary>Why nothing was given back.</summary>
public enum SeatReturnRefusal
{
    NotSignedUp,
    SeminarCancelled,
    HasBegun,
}
