using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;

namespace MspBot.Domain.Consultations.Hours;

/// <summary>
/// The times at which a tutor can be asked. Hours that touch are one run, also over midnight; each run is stepped through from
/// its beginning by length and break. A time is free if it fits into the run, and with its break touches nothing that is taken.
/// </summary>
public static class FreeTimes
{
    /// <summary>Days ahead that are offered, today included.</summary>
    public const int Days = 14;

    /// <summary>The first moment past the offered days.</summary>
    public static DateTimeOffset Until(DateTimeOffset now, SiteZone zone) => zone.At(zone.DayOf(now).AddDays(Days), TimeOnly.MinValue);

    /// <summary>Free times later than now and the notice, in order.</summary>
    public static IReadOnlyList<FreeTime> Of(
        TutorHours hours, IReadOnlyList<Busy> busy, WorkingCalendar calendar, SiteZone zone, DateTimeOffset now)
    {
        var (earliest, until) = (now + hours.Notice, Until(now, zone));
        var taken = busy.OrderBy(b => b.From).ToList();
        var free = new List<FreeTime>();
        foreach (var (from, to) in Runs(hours, calendar, zone, zone.DayOf(now)))
        {
            for (var start = from; start + hours.Length <= to && start < until; start += hours.Length + hours.Break)
            {
                if (start > earliest && !taken.Exists(b => b.From < start + hours.Length + hours.Break && b.To > start))
                    free.Add(new(start, start + hours.Length));
            }
        }
        return free;
    }

    /// <summary>From yesterday, whose hours may reach into today, to the day after the last, into which its hours may reach.</summary>
    private static List<Run> Runs(TutorHours hours, WorkingCalendar calendar, SiteZone zone, DateOnly today)
    {
        var runs = new List<Run>();
        for (var day = today.AddDays(-1); day <= today.AddDays(Days); day = day.AddDays(1))
        {
            var ofDay = OfDay(hours, calendar, zone, day);
            // A day that is open from midnight to midnight ends its run: else hours round the clock would have no beginning to step from.
            if (ofDay is [var first, ..] && runs is [.., var last] && last.To == first.From && !last.IsWholeDay)
            {
                runs[^1] = new(last.From, first.To, first.IsWholeDay);
                ofDay.RemoveAt(0);
            }
            runs.AddRange(ofDay);
        }
        return runs;
    }

    private static List<Run> OfDay(TutorHours hours, WorkingCalendar calendar, SiteZone zone, DateOnly day)
    {
        var runs = new List<Run>();
        if (calendar.HoursOf(day) is not { } weekday || hours.Absences.Any(a => a.Contains(day))) return runs;
        var (midnight, next) = (At(zone, day, 0), At(zone, day, WeeklySpan.Midnight));
        // By the moments, not by the hours: in a night in which the clock is moved, spans may be shorter, longer, none, or change places.
        var spans = hours.Week.Where(s => s.Day == weekday).Select(s => (From: At(zone, day, s.From), To: At(zone, day, s.To)));
        foreach (var span in spans.Where(s => s.From < s.To).OrderBy(s => s.From))
        {
            var (from, to) = span;
            if (runs is [.., var last] && from <= last.To)
            {
                from = last.From;
                to = to > last.To ? to : last.To;
                runs.RemoveAt(runs.Count - 1);
            }
            runs.Add(new(from, to, from == midnight && to == next));
        }
        return runs;
    }

    private static DateTimeOffset At(SiteZone zone, DateOnly day, int minute) => minute == WeeklySpan.Midnight
        ? zone.At(day.AddDays(1), TimeOnly.MinValue)
        : zone.At(day, TimeOnly.MinValue.AddMinutes(minute));

    private readonly record struct Run(DateTimeOffset From, DateTimeOffset To, bool IsWholeDay)
    {
        public void Deconstruct(out DateTimeOffset from, out DateTimeOffset to) => (from, to) = (From, To);
    }
}
