namespace MspBot.Domain.Clock;

/// <summary>What a government's order has made of one day. A day that is worked may be worked after the hours of another weekday.</summary>
public sealed record MovedDay(bool IsWorked, DayOfWeek? LikeThe = null);

/// <summary>
/// Days that are worked and days off: the public holidays of the Labour Code (article 112; one on a weekend takes the Monday after it
/// instead), and what the government's order for the year has moved, which is stronger.
/// </summary>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, MovedDay> moved)
{
    /// <summary>Holidays only, nothing moved.</summary>
    public static readonly WorkingCalendar Plain = new(new Dictionary<DateOnly, MovedDay>());

    /// <summary>Whether people are at work: Monday to Friday without holidays, and what was moved there.</summary>
    public bool IsWorking(DateOnly day) =>
        moved.TryGetValue(day, out var order) ? order.IsWorked
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The working day that is so many after this day.</summary>
    /// <param name="day">Worked or not.</param>
    /// <param name="working">At least one.</param>
    public DateOnly After(DateOnly day, int working)
    {
        while (working > 0)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) working--;
        }
        return day;
    }

    /// <summary>The working day that is so many before this day.</summary>
    /// <param name="day">Worked or not.</param>
    /// <param name="working">At least one.</param>
    public DateOnly Before(DateOnly day, int working)
    {
        while (working > 0)
        {
            day = day.AddDays(-1);
            if (IsWorking(day)) working--;
        }
        return day;
    }

    /// <summary>The same time of day on the working day that is so many after this moment's.</summary>
    /// <param name="moment">On a day worked or not.</param>
    /// <param name="working">At least one.</param>
    /// <param name="zone">The site's.</param>
    public DateTimeOffset After(DateTimeOffset moment, int working, SiteZone zone) =>
        zone.At(After(zone.DayOf(moment), working), TimeOnly.FromDateTime(zone.Local(moment).DateTime));

    /// <summary>How many working days have come since this day: none on the day itself.</summary>
    public int Days(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorking(day)) count++;
        }
        return count;
    }

    /// <summary>
    /// The weekday whose hours apply on this day; null on a day off. An ordinary Saturday has its own hours: somebody who enters Saturday
    /// hours means them.
    /// </summary>
    public DayOfWeek? HoursOf(DateOnly day)
    {
        if (moved.TryGetValue(day, out var order)) return order.IsWorked ? order.LikeThe ?? day.DayOfWeek : null;
        return IsHoliday(day) ? null : day.DayOfWeek;
    }

    /// <summary>By the law alone.</summary>
    public static bool IsHoliday(DateOnly day) => (day.Month, day.Day) is (1, <= 8) || IsSingle(day)
        || (day.DayOfWeek == DayOfWeek.Monday && (IsSingle(day.AddDays(-1)) || IsSingle(day.AddDays(-2))));

    private static bool IsSingle(DateOnly day) => (day.Month, day.Day) is (2, 23) or (3, 8) or (5, 1 or 9) or (6, 12) or (11, 4);
}
