using MspBot.Domain.Spelling;

namespace MspBot.Data.Seminars;

/// <summary>Words somebody typed, as a full-text query: all of them, each by its beginning.</summary>
internal static class TypedWords
{
    private const int Most = 8;
    private const int Shortest = 3;

    /// <summary>Of a longer word its beginning is looked for: the database refuses words that are much longer.</summary>
    private const int Longest = 40;

    /// <summary>Null where nothing is left to look for. Letters and digits only, so nothing typed is an operator.</summary>
    internal static string? Query(string typed)
    {
        var words = string.Concat(Folded.Of(typed).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Most).ToList();
        return words.Any(w => w.Length >= Shortest && w.Any(char.IsLetter))
            ? string.Join(" & ", words.Select(w => $"{w[..Math.Min(w.Length, Longest)]}:*"))
            : null;
    }
}
