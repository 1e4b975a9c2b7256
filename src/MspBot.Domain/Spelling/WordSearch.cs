using System.Text.RegularExpressions;

namespace MspBot.Domain.Spelling;

/// <summary>What of a list typed words find. <paramref name="IsNear"/>: nothing has them all, these come nearest.</summary>
public sealed record WordsFound(IReadOnlyList<int> Items, bool IsNear);

/// <summary>
/// Looks for typed words in the lines of a list: in any order, without the words that every school has in its name; where nothing has them
/// all, for lines with words of the same root or with a letter mistyped.
/// </summary>
public static partial class WordSearch
{
    private const int MostNear = 6;

    private static readonly HashSet<string> Generic =
    [
        "школа", "школы", "школе", "школу", "сош", "оош", "нош", "сш",
        "моу", "мбоу", "мкоу", "маоу", "мбу", "мку", "мау", "гбоу", "гоу", "гку", "чоу", "ано",
        "гимназия", "гимназии", "лицей", "лицея", "средняя",
        "основная", "начальная", "общеобразовательная", "общеобразовательное", "учреждение",
        "муниципальное", "бюджетное", "казенное", "автономное",
        "имени", "им", "номер", "село", "села", "поселок", "поселка", "деревня", "деревни", "город", "города",
        "с", "п", "г", "д", "пос",
    ];

    public static WordsFound Among(string typed, IReadOnlyList<string> lines)
    {
        var asked = Telling(typed);
        var found = new List<int>();
        var near = new List<(int Line, int Words)>();
        for (var n = 0; n < lines.Count; n++)
        {
            var there = Words(lines[n]);
            var hasAll = asked.Count > 0 && asked.TrueForAll(word => there.Exists(w => Has(w, word)));
            if (hasAll || Folded.Contains(lines[n], typed)) found.Add(n);
            else if (asked.Count(word => there.Exists(w => Has(w, word) || IsLike(w, word))) is > 0 and var common) near.Add((n, common));
        }
        return found.Count > 0
            ? new(found, false)
            : new([.. near.OrderByDescending(n => n.Words).Take(MostNear).Select(n => n.Line)], near.Count > 0);
    }

    /// <summary>The words, folded, without those that tell nothing; all of them where none tells anything.</summary>
    public static List<string> Telling(string typed)
    {
        var words = Words(typed);
        var telling = words.FindAll(word => !Generic.Contains(word));
        return telling.Count > 0 ? telling : words;
    }

    private static List<string> Words(string text) => [.. Word().Matches(Folded.Of(text)).Select(m => m.Value)];

    /// <summary>A number is that number; a word may be typed in part.</summary>
    private static bool Has(string there, string typed) =>
        there == typed || (!char.IsAsciiDigit(typed[0])
            && (there.StartsWith(typed, StringComparison.Ordinal)
                || (typed.Length > 2 && there.Contains(typed, StringComparison.Ordinal))));

    /// <summary>Of one root («Отрадное», «Отрадненская»), or a slip of the finger away.</summary>
    private static bool IsLike(string there, string typed)
    {
        if (char.IsAsciiDigit(typed[0]) || char.IsAsciiDigit(there[0]) || typed.Length < 4 || there.Length < 4) return false;
        var root = there.Zip(typed).TakeWhile(pair => pair.First == pair.Second).Count();
        if (root >= 4 && root * 5 >= Math.Min(there.Length, typed.Length) * 3) return true;
        var slips = typed.Length < 7 ? 1 : 2;
        // The word may not be typed to its end.
        return Enumerable.Range(typed.Length - 1, 3).Where(length => length <= there.Length).Append(there.Length)
            .Any(length => Slips(there[..length], typed) <= slips);
    }

    /// <summary>How many letters are added, left out, changed, or swapped with their neighbour.</summary>
    private static int Slips(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[one.Length, other.Length];
    }

    /// <summary>A run of letters, or of figures: «СОШ4» is two.</summary>
    [GeneratedRegex(@"[0-9]+|[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
