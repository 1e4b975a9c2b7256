using System.Globalization;
using MspBot.Domain.Clock;

namespace MspBot.Host.Conversations.Screens;

/// <summary>Days, times and counts as Russian writes them.</summary>
public static class Russian
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>«Пн»…«Вс»</summary>
    public static IReadOnlyList<string> Weekdays { get; } = ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"];

    /// <summary>«вт, 24 ноября, 15:00», in the site's zone.</summary>
    public static string Moment(DateTimeOffset moment, SiteZone zone) => zone.Local(moment).ToString("ddd, d MMMM, HH:mm", Culture);

    /// <summary>«вт, 24 ноября, 15:00–16:30»</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to, SiteZone zone)
    {
        var same = zone.DayOf(from) == zone.DayOf(to);
        return $"{Moment(from, zone)}{(same ? $"–{Clock(to, zone)}" : $" – {Moment(to, zone)}")}";
    }

    /// <summary>«24.11 15:00», for buttons.</summary>
    public static string Short(DateTimeOffset moment, SiteZone zone) => zone.Local(moment).ToString("dd.MM HH:mm", Culture);

    /// <summary>«24.11», for buttons.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd.MM", Culture);

    /// <summary>«вт, 24.11», for buttons.</summary>
    public static string DayShort(DateOnly day) => day.ToString("ddd, dd.MM", Culture);

    /// <summary>«15:00»</summary>
    public static string Clock(DateTimeOffset moment, SiteZone zone) => zone.Local(moment).ToString("HH:mm", Culture);

    /// <summary>«вт, 24 ноября»</summary>
    public static string Day(DateOnly day) => day.ToString("ddd, d MMMM", Culture);

    /// <summary>«Сегодня, вт», «Вчера, пн», «Позавчера, вс», then «сб, 21 ноября».</summary>
    public static string PastDay(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => $"Сегодня, {Weekday(day)}",
        1 => $"Вчера, {Weekday(day)}",
        2 => $"Позавчера, {Weekday(day)}",
        _ => Day(day),
    };

    private static string Weekday(DateOnly day) => day.ToString("ddd", Culture);

    /// <summary>«24 ноября»</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("d MMMM", Culture);

    /// <summary>«вторник, 24 ноября 2026»</summary>
    public static string DayLong(DateOnly day) => day.ToString("dddd, d MMMM yyyy", Culture);

    /// <summary>«ноябрь 2026», inside a sentence.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>«Ноябрь 2026», where a line begins.</summary>
    public static string MonthAtStart(DateOnly day) => AtStart(Month(day));

    /// <summary>With a capital, as a line begins.</summary>
    public static string AtStart(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>With a stop, as a sentence ends; initials have theirs.</summary>
    public static string AtEnd(string text) => text.EndsWith('.') ? text : text + ".";

    /// <summary>«15:00»</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", Culture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// «2 места»: the number with its noun. <paramref name="one"/> as after 1, <paramref name="few"/> as after 2, <paramref name="many"/>
    /// as after 5.
    /// </summary>
    public static string Count(int number, string one, string few, string many) => $"{Number(number)} {Plural(number, one, few, many)}";

    /// <summary>The noun alone, as it stands after this number.</summary>
    public static string Plural(int number, string one, string few, string many)
    {
        var tens = Math.Abs(number) % 100;
        if (tens is >= 11 and <= 14) return many;
        return (tens % 10) switch
        {
            1 => one,
            2 or 3 or 4 => few,
            _ => many,
        };
    }
}
