using MspBot.Domain.Clock;

namespace MspBot.Domain.Seminars.Seats;

/// <summary>
/// Seats held for a school: its teachers take them first, whoever signs them up. What is left when their time is over is free for all, the
/// waiting list first.
/// </summary>
public static class SchoolSeats
{
    /// <summary>How long before the start a place that a nominated teacher gives back is no longer kept for their school.</summary>
    public static readonly TimeSpan NotReturnedWithin = TimeSpan.FromHours(24);

    /// <summary>How long before the start all are free, unless the head says otherwise.</summary>
    public static readonly TimeSpan FreedBefore = TimeSpan.FromDays(3);

    /// <summary>The latest moment until which a seat can be held: after it, freed seats go to whoever is first.</summary>
    public static DateTimeOffset Latest(DateTimeOffset start) => start - Promotion.AskedWithin;

    /// <summary>
    /// Until when the place of a nominated teacher who gives it back is held for their school: a working day from when its head hears of
    /// it. Null: it is free at once.
    /// </summary>
    /// <param name="seminar">Where.</param>
    /// <param name="mine">What they give back.</param>
    /// <param name="quiet">When its head does not hear.</param>
    /// <param name="now">The turn's moment.</param>
    public static DateTimeOffset? Returned(Seminar seminar, SignUpState? mine, QuietHours quiet, DateTimeOffset now)
    {
        var told = quiet.NotBefore(now, seminar.StartsAt) ?? now;
        var until = Ahead(seminar, mine, quiet.Calendar.After(told, 1, quiet.Zone), seminar.StartsAt - NotReturnedWithin, now);
        return until > told ? until : null;
    }

    /// <summary>Until when a place that was taken on a held seat is held for its school again; null: its time is over.</summary>
    /// <param name="seminar">Where.</param>
    /// <param name="mine">What they give back.</param>
    /// <param name="heldUntil">Until when the seat was held.</param>
    /// <param name="now">The turn's moment.</param>
    public static DateTimeOffset? HeldAgain(Seminar seminar, SignUpState? mine, DateTimeOffset heldUntil, DateTimeOffset now) =>
        Ahead(seminar, mine, heldUntil, Latest(seminar.StartsAt), now);

    /// <summary>What stands in the way of holding so many more; null when nothing does.</summary>
    /// <param name="seminar">Where.</param>
    /// <param name="attendance">Who has a place there.</param>
    /// <param name="count">How many more.</param>
    /// <param name="until">Until when.</param>
    /// <param name="now">The turn's moment.</param>
    public static SchoolSeatsRefusal? Check(Seminar seminar, Seating attendance, int count, DateTimeOffset until, DateTimeOffset now)
    {
        if (seminar.State != SeminarState.Published) return SchoolSeatsRefusal.NotPublished;
        if (Latest(seminar.StartsAt) <= now) return SchoolSeatsRefusal.TooLate;
        if (seminar.Seats is null) return SchoolSeatsRefusal.Unlimited;
        if (until <= now || until > Latest(seminar.StartsAt)) return SchoolSeatsRefusal.UntilOutOfBounds;
        if (attendance.Waiting > 0 && !attendance.PassedOver) return SchoolSeatsRefusal.OthersWait;
        return count > attendance.FreeSeats(seminar.Seats) ? SchoolSeatsRefusal.TooFewFree : null;
    }

    private static DateTimeOffset? Ahead(
        Seminar seminar, SignUpState? mine, DateTimeOffset until, DateTimeOffset last, DateTimeOffset now)
    {
        if (mine != SignUpState.Confirmed || seminar.Seats is null || !seminar.IsOpen(now)) return null;
        if (last < until) until = last;
        return until > now ? until : null;
    }
}

/// <summary>Why seats are not held for schools.</summary>
public enum SchoolSeatsRefusal
{
    NoSuchSeminar,
    NotPublished,
    Unlimited,

    /// <summary>Freed seats already go to whoever is first, or it has begun.</summary>
    TooLate,

    /// <summary>Not after now, or not long enough before the start.</summary>
    UntilOutOfBounds,

    /// <summary>What is free belongs to those in line.</summary>
    OthersWait,

    TooFewFree,

    /// <summary>One of the schools is not in the list any more.</summary>
    NoSuchSchool,
}
