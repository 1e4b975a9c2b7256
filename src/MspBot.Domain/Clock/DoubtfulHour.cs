namespace MspBot.Domain.Clock;

/// <summary>An hour at which meetings are not held is asked about: «3» is more often 15:00 than 03:00.</summary>
public static class DoubtfulHour
{
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    /// <summary>From 7:00 to 21:59 an hour is taken as it stands.</summary>
    public static bool IsUsual(TimeOnly time) => time.Hour is >= 7 and <= 21;

    /// <summary>What a typed time may mean, the more likely meaning first. One where nothing is doubtful.</summary>
    /// <param name="typed">As it was read.</param>
    /// <param name="isSaid">Whether the part of the day stood beside it («3 ночи»).</param>
    public static IReadOnlyList<TimeOnly> Meanings(TimeOnly typed, bool isSaid = false) =>
        isSaid || IsUsual(typed) ? [typed] : [typed.Add(HalfDay), typed];

    /// <summary>The same for hours from one minute of the day to another, which may end at midnight.</summary>
    public static IReadOnlyList<(int From, int To)> Meanings(int from, int to)
    {
        if (!IsUsual(At(from)) && from < Noon) return [(from + Noon, to < Noon ? to + Noon : to), (from, to)];
        // «22–2» goes over midnight, whatever is meant.
        if (!IsUsual(At(from))) return to > from ? [(from - Noon, to - Noon), (from, to)] : [(from, to)];
        return to < Midnight && !IsUsual(At(to)) ? [(from, to < Noon ? to + Noon : to - Noon), (from, to)] : [(from, to)];
    }

    private const int Noon = 12 * 60;
    private const int Midnight = 24 * 60;

    private static TimeOnly At(int minutes) => new(minutes / 60 % 24, minutes % 60);
}
