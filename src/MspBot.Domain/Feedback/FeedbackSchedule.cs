using MspBot.Domain.Clock;

namespace MspBot.Domain.Feedback;

/// <summary>When people are asked: soon after the end, once more the next morning, and two weeks later whether they use it.</summary>
public static class FeedbackSchedule
{
    public static readonly TimeSpan After = TimeSpan.FromMinutes(15);

    /// <summary>
    /// After a machine was off for longer than this, old meetings are not asked about. The new year's holidays are shorter.
    /// </summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    public static readonly TimeSpan AppliedAfter = TimeSpan.FromDays(14);

    /// <summary>For how long «Применили?» is still asked, should the machine have been off.</summary>
    public static readonly TimeSpan AppliedUntil = TimeSpan.FromDays(28);

    /// <summary>A consultation is noted as held by its tutor, perhaps days later.</summary>
    public static readonly TimeSpan FreshConsultation = TimeSpan.FromDays(14);

    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Nothing is asked in quiet hours: what falls into them is gathered, and becomes one message at their end.</summary>
    public static bool IsTime(DateTimeOffset now, QuietHours quiet) => quiet.NotBefore(now) is null;

    /// <summary>Those asked before this day are due for their one nudge; null while it is not morning yet.</summary>
    public static DateOnly? NudgesAskedBefore(DateTimeOffset now, SiteZone zone)
    {
        var today = zone.DayOf(now);
        return now >= zone.At(today, Morning) ? today : null;
    }
}
