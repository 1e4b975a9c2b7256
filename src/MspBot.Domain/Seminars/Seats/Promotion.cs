namespace MspBot.Domain.Seminars.Seats;

/// <summary>
/// Until the seminar begins, free seats go to those who wait, first in line first. Shortly before the start the first in line may not have
/// time: then several are asked, and the first to answer gets the seat.
/// </summary>
public static class Promotion
{
    public static readonly TimeSpan AskedWithin = TimeSpan.FromHours(3);

    /// <summary>When none of those asked has answered for so long, the next are asked as well.</summary>
    public static readonly TimeSpan NextAskedAfter = TimeSpan.FromMinutes(10);

    public const int AskedForASeat = 3;

    /// <summary>How many of those who wait may be seated now; fewer are where some of them cannot be reached.</summary>
    public static int Count(Seminar seminar, Seating attendance, DateTimeOffset now) =>
        seminar.IsOpen(now) && !IsLate(seminar, now) ? Free(seminar, attendance) : 0;

    /// <summary>How many of those who wait, from the first in line, may take a seat now.</summary>
    public static int Asked(Seminar seminar, Seating attendance, DateTimeOffset now) =>
        seminar.IsOpen(now) && IsLate(seminar, now) ? Math.Min(attendance.Waiting, AskedForASeat * Free(seminar, attendance)) : 0;

    /// <summary>Whether offers made before a change still hold after it. A move ends them: a new time is a new round.</summary>
    public static bool OffersHold(Seminar before, Seminar after, Seating attendance, DateTimeOffset now) =>
        before.StartsAt == after.StartsAt && (after.HasBegun(now) || Asked(after, attendance, now) > 0);

    /// <summary>Whether freed seats are offered to several rather than given to the first in line.</summary>
    public static bool IsLate(Seminar seminar, DateTimeOffset now) => seminar.StartsAt - now < AskedWithin;

    private static int Free(Seminar seminar, Seating attendance) =>
        Math.Min(attendance.Waiting, attendance.FreeSeats(seminar.Seats) ?? int.MaxValue);
}
