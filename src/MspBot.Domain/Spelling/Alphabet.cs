using System.Text.RegularExpressions;

namespace MspBot.Domain.Spelling;

/// <summary>
/// The order of the Russian alphabet, whatever the machine's locale: «ё» between «е» and «ж», case and quotes aside, № 2 before № 10.
/// The database's <c>alphabetical</c> does the same.
/// </summary>
public sealed partial class Alphabet : IComparer<string?>
{
    /// <summary>Behind every other letter that may follow «е».</summary>
    private const string AfterE = "е\u04FF";

    private const int Digits = 9;

    public static Alphabet Order { get; } = new();

    /// <summary>Zero only for identical text, so that the order of equal keys does not show which was entered first.</summary>
    public int Compare(string? x, string? y) =>
        string.CompareOrdinal(x is null ? null : Key(x), y is null ? null : Key(y)) is not 0 and var order
        ? order : string.CompareOrdinal(x, y);

    /// <summary>A sort key, compared character by character.</summary>
    internal static string Key(string text) =>
        Number().Replace(Folded.Plain(text).Replace("ё", AfterE, StringComparison.Ordinal),
            m => m.Value.TrimStart('0').PadLeft(Digits, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
