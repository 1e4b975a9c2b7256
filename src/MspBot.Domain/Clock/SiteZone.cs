namespace MspBot.Domain.Clock;

/// <summary>The site's time zone: where moments become days and hours for people.</summary>
public sealed record SiteZone(TimeZoneInfo Zone)
{
    /// <summary>The moment as a clock on the site's wall shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>
    /// The moment at which that clock shows this. An hour that a change of the clock leaves out is the one after it; one that comes twice
    /// is its first.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
