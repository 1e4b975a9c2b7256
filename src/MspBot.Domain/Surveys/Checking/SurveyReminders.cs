using MspBot.Domain.Clock;

namespace MspBot.Domain.Surveys.Checking;

/// <summary>What the clock tells the heads of a school that has not sent. Stored by name.</summary>
public enum SurveyReminderKind
{
    /// <summary>Five working days before the due day.</summary>
    Early,

    /// <summary>One working day before it.</summary>
    Last,

    /// <summary>On the morning after it.</summary>
    After,
}

/// <summary>When schools are reminded of a survey.</summary>
public static class SurveyReminders
{
    public const int EarlyBefore = 5;
    public const int LastBefore = 1;

    /// <summary>«Напомнить об опросе»: so many working days lie between two of them to one school.</summary>
    public const int AskedEvery = 3;

    /// <summary>Working days for which it is tried where nobody could be written to; from then on it is a line for the head.</summary>
    private const int Tried = 3;

    /// <summary>From this hour on, on working days.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The working day of that reminder.</summary>
    public static DateOnly DayOf(SurveyReminderKind kind, DateOnly due, WorkingCalendar calendar) => kind switch
    {
        SurveyReminderKind.Early => calendar.Before(due, EarlyBefore),
        SurveyReminderKind.Last => calendar.Before(due, LastBefore),
        SurveyReminderKind.After => calendar.After(due, 1),
    };

    /// <summary>Which one is due today, also where the machine was off on its day; null: none.</summary>
    public static SurveyReminderKind? Of(DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        if (today > due)
        {
            var first = DayOf(SurveyReminderKind.After, due, calendar);
            return today >= first && today < calendar.After(first, Tried) ? SurveyReminderKind.After : null;
        }
        return today >= DayOf(SurveyReminderKind.Last, due, calendar) ? SurveyReminderKind.Last
            : today >= DayOf(SurveyReminderKind.Early, due, calendar) ? SurveyReminderKind.Early : null;
    }

    /// <summary>Those whose day has come already: whoever hears of a due day now is not told them as well.</summary>
    public static IReadOnlyList<SurveyReminderKind> Come(DateOnly due, DateOnly today, WorkingCalendar calendar) =>
        [.. Enum.GetValues<SurveyReminderKind>().Where(kind => DayOf(kind, due, calendar) <= today)];

    /// <summary>Whether «Напомнить об опросе» would be too early for a school.</summary>
    /// <param name="asked">The last time; null: never.</param>
    /// <param name="today">The day of the press.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static bool IsTooSoon(DateOnly? asked, DateOnly today, WorkingCalendar calendar) =>
        asked is { } day && calendar.Days(day, today) < AskedEvery;
}
