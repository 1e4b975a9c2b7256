using System.Globalization;
using System.Text;

namespace MspBot.Domain.Spelling;

/// <summary>Typed words brought onto one line: composed, single spaces, nothing invisible.</summary>
public static class OneLine
{
    public static string Of(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in Characters.Usable(typed).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            else text.Append(rune);
        }
        var words = text.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }

    /// <summary>Whether it says anything: at least <paramref name="letters"/> letters or digits.</summary>
    public static bool Says(string line, int letters) => line.EnumerateRunes().Count(Rune.IsLetterOrDigit) >= letters;
}
