namespace MspBot.Domain.Seminars;

/// <summary>How long, how many, how much: the database holds the same.</summary>
public static class SeminarBounds
{
    public const int Title = 300;
    public const int Audience = 300;
    public const int Link = 500;
    public const int Description = 3000;
    public const int CancelReason = 500;
    public const int MostSeats = 10_000;

    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static bool Fits(TimeSpan length) => length >= Shortest && length <= Longest;

    /// <summary>Null, which is unlimited, fits.</summary>
    public static bool Fits(int? seats) => seats is null or (>= 1 and <= MostSeats);
}
