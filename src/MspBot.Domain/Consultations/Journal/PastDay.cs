using MspBot.Domain.Clock;

namespace MspBot.Domain.Consultations.Journal;

/// <summary>A typed day of something that has happened: «20.11», «вчера», «пятница» is the last one.</summary>
public static class PastDay
{
    /// <summary>Null when nothing in it is a day that a journal takes.</summary>
    public static DateOnly? Read(string typed, DateOnly today)
    {
        if (typed.Contains("завтра", StringComparison.OrdinalIgnoreCase)) return null;
        // A day without a year or a weekday is the next one from a given day on: from today, a week ago, as far back as is taken.
        foreach (var from in (int[])[0, -7, -JournalBounds.DaysBack])
        {
            if (TypedMomentReader.Read(typed, today.AddDays(from)) is TypedMoment.Understood { Day: { } day } && JournalBounds.FitsDay(day, today)) return day;
        }
        return null;
    }
}
