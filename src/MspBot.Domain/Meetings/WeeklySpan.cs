namespace MspBot.Domain.Meetings;

/// <summary>Hours of one weekday, in minutes of the day; 1440 is the midnight at its end.</summary>
public readonly record struct WeeklySpan(DayOfWeek Day, int From, int To)
{
    public const int Midnight = 24 * 60;

    /// <summary>Monday is 1, Sunday is 7: as tables have it.</summary>
    public int Weekday => Number(Day);

    public static WeeklySpan Of(int weekday, int from, int to) => new((DayOfWeek)(weekday % 7), from, to);

    public static int Number(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;
}
