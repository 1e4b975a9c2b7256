using System.Text;
using System.Text.RegularExpressions;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Materials.Reading;

/// <summary>What somebody types to find materials, as it is searched.</summary>
public static partial class SearchWords
{
    /// <summary>As many characters are kept; the database holds the same.</summary>
    public const int Longest = 200;

    /// <summary>More words than that are never typed to find something.</summary>
    private const int Most = 20;

    /// <summary>Folded runs of letters or of figures, in their order; none: there is nothing to search.</summary>
    public static IReadOnlyList<string> Of(string typed) =>
        [.. Word().Matches(Folded.Of(Kept(typed))).Select(match => match.Value).Take(Most)];

    /// <summary>As it is stored and said back: on one line, and not longer than it may be.</summary>
    public static string Kept(string typed)
    {
        var line = OneLine.Of(typed);
        var kept = new StringBuilder();
        foreach (var rune in line.EnumerateRunes().Take(Longest)) kept.Append(rune);
        return kept.ToString().Trim();
    }

    [GeneratedRegex(@"[0-9]+|\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
