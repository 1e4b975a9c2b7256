using System.Globalization;
using MspBot.Domain.Clock;

namespace MspBot.Domain.Digests;

/// <summary>How long a period a digest covers.</summary>
public enum PeriodKind
{
    Week,
    Month,
}

/// <summary>A week from Monday to Sunday as ISO 8601 counts them, or a calendar month; days are the site's.</summary>
public readonly record struct DigestPeriod(PeriodKind Kind, DateOnly First)
{
    public DateOnly Last => Kind == PeriodKind.Week ? First.AddDays(6) : First.AddMonths(1).AddDays(-1);

    public DigestPeriod Previous => this with { First = Kind == PeriodKind.Week ? First.AddDays(-7) : First.AddMonths(-1) };

    /// <summary>The one that the day lies in.</summary>
    public static DigestPeriod Of(PeriodKind kind, DateOnly day) => new(kind, kind == PeriodKind.Week
        ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7))
        : new DateOnly(day.Year, day.Month, 1));

    /// <summary>The first moment, and the first moment after it: an hour more or less where the clocks change.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Moments(SiteZone zone) =>
        (zone.At(First, TimeOnly.MinValue), zone.At(Last.AddDays(1), TimeOnly.MinValue));

    /// <summary>All of it, as it stands now.</summary>
    public PeriodSpan Span(SiteZone zone, DateTimeOffset now)
    {
        var (from, to) = Moments(zone);
        return new(First, Last, from, to, now);
    }

    /// <summary>As much of it as has passed of a period that runs now: up to the same day and hour.</summary>
    public PeriodSpan SameDays(DigestPeriod running, SiteZone zone, DateTimeOffset now)
    {
        var (from, end) = Moments(zone);
        var day = First.AddDays(zone.DayOf(now).DayNumber - running.First.DayNumber);
        if (day > Last) return new(First, Last, from, end, end);   // a month may be shorter
        var until = zone.At(day, TimeOnly.FromDateTime(zone.Local(now).DateTime));
        return new(First, day, from, until, until);
    }

    /// <summary>This one last, the ones before it in order.</summary>
    public IReadOnlyList<DigestPeriod> WithBefore(int count)
    {
        var all = new List<DigestPeriod>();
        for (var one = this; all.Count <= count; one = one.Previous) all.Add(one);
        all.Reverse();
        return all;
    }

    /// <summary>«2026-W47», «2026-11»</summary>
    public static DigestPeriod? Read(PeriodKind kind, string text)
    {
        if (kind == PeriodKind.Month)
            return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(kind, day)
                : null;
        return text.Split("-W") is [{ Length: 4 } first, { Length: 2 } second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 9999
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1
            && week <= ISOWeek.GetWeeksInYear(year)
            ? new(kind, ISOWeek.ToDateOnly(year, week, DayOfWeek.Monday)) : null;
    }

    public override string ToString()
    {
        var monday = First.ToDateTime(TimeOnly.MinValue);
        return Kind == PeriodKind.Week
            ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}")
            : First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }
}

/// <summary>A period or its first days, whose figures are read as they stood at a moment.</summary>
public sealed record PeriodSpan(DateOnly First, DateOnly Last, DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf);
