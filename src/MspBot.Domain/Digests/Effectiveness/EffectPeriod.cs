using System.Globalization;
using MspBot.Domain.Clock;

namespace MspBot.Domain.Digests.Effectiveness;

public enum EffectSpan
{
    YearToDate,
    HalfYear,
    Quarter,
    LastYear,
    OwnDays,
}

/// <summary>
/// The days that are judged. A half-year is one of the school year, to 31 December and from 1 January; a quarter is one of the calendar.
/// </summary>
public readonly record struct EffectPeriod(EffectSpan Span, DateOnly First, DateOnly Last)
{
    private const string Written = "yyyyMMdd";
    private const int Earliest = 2020;
    private const int Latest = 2100;

    /// <summary>Whose goals count.</summary>
    public SchoolYear Year => SchoolYear.Of(Last);

    /// <summary>1 or 2, 1 to 4.</summary>
    public int Number => Span == EffectSpan.HalfYear ? (First.Month == 9 ? 1 : 2) : (First.Month + 2) / 3;

    /// <summary>The one of this kind that the day lies in; own days are that day.</summary>
    public static EffectPeriod Of(EffectSpan span, DateOnly today)
    {
        var year = SchoolYear.Of(today);
        return span switch
        {
            EffectSpan.YearToDate => new(span, year.FirstDay, today),
            EffectSpan.HalfYear when today.Month >= 9 => new(span, year.FirstDay, new(today.Year, 12, 31)),
            EffectSpan.HalfYear => new(span, new(today.Year, 1, 1), year.LastDay),
            EffectSpan.Quarter => Quarter(new(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1)),
            EffectSpan.LastYear => new(span, year.Before.FirstDay, year.Before.LastDay),
            EffectSpan.OwnDays => new(span, today, today),
        };
    }

    /// <summary>The first moment, and the first moment after it, read as it stands now.</summary>
    public PeriodSpan Moments(SiteZone zone, DateTimeOffset now) =>
        new(First, Last, zone.At(First, TimeOnly.MinValue), zone.At(Last.AddDays(1), TimeOnly.MinValue), now);

    /// <summary>«OwnDays.20261001.20261130»: what a button carries. Null: nothing that a button of ours says.</summary>
    public static EffectPeriod? Read(string text) =>
        text.Split('.') is [var span, var first, var last] && Enum.TryParse<EffectSpan>(span, out var known) && Enum.IsDefined(known)
        && Day(first) is { } from && Day(last) is { } to && from <= to && from.Year >= Earliest && to.Year <= Latest
            ? new(known, from, to) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Span}.{First:yyyyMMdd}.{Last:yyyyMMdd}");

    private static EffectPeriod Quarter(DateOnly first) => new(EffectSpan.Quarter, first, first.AddMonths(3).AddDays(-1));

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
