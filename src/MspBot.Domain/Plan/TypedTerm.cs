using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Domain.Clock;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Plan;

/// <summary>Why typed words are no term of a plan.</summary>
public enum TermRefusal
{
    Unclear,
    Backwards,
    BeforeYear,
    AfterYear,
}

/// <summary>
/// Reads a term as people write it into a plan: «октябрь 2026», «октябрь–декабрь», «10.2026», «15.10.2026», «с 01.10 по 15.11»,
/// «в течение года». What names no year lies in the school year of the plan.
/// </summary>
public static partial class TypedTerm
{
    private const int LastMonthOfLessons = 5;

    private static readonly string[] Months =
        ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    /// <returns>Null: <paramref name="term"/> was read, and lies in the school year.</returns>
    public static TermRefusal? Read(string typed, SchoolYear year, out Term term)
    {
        term = default;
        var text = Folded.Of(typed).Trim(' ', '.');
        if ((WholeYear(text, year) ?? OfMonths(text, year) ?? OfDays(text, year)) is not { } read) return TermRefusal.Unclear;
        term = read;
        return read.Last < read.First ? TermRefusal.Backwards
            : read.First < year.FirstDay ? TermRefusal.BeforeYear
            : read.Last > year.LastDay ? TermRefusal.AfterYear : null;
    }

    /// <summary>«В течение года» is as long as there are lessons.</summary>
    private static Term? WholeYear(string text, SchoolYear year) => AllYear().IsMatch(text)
        ? new(year.FirstDay, LastOf(new(year.First + 1, LastMonthOfLessons, 1))) : null;

    private static Term? OfMonths(string text, SchoolYear year)
    {
        var sides = Between().Split(From().Replace(Year().Replace(text, ""), ""));
        if (sides.Length > 2 || Month(sides[0]) is not var (from, fromYear) || Month(sides[^1]) is not var (to, toYear)) return null;
        // A year that is said once is the year of both, or the one beside it where the months go over a new year.
        var first = new DateOnly(fromYear ?? (toYear is { } known ? from <= to ? known : known - 1 : InYear(from, year)), from, 1);
        var last = new DateOnly(toYear ?? (fromYear is { } other ? from <= to ? other : other + 1 : InYear(to, year)), to, 1);
        return new(first, LastOf(last));
    }

    private static Term? OfDays(string text, SchoolYear year)
    {
        // A day without a year is the next one from the year's first day on, so it is the one of this school year.
        if (TypedPeriod.Read(text, year.FirstDay) is { } period) return new(period.First, period.Last);
        return HasFigure().IsMatch(text)
            && TypedMomentReader.Read(text, year.FirstDay) is TypedMoment.Understood { Day: { } day, Time: null } ? new(day, day) : null;
    }

    /// <summary>«октябрь», «октябре 2026», «10.2026»</summary>
    private static (int Month, int? Year)? Month(string side)
    {
        if (OneMonth().Match(side.Trim(' ', '.', ',')) is not { Success: true } match) return null;
        var year = match.Groups["y"].Success ? Number(match.Groups["y"].Value) : (int?)null;
        var month = match.Groups["m"].Success ? Number(match.Groups["m"].Value) : Named(match.Groups["name"].Value);
        return month is >= 1 and <= 12 && year is null or (>= 2000 and <= 2100) ? (month, year) : null;
    }

    /// <summary>By its stem or its first three letters; «март» goes before «май», which has two.</summary>
    private static int Named(string name) => 1 + Array.FindIndex(Months, stem =>
        name.StartsWith(stem, StringComparison.Ordinal) ? stem.Length > 2 || name is "май" or "мая" or "мае"
        : name.Length >= 3 && stem.StartsWith(name, StringComparison.Ordinal));

    private static int InYear(int month, SchoolYear year) => month >= year.FirstDay.Month ? year.First : year.First + 1;

    private static DateOnly LastOf(DateOnly month) => month.AddMonths(1).AddDays(-1);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:в течение|весь|на протяжении)(?: всего)? (?:учебн[а-я]* )?год(?:а)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AllYear();

    [GeneratedRegex(@"\s*-\s*|\s+(?:по|до)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:с|со|в)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"(?<=[0-9]{4})\s*(?:года|год|г)(?![а-я])\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:(?<name>[а-я]{3,})\.?(?:\s+(?<y>[0-9]{4}))?|(?<m>[0-9]{1,2})[./](?<y>[0-9]{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex OneMonth();

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex HasFigure();
}
