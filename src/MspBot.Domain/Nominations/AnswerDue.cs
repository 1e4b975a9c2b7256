using MspBot.Domain.Clock;

namespace MspBot.Domain.Nominations;

/// <summary>Until when a nominated teacher is asked for an answer, and when they are reminded once.</summary>
public sealed record AnswerDue(DateTimeOffset By, DateTimeOffset RemindAt)
{
    public const int WorkingDays = 2;

    public static readonly TimeSpan BeforeStart = TimeSpan.FromHours(24);
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(2);

    /// <summary>
    /// Two working days; at the latest a day before the start, but never less than two hours, as long as it has not begun by then. Counted
    /// from when the question is sent: in quiet hours it waits.
    /// </summary>
    /// <param name="start">The meeting's.</param>
    /// <param name="now">When the question came up.</param>
    /// <param name="quiet">When it is not sent.</param>
    public static AnswerDue Of(DateTimeOffset start, DateTimeOffset now, QuietHours quiet)
    {
        var asked = quiet.NotBefore(now, start) ?? now;
        var by = Earlier(quiet.Calendar.After(asked, WorkingDays, quiet.Zone), start - BeforeStart);
        by = Earlier(Later(by, asked + Shortest), start);
        return new(by, asked + (by - asked) / 2);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
