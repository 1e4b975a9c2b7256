using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Seminars;

/// <summary>Reads a typed length: «90», «1:30», «2 часа», «1 ч 30 мин», «полтора часа».</summary>
public static partial class TypedLength
{
    /// <summary>Null for what is no length.</summary>
    public static TimeSpan? Read(string typed)
    {
        var text = Folded.Of(typed).TrimEnd('.');
        if (InWords(text) is { } words) return TimeSpan.FromMinutes(words);
        if (Clock().Match(text) is { Success: true } clock) return From(clock, "h", "m");
        if (Minutes().Match(text) is { Success: true } minutes) return From(minutes, "h", "m");
        if (Hours().Match(text) is { Success: true } hours) return From(hours, "h", "m", hours.Groups["half"].Success ? 30 : 0);
        return null;
    }

    private static int? InWords(string text) => text switch
    {
        "полчаса" => 30,
        "час" => 60,
        "полтора" or "полтора часа" => 90,
        "два часа" => 120,
        "два с половиной часа" => 150,
        "три часа" => 180,
        _ => null,
    };

    private static TimeSpan From(Match match, string hours, string minutes, int more = 0) =>
        TimeSpan.FromMinutes(60 * Number(match.Groups[hours]) + Number(match.Groups[minutes]) + more);

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>[0-5]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<m>\d{1,4})\s*(?:м|мин|минут[аы]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?<half>[.,]5)?\s*(?:ч|час|часа|часов)\.?(?:\s*(?<m>\d{1,2})\s*(?:м|мин|минут[аы]?)?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
