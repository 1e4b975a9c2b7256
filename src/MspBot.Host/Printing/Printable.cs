using System.Globalization;
using System.Text;
using MspBot.Domain.Spelling;

namespace MspBot.Host.Printing;

/// <summary>
/// What the program's own fonts can print, on papers and in pictures alike. Asked where words are typed that will be printed; what was
/// stored before is printed so that it is seen what is missing.
/// </summary>
internal static class Printable
{
    /// <summary>Stands for a letter that the fonts lack.</summary>
    private const char Missing = '□';

    /// <summary>
    /// Whether it can be read on paper: the fonts have each of its letters and digits. Other signs, such as emoji, may be left out;
    /// something must be left.
    /// </summary>
    internal static bool Reads(string text) =>
        Folded.Composed(text).EnumerateRunes().All(rune => !IsLetter(rune) || Has(rune))
        && Of(text).Any(sign => !char.IsWhiteSpace(sign) && sign != Missing);

    /// <summary>As it is printed: □ for each letter that the fonts lack, without other signs that they lack; never nothing.</summary>
    internal static string Of(string text)
    {
        var printed = new StringBuilder(text.Length);
        foreach (var rune in Folded.Composed(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            if (Has(rune)) printed.Append(rune);
            else if (Rune.IsWhiteSpace(rune)) printed.Append(' ');
            else if (IsLetter(rune)) printed.Append(Missing);
        }
        return string.IsNullOrWhiteSpace(printed.ToString()) ? $"{Missing}" : printed.ToString();
    }

    private static bool Has(Rune rune) => OnPapers(rune) && FontFile.DejaVuSans.Value.Has(rune) && FontFile.DejaVuSansBold.Value.Has(rune);

    private static bool OnPapers(Rune rune) => FontFile.DejaVuSerif.Value.Has(rune)
        || (FontFile.PtRegular.Value.Has(rune) && FontFile.PtBold.Value.Has(rune) && FontFile.PtItalic.Value.Has(rune));

    /// <summary>Letters, digits and other numbers; marks over letters that there is no composed letter for.</summary>
    private static bool IsLetter(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        <= UnicodeCategory.OtherLetter => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        // Variation selectors choose how an emoji looks.
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => rune.Value is < 0xFE00 or (> 0xFE0F and < 0xE0100),
        _ => false,
    };
}
