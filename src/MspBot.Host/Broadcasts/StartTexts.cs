using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts;

/// <summary>When a broadcast goes, in words.</summary>
internal static class StartTexts
{
    private static readonly TimeOnly Evening = new(18, 0);
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>«Уйдёт через 2 минуты.»</summary>
    internal static string WillStart(DateTimeOffset starts, DateTimeOffset now, SiteZone zone)
    {
        var minutes = (int)Math.Ceiling((starts - now).TotalMinutes);
        return minutes switch
        {
            <= 0 => "Уходит сейчас.",
            1 => "Уйдёт через минуту.",
            < 60 => $"Уйдёт через {Russian.Count(minutes, "минуту", "минуты", "минут")}.",
            _ => $"Уйдёт {When(starts, now, zone)}.",
        };
    }

    /// <summary>Of what is pressed in quiet hours: «Сейчас вечер: уйдёт завтра в 8:00.»</summary>
    internal static string Quiet(DateTimeOffset starts, DateTimeOffset now, SiteZone zone, WorkingCalendar calendar)
    {
        var time = TimeOnly.FromDateTime(zone.Local(now).DateTime);
        var why = !calendar.IsWorking(zone.DayOf(now)) ? "Сегодня выходной"
            : time >= Evening ? "Сейчас вечер" : time < Noon ? "Сейчас ночь" : "Сейчас тихие часы";
        return $"{why}: уйдёт {When(starts, now, zone)}.";
    }

    private static string When(DateTimeOffset starts, DateTimeOffset now, SiteZone zone)
    {
        var days = zone.DayOf(starts).DayNumber - zone.DayOf(now).DayNumber;
        var clock = zone.Local(starts).ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);
        return days switch
        {
            0 => $"сегодня в {clock}",
            1 => $"завтра в {clock}",
            _ => $"{Russian.Day(zone.DayOf(starts))}, в {clock}",
        };
    }
}
