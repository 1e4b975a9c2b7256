using System.Text;

namespace MspBot.Domain.Spelling;

/// <summary>
/// Words as they are compared: without case, «ё», spaces round «№» and dashes; all dashes are one, quotes are left out. The database's
/// <c>folded</c> does the same, so what both compare must be changed in both.
/// </summary>
public static class Folded
{
    /// <summary>From here on there are no letters of the alphabets that names are written in here.</summary>
    private const char CasesEnd = '\u0530';

    private const string Spaces =
        "\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007" +
        "\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000«»„“”‟\"‹›″＂";

    private const string Dashes = "‐‑‒–—―−﹘﹣－";
    private const string Dropped = "'’‘‚‛ʼʹ`´′＇\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFE0F\uFEFF";

    public static string Of(string text) => Plain(text).Replace('ё', 'е');

    public static bool Same(string one, string other) => Of(one) == Of(other);

    public static bool Contains(string text, string part) => Of(text).Contains(Of(part), StringComparison.Ordinal);

    /// <summary>Composed (NFC), and without the characters that no text may hold.</summary>
    public static string Composed(string text) => Characters.Usable(text).Normalize(NormalizationForm.FormC);

    /// <summary>Folded in all but «ё», which has a place of its own in the alphabet.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in Composed(text))
        {
            if (Dropped.Contains(sign)) continue;
            var one = Spaces.Contains(sign) ? ' ' : Dashes.Contains(sign) ? '-' : sign == '№' ? '#' : sign < CasesEnd
                ? char.ToLowerInvariant(sign) : sign;
            if (one is '-' or '#') TrimEnd(plain);
            if (one == ' ' && (plain.Length == 0 || plain[^1] is ' ' or '-' or '#')) continue;
            plain.Append(one);
        }
        TrimEnd(plain);
        return plain.ToString();
    }

    private static void TrimEnd(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ') text.Length--;
    }
}
