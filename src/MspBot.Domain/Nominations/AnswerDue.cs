namespace MspBot.Domain.Nominations;

/// <summary>Until when a nominated teacher is asked for an answer, and when they are reminded once.</summary>
public sealed record AnswerDue(DateTimeOffset By, DateTimeOffset RemindAt)
{
    public const int WorkingDays = 2;

    public static readonly TimeSpan BeforeStart = TimeSpan.FromHours(24);
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(2);

    /// <summary>
    /// Two working days; at the latest a day before the start, but never less than two hours, as long as it has not begun by then.
    /// </summary>
    /// <param name="start">The meeting's.</param>
    /// <param name="inTwoWorkingDays">The moment two working days from now.</param>
    /// <param name="now">When they are asked.</param>
    public static AnswerDue Of(DateTimeOffset start, DateTimeOffset inTwoWorkingDays, DateTimeOffset now)
    {
        var by = Earlier(inTwoWorkingDays, start - BeforeStart);
        by = Earlier(Later(by, now + Shortest), start);
        return new(by, now + (by - now) / 2);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
