using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Reminders;

/// <summary>How long before a start reminders go out: as configured, and always once more shortly before it. The longest first.</summary>
public sealed partial record ReminderTimes
{
    /// <summary>The last one, with the way in.</summary>
    public static readonly TimeSpan Last = TimeSpan.FromMinutes(10);

    /// <summary>So near that the way in is what is wanted.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(2);

    /// <summary>From here on a reminder looks at the whole next day: two meetings are one message.</summary>
    public static readonly TimeSpan DayAhead = TimeSpan.FromHours(12);

    private static readonly TimeSpan Furthest = TimeSpan.FromDays(14);

    private ReminderTimes(IEnumerable<TimeSpan> before) => Before = [.. before.Append(Last).Distinct().OrderDescending()];

    public IReadOnlyList<TimeSpan> Before { get; }

    public TimeSpan Longest => Before[0];

    /// <summary>Until when a reminder is of use: the next nearer one takes its place, the last one's is taken by the start.</summary>
    public DateTimeOffset UsefulUntil(TimeSpan before, DateTimeOffset startsAt) => startsAt - Before.FirstOrDefault(b => b < before);

    /// <summary>Reads «24:00:00,01:00:00»: hours, which may be more than a day's, minutes, seconds.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReminderTimes? times)
    {
        times = null;
        var before = new List<TimeSpan>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Clock().Match(part) is not { Success: true } match) return false;
            var time = new TimeSpan(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]));
            if (time <= Last || time > Furthest || before.Contains(time)) return false;
            before.Add(time);
        }
        if (before.Count > 5) return false;
        times = new(before);
        return true;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    // Not TimeSpan.Parse: it reads 24:00:00 as 24 days.
    [GeneratedRegex(@"^(\d{1,3}):([0-5]\d):([0-5]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
