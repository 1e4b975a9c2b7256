using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Domain.Surveys.Opening;

/// <summary>
/// The days that a survey asks about. Quarters lie within half-years, half-years within the school year, and none leaves a day out: the
/// results of examinations come in summer.
/// </summary>
/// <param name="Label">«1 полугодие 2026/27»; days of its own: «01.09.2026–30.11.2026».</param>
/// <param name="Every">Null: days of its own.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed partial record SurveyPeriod(string Label, Frequency? Every, DateOnly First, DateOnly Last)
{
    /// <summary>Of days of its own; more is rather a mistyped year.</summary>
    public const int LongestDays = 366;

    private static readonly int[] QuarterBegins = [9, 11, 1, 4];
    private static readonly int[] HalfYearBegins = [9, 1];

    /// <summary>The half-year of this day and the one before it, the same of quarters and of years.</summary>
    public static IReadOnlyList<SurveyPeriod> Usual(DateOnly today) =>
        [.. new[] { Frequency.HalfYear, Frequency.Quarter, Frequency.Year }.SelectMany(every => NowAndBefore(every, today))];

    public static SurveyPeriod Of(Frequency every, DateOnly day)
    {
        var year = SchoolYear.Of(day);
        if (every == Frequency.Year) return new($"{year} учебный год", every, year.FirstDay, year.LastDay);
        var begins = every == Frequency.Quarter ? QuarterBegins : HalfYearBegins;
        List<DateOnly> firsts = [.. begins.Select(month => new DateOnly(month >= 9 ? year.First : year.First + 1, month, 1))];
        var nr = firsts.FindLastIndex(first => first <= day);
        var name = every == Frequency.Quarter ? "четверть" : "полугодие";
        return new(string.Create(CultureInfo.InvariantCulture, $"{nr + 1} {name} {year}"), every, firsts[nr],
            nr + 1 < firsts.Count ? firsts[nr + 1].AddDays(-1) : year.LastDay);
    }

    public static SurveyPeriod Own(DateOnly first, DateOnly last) => new(
        string.Create(CultureInfo.InvariantCulture, $"{first:dd.MM.yyyy}–{last:dd.MM.yyyy}"), null, first, last);

    /// <summary>
    /// Days of its own as somebody typed them: «с 01.09 по 30.11». A survey looks back: days typed without a year are the last such days
    /// that have begun.
    /// </summary>
    /// <returns>Null: it is no period, has not begun, or is too long.</returns>
    public static SurveyPeriod? Read(string typed, DateOnly today)
    {
        if (TypedPeriod.Read(typed, today) is not { } days) return null;
        var (first, last) = (days.First, days.Last);
        if (!Year().IsMatch(typed))
        {
            while (first > today) first = first.AddYears(-1);
            while (last > first.AddYears(1)) last = last.AddYears(-1);
            while (last < first) last = last.AddYears(1);
        }
        return first <= today && last >= first && last.DayNumber - first.DayNumber < LongestDays ? Own(first, last) : null;
    }

    /// <summary>
    /// What is asked in this period: each quarter, what is asked in quarters; what is asked in half-years, where one ends in it; what is
    /// asked once a year, where its month lies in it.
    /// </summary>
    public bool Asks(Frequency every, int? month) => every switch
    {
        Frequency.Quarter => true,
        Frequency.HalfYear => Every is Frequency.HalfYear or Frequency.Year || Months().Any(day => Ends(Of(Frequency.HalfYear, day))),
        Frequency.Year => Every == Frequency.Year || Months().Any(day => day.Month == month),
    };

    private bool Ends(SurveyPeriod inner) => inner.Last >= First && inner.Last <= Last;

    private IEnumerable<DateOnly> Months()
    {
        for (var day = new DateOnly(First.Year, First.Month, 1); day <= Last; day = day.AddMonths(1)) yield return day;
    }

    private static IEnumerable<SurveyPeriod> NowAndBefore(Frequency every, DateOnly today)
    {
        var now = Of(every, today);
        return [now, Of(every, now.First.AddDays(-1))];
    }

    [GeneratedRegex("(?<![0-9])(?:[0-9]{4}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
