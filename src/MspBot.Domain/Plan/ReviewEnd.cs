using MspBot.Domain.Clock;

namespace MspBot.Domain.Plan;

/// <summary>
/// When what was decided is told by itself, if nobody has ended the review: half an hour before the quiet hours of a working day.
/// </summary>
public static class ReviewEnd
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);

    /// <summary>On the site's clock.</summary>
    public static TimeOnly TimeOf(QuietHours quiet) => quiet.From.Add(-Before);

    /// <summary>The last such moment that is not ahead.</summary>
    public static DateTimeOffset Last(QuietHours quiet, DateTimeOffset now)
    {
        for (var day = quiet.Zone.DayOf(now); ; day = day.AddDays(-1))
        {
            if (quiet.Calendar.IsWorking(day) && quiet.Zone.At(day, TimeOf(quiet)) is var at && at <= now) return at;
        }
    }
}
