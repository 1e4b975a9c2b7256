using SkiaSharp;

namespace MspBot.Host.Certificates;

/// <summary>
/// Words as lines of one size: as large as they may be and still stand in so many lines, and the lines about equally
/// long, as a person would break them.
/// </summary>
internal sealed record CertificateLines(IReadOnlyList<string> Lines, SKTypeface Face, float Size)
{
    private const float Step = 0.5f;

    internal static CertificateLines Fit(
        CertificateType type, string text, SKTypeface face, float largest, float smallest, float width, int most)
    {
        var words = Words(type, face, text);
        for (var size = largest; size > smallest; size -= Step)
        {
            if (words.All(w => type.Width(w, face, size) <= width) && Break(type, words, face, size, width) is var lines
                && lines.Count <= most)
                return new(Balanced(type, words, face, size, width, lines), face, size);
        }
        IReadOnlyList<string> pieces = [.. words.SelectMany(w => Pieces(type, w, face, smallest, width))];
        return new(Balanced(type, pieces, face, smallest, width, Break(type, pieces, face, smallest, width)), face, smallest);
    }

    private static List<string> Break(CertificateType type, IReadOnlyList<string> words, SKTypeface face, float size, float width)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && $"{lines[^1]} {word}" is var longer && type.Width(longer, face, size) <= width) lines[^1] = longer;
            else lines.Add(word);
        }
        return lines;
    }

    /// <summary>The narrowest column that needs no more lines.</summary>
    private static List<string> Balanced(
        CertificateType type, IReadOnlyList<string> words, SKTypeface face, float size, float width, List<string> best)
    {
        if (best.Count < 2) return best;
        var (narrow, wide) = (width / best.Count / 2, width);
        while (wide - narrow > 4)
        {
            var middle = (narrow + wide) / 2;
            if (words.All(w => type.Width(w, face, size) <= middle) && Break(type, words, face, size, middle) is var lines
                && lines.Count <= best.Count)
                (wide, best) = (middle, lines);
            else narrow = middle;
        }
        return best;
    }

    /// <summary>
    /// A short word or a number is not left at the end of a line; signs that cannot be printed leave no gap, inside quotes neither.
    /// </summary>
    private static List<string> Words(CertificateType type, SKTypeface face, string text)
    {
        var words = new List<string>();
        var printed = string.Concat(type.Runs(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), face)
            .Select(r => r.Text));
        foreach (var word in printed.Replace("« ", "«", StringComparison.Ordinal).Replace(" »", "»", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && words[^1].Length <= 8 && (words[^1].Split(' ')[^1].Length <= 2 || char.IsAsciiDigit(words[^1][^1])))
                words[^1] += $" {word}";
            else words.Add(word);
        }
        return words;
    }

    /// <summary>A word without end is cut where the line ends.</summary>
    private static IEnumerable<string> Pieces(CertificateType type, string word, SKTypeface face, float size, float width)
    {
        var start = 0;
        for (var end = 1; end <= word.Length; end++)
        {
            if (end < word.Length && (char.IsLowSurrogate(word[end]) || type.Width(word[start..(end + 1)], face, size) <= width)) continue;
            yield return word[start..end];
            start = end;
        }
    }
}
