namespace MspBot.Domain.Clock;

/// <summary>A typed day of something that has happened: «20.11», «вчера»; «пятница» is the last one.</summary>
public abstract record TypedPastDay
{
    public sealed record Understood(DateOnly Day) : TypedPastDay;

    public sealed record Ahead(DateOnly Day) : TypedPastDay;

    public sealed record TooLongAgo(DateOnly Day) : TypedPastDay;

    public sealed record Unclear : TypedPastDay;

    /// <param name="typed">What was typed.</param>
    /// <param name="today">The last day that is taken.</param>
    /// <param name="earliest">The first one.</param>
    public static TypedPastDay Read(string typed, DateOnly today, DateOnly earliest)
    {
        DateOnly? nearest = null;
        // A day without a year or a weekday is the next one from a given day on: from today, a week ago, the earliest day, a year ago.
        foreach (var from in (DateOnly[])[today, today.AddDays(-7), earliest, today.AddYears(-1)])
        {
            if (Counted(typed, from, today) is not { } day) continue;
            if (day >= earliest && day <= today) return new Understood(day);
            if (nearest is not { } other || Away(day) < Away(other)) nearest = day;
        }
        return nearest is not { } known ? new Unclear() : known > today ? new Ahead(known) : new TooLongAgo(known);

        int Away(DateOnly day) => Math.Abs(day.DayNumber - today.DayNumber);
    }

    private static DateOnly? Counted(string typed, DateOnly from, DateOnly today) =>
        // «Завтра» is counted from today, not from a week ago.
        TypedMomentReader.Read(typed, IsRelative(typed) ? today : from) is TypedMoment.Understood { Day: { } day } ? day : null;

    private static bool IsRelative(string typed) =>
        Array.Exists(["завтра", "сегодня", "вчера"], word => typed.Contains(word, StringComparison.OrdinalIgnoreCase));
}
