using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>Days and times for prompts and refusals: working days to come, so that an example can be typed as it stands.</summary>
internal static class Examples
{
    private static readonly TimeOnly AfterLessons = new(15, 0);

    /// <summary>«25.11»</summary>
    /// <param name="now">The turn's moment.</param>
    /// <param name="zone">The site's.</param>
    /// <param name="ahead">Of which working day from tomorrow on, the first being 0.</param>
    internal static string Day(DateTimeOffset now, SiteZone zone, int ahead = 0) => Russian.ShortDay(WorkingDay(zone.DayOf(now), ahead));

    /// <summary>«25.11 15:00»</summary>
    internal static string Moment(DateTimeOffset now, SiteZone zone, int ahead = 0) =>
        $"{Day(now, zone, ahead)} {Russian.Time(AfterLessons)}";

    /// <summary>«17.11»: a week ago.</summary>
    internal static string PastDay(DateTimeOffset now, SiteZone zone) => Russian.ShortDay(zone.DayOf(now).AddDays(-7));

    private static DateOnly WorkingDay(DateOnly today, int ahead) => Enumerable.Range(1, 7 + 2 * ahead).Select(today.AddDays)
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ElementAt(ahead);
}
