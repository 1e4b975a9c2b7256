namespace MspBot.Domain.Seminars;

/// <summary>Free seats go to those who wait, the first in line first, until the seminar begins.</summary>
public static class Promotion
{
    /// <summary>How many of those who wait are seated now.</summary>
    public static int Count(Seminar seminar, Attendance attendance, DateTimeOffset now) =>
        seminar.IsOpen(now) ? Math.Min(attendance.Waiting, attendance.FreeSeats(seminar.Seats) ?? int.MaxValue) : 0;
}
