using System.Text.RegularExpressions;

namespace MspBot.Domain.Spelling;

/// <summary>«1О из 12»: a letter that looks like a nought, written for one.</summary>
internal static partial class LetterNoughts
{
    /// <param name="text">In lower case, trimmed.</param>
    internal static string Read(string text) => Nought().Replace(text, letters => new string('0', letters.Length));

    /// <summary>Behind a digit, or all alone where a number begins; both alphabets have it. «о» before a word is a word.</summary>
    [GeneratedRegex(@"(?<=[0-9])[оo]+(?!\p{L})|(?<=[0-9])[оo]+(?=из)|^[оo](?=\s*(?:из\b|/|$))")]
    private static partial Regex Nought();
}
