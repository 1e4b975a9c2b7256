namespace MspBot.Domain.Clock;

/// <summary>The time in which an answer can be expected of people: outside the quiet hours, on working days.</summary>
public sealed class WorkingHours(QuietHours quiet, WorkingCalendar calendar)
{
    /// <summary>The moment at which so much working time has passed since the start.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset start, TimeSpan working)
    {
        if (working <= TimeSpan.Zero) return start;
        for (var day = quiet.Zone.DayOf(start); ; day = day.AddDays(1))
        {
            foreach (var (from, to) in Spans(day))
            {
                var begun = from > start ? from : start;
                if (to <= begun) continue;
                if (to - begun >= working) return begun + working;
                working -= to - begun;
            }
        }
    }

    /// <summary>How much working time lies between two moments; none when they are in the other order.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var passed = TimeSpan.Zero;
        for (var day = quiet.Zone.DayOf(from); day <= quiet.Zone.DayOf(to); day = day.AddDays(1))
        {
            foreach (var (begins, ends) in Spans(day))
            {
                var (begun, ended) = (begins > from ? begins : from, ends < to ? ends : to);
                if (ended > begun) passed += ended - begun;
            }
        }
        return passed;
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateOnly day)
    {
        if (!calendar.IsWorking(day)) yield break;
        var (midnight, next) = (quiet.Zone.At(day, TimeOnly.MinValue), quiet.Zone.At(day.AddDays(1), TimeOnly.MinValue));
        var (ends, begins) = (quiet.Zone.At(day, quiet.From), quiet.Zone.At(day, quiet.To));
        if (quiet.From == quiet.To) yield return (midnight, next);
        else if (quiet.From > quiet.To) yield return (begins, ends);
        else
        {
            yield return (midnight, ends);
            yield return (begins, next);
        }
    }
}
