using MspBot.Domain.Clock;

namespace MspBot.Domain.Meetings;

/// <summary>When a school frees its teachers: hours of the week, as a working day has them.</summary>
public static class SchoolHours
{
    /// <summary>Fewer minutes are no consultation.</summary>
    public const int Least = 30;

    /// <summary>Whether the school frees its teachers for all of this time.</summary>
    /// <param name="week">Its hours.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="to">When it ends.</param>
    /// <param name="calendar">Which days are worked, and after the hours of which weekday.</param>
    /// <param name="zone">The site's.</param>
    public static bool Free(
        IReadOnlyList<WeeklySpan> week, DateTimeOffset from, DateTimeOffset to, WorkingCalendar calendar, SiteZone zone)
    {
        if (calendar.HoursOf(zone.DayOf(from)) is not { } weekday) return false;
        var time = zone.Local(from).TimeOfDay;
        return WeeklyHours.Cover(week, weekday, (int)time.TotalMinutes, (int)(time + (to - from)).TotalMinutes);
    }
}
