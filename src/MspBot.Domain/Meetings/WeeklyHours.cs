namespace MspBot.Domain.Meetings;

/// <summary>Why hours cannot be added to a week.</summary>
public enum WeeklyHoursRefusal
{
    /// <summary>They end before they begin, or when they begin.</summary>
    Reversed,

    /// <summary>Nothing fits in.</summary>
    TooShort,

    /// <summary>They lie over hours that there are.</summary>
    Overlap,

    /// <summary>More spans a day than anybody needs.</summary>
    TooMany,
}

/// <summary>Hours of the week, to which others are added.</summary>
public static class WeeklyHours
{
    public const int MaxSpansADay = 6;

    /// <summary>Null: they can be added.</summary>
    /// <param name="week">What there is.</param>
    /// <param name="days">On which days; the same hours on each.</param>
    /// <param name="from">In minutes of the day.</param>
    /// <param name="to">In minutes of the day; 1440 is midnight.</param>
    /// <param name="minutes">The least of them.</param>
    public static WeeklyHoursRefusal? Check(IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int from, int to, int minutes)
    {
        if (to <= from) return WeeklyHoursRefusal.Reversed;
        // At midnight they may go on.
        if (to - from < minutes && from != 0 && to != WeeklySpan.Midnight) return WeeklyHoursRefusal.TooShort;
        if (Overlapped(week, days, from, to) is not null) return WeeklyHoursRefusal.Overlap;
        return days.Any(d => week.Count(s => s.Day == d) >= MaxSpansADay) ? WeeklyHoursRefusal.TooMany : null;
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

    /// <summary>Whether all of this lies in hours of that day; what touches is one.</summary>
    public static bool Cover(IReadOnlyList<WeeklySpan> week, DayOfWeek day, int from, int to)
    {
        while (from < to)
        {
            var end = week.Where(s => s.Day == day && s.From <= from && s.To > from).Select(s => s.To).DefaultIfEmpty(from).Max();
            if (end == from) return false;
            from = end;
        }
        return true;
    }
}
