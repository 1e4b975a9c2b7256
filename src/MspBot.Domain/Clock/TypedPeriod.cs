using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Clock;

/// <summary>
/// Days from–to as somebody typed them, both included: «7-11 декабря», «7–11.12», «с 7 по 11 декабря», «7 декабря - 11 января».
/// </summary>
public sealed partial record TypedPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>Over a new year; a longer one is rather two days in the wrong order.</summary>
    private const int Longest = 180;

    /// <returns>Null when it is no period: one day, a time, or nothing of these.</returns>
    public static TypedPeriod? Read(string typed, DateOnly today)
    {
        var text = typed.Trim().ToLowerInvariant().Replace('ё', 'е');
        // «2026-12-07» has dashes and is one day.
        if (OneDay().IsMatch(text)) return null;
        foreach (Match between in Between().Matches(text))
        {
            var (from, to) = (text[..between.Index].Trim(), text[(between.Index + between.Length)..].Trim());
            if (Day(to, today) is not { } last) continue;
            // «7-11 декабря»: the month is said once, for both.
            if (Number().Match(from) is { Success: true } number)
            {
                var day = int.Parse(number.Groups["d"].Value, CultureInfo.InvariantCulture);
                var month = day <= last.Day ? last : last.AddMonths(-1);
                return day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month)
                    ? new(new DateOnly(month.Year, month.Month, day), last) : null;
            }
            if (Day(From().Replace(from, ""), today) is { } first)
                return new(first, last < first && Day(to, first) is { } after && after <= first.AddDays(Longest) ? after : last);
        }
        return null;
    }

    private static DateOnly? Day(string text, DateOnly today) =>
        TypedMomentReader.Read(text, today) is TypedMoment.Understood { Day: { } day, Time: null } ? day : null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$|^[0-9]{1,2}-[0-9]{1,2}(?:-[0-9]{2,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex OneDay();

    [GeneratedRegex(@"\s*[-–—−]\s*|\s+(?:по|до)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:с\s+)?(?<d>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:с|со)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex From();
}
