using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MspBot.Domain.Clock;

/// <summary>
/// When nothing is sent that a person did not ask for: at night, and on days off (weekends, public holidays, what the government
/// has moved there) what can wait. A span that ends as it begins is no span; days off are then quiet still.
/// </summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To, SiteZone Zone)
{
    /// <summary>Which days are worked.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Plain;

    /// <summary>What concerns a meeting as near as this is sent at any time.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(3);

    /// <summary>Reads «20:00-08:00».</summary>
    public static bool TryParse(
        string? text, SiteZone zone, [NotNullWhen(true)] out QuietHours? hours, [NotNullWhen(false)] out string? error)
    {
        (hours, error) = (null, null);
        if (text?.Replace('–', '-').Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && Time(from) is { } begin
            && Time(to) is { } end)
        {
            hours = new(begin, end, zone);
            return true;
        }
        error = $"should be two times of the day such as 20:00-08:00, or the same time twice for none; it is \"{text}\"";
        return false;
    }

    /// <summary>
    /// When something may be sent that came up now; null: at once. It waits for the end of the quiet hours, but not past
    /// three hours before the meeting it is about (from then on it may be sent at any time), and not over days off
    /// whose end would be too late.
    /// </summary>
    public DateTimeOffset? NotBefore(DateTimeOffset now, DateTimeOffset? meetingStartsAt = null)
    {
        var end = EndOfQuiet(now);
        if (meetingStartsAt is { } start && end > start - Near)
        {
            var morning = EndOfNight(now);
            end = morning <= start - Near ? morning : start - Near;
        }
        return end > now ? end : null;
    }

    private DateTimeOffset EndOfQuiet(DateTimeOffset moment)
    {
        var end = EndOfNight(moment);
        var day = Zone.DayOf(end);
        if (Calendar.IsWorking(day)) return end;
        while (!Calendar.IsWorking(day)) day = day.AddDays(1);
        return EndOfNight(Zone.At(day, TimeOnly.MinValue));
    }

    private DateTimeOffset EndOfNight(DateTimeOffset moment)
    {
        var local = Zone.Local(moment);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        // IsBetween goes over midnight by itself and leaves the end out.
        if (From == To || !time.IsBetween(From, To)) return moment;
        return Zone.At(time < To ? day : day.AddDays(1), To);
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
