namespace MspBot.Domain.Consultations.Hours;

/// <summary>Hours that a tutor adds to the week.</summary>
public static class NewHours
{
    public const int MaxSpansADay = 6;

    /// <summary>Null: they can be added.</summary>
    /// <param name="week">What there is.</param>
    /// <param name="days">On which days; the same hours on each.</param>
    /// <param name="from">In minutes of the day.</param>
    /// <param name="to">In minutes of the day; 1440 is midnight.</param>
    /// <param name="minutes">How long a consultation takes.</param>
    public static HoursRefusal? Check(IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int from, int to, int minutes)
    {
        if (to <= from) return HoursRefusal.Reversed;
        // At midnight they may go on.
        if (to - from < minutes && from != 0 && to != WeeklySpan.Midnight) return HoursRefusal.TooShort;
        if (Overlapped(week, days, from, to) is not null) return HoursRefusal.Overlap;
        return days.Any(d => week.Count(s => s.Day == d) >= MaxSpansADay) ? HoursRefusal.TooMany : null;
    }

    /// <summary>The first of the week's hours that would lie over these.</summary>
    public static WeeklySpan? Overlapped(IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int from, int to)
    {
        foreach (var span in week)
        {
            if (days.Contains(span.Day) && span.From < to && span.To > from) return span;
        }
        return null;
    }
}
