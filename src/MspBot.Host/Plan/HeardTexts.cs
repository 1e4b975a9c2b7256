using System.Globalization;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>When somebody hears of what happens now.</summary>
internal static class HeardTexts
{
    private static readonly string[] OnWeekday =
        ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"];

    /// <summary>«сейчас», «сегодня в 8:00», «завтра в 8:00», «в понедельник, 30 ноября, в 8:00»</summary>
    /// <param name="at">Null: at once.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="zone">The site's.</param>
    internal static string When(DateTimeOffset? at, DateTimeOffset now, SiteZone zone)
    {
        if (at is not { } later) return "сейчас";
        var day = zone.DayOf(later);
        var time = $"в {zone.Local(later).ToString("H:mm", CultureInfo.InvariantCulture)}";
        return (day.DayNumber - zone.DayOf(now).DayNumber) switch
        {
            0 => $"сегодня {time}",
            1 => $"завтра {time}",
            _ => $"{OnWeekday[(int)day.DayOfWeek]}, {Russian.DayAndMonth(day)}, {time}",
        };
    }
}
