using System.Text;

namespace MspBot.Domain.Spelling;

/// <summary>Which characters a text from outside may have.</summary>
public static class Characters
{
    /// <summary>
    /// Drops a zero and halves of characters, which PostgreSQL does not store, and noncharacters (U+FFFE and the like), which cannot be
    /// normalised nor written into XML. None of them can be seen.
    /// </summary>
    public static string Usable(string text)
    {
        var rest = text.AsSpan();
        var usable = new StringBuilder(text.Length);
        while (rest.Length > 0)
        {
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (whole && IsUsable(rune)) usable.Append(rest[..length]);
            rest = rest[length..];
        }
        return usable.Length == text.Length ? text : usable.ToString();
    }

    private static bool IsUsable(Rune rune) => rune.Value is not 0 and not (>= 0xFDD0 and <= 0xFDEF) && (rune.Value & 0xFFFE) != 0xFFFE;
}
