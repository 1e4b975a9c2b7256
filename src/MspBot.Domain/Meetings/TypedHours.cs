using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Meetings;

/// <summary>
/// Hours as somebody typed them: «15:00», «15-17», «с 15:00 до 17:30». In minutes of the day; an end at midnight is 1440.
/// </summary>
public sealed partial record TypedHours(int From, int? To)
{
    /// <summary>Null: not understood, or no such time.</summary>
    public static TypedHours? Read(string typed)
    {
        if (Shape().Match(typed.Trim().ToLowerInvariant()) is not { Success: true } match || Minutes(match, "h", "m") is not { } from)
            return null;
        if (!match.Groups["h2"].Success) return new(from, null);
        return Minutes(match, "h2", "m2") is { } to ? new(from, to == 0 ? WeeklySpan.Midnight : to) : null;
    }

    private static int? Minutes(Match match, string h, string m)
    {
        var hour = int.Parse(match.Groups[h].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[m].Success ? int.Parse(match.Groups[m].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (hour, minute) is ( < 24, < 60) or (24, 0) ? hour * 60 + minute : null;
    }

    [GeneratedRegex(
        @"^(?:с\s*)?(?<h>[0-9]{1,2})(?:[:.](?<m>[0-9]{2}))?\s*(?:ч\.?)?" +
        @"(?:\s*(?:[-–—]|до|по)\s*(?<h2>[0-9]{1,2})(?:[:.](?<m2>[0-9]{2}))?\s*(?:ч\.?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
