using MspBot.Domain.Clock;

namespace MspBot.Domain.Plan.Facts;

/// <summary>How long the methodology department may take to answer what was sent to it.</summary>
public static class PlanAnswers
{
    /// <summary>Working days after which the methodologists are reminded, once.</summary>
    public const int NudgeAfter = 3;

    /// <summary>Working days after which the heads hear that there is no answer.</summary>
    public const int LateAfter = 5;

    /// <summary>The moment so many working days after the sending: at the same hour.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset sent, int working, WorkingCalendar calendar, SiteZone zone) =>
        zone.At(calendar.After(zone.DayOf(sent), working), TimeOnly.FromDateTime(zone.Local(sent).DateTime));
}
