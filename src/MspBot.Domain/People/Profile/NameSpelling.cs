using System.Text;

namespace MspBot.Domain.People.Profile;

/// <summary>
/// A name in its form: «ольга ПЕТРОВА» is «Ольга Петрова», «гасан ОГЛЫ» is «Гасан оглы». Only what stands in one case is changed;
/// «МакДональд» is as its owner writes it.
/// </summary>
public static class NameSpelling
{
    /// <summary>Words after a name («оглы» is "son of"); small where they do not begin the name.</summary>
    private static readonly HashSet<string> Following =
        ["оглы", "оглу", "кызы", "гызы", "кизи", "угли", "улы", "уулу", "огли"];

    /// <summary>Words before a surname; small where they stand between two others.</summary>
    private static readonly HashSet<string> Leading =
    [
        "де", "дель", "делла", "ди", "да", "дю", "дос", "дер", "ден", "ван", "фон", "цу",
        "ла", "ле", "эль", "аль", "ибн", "бин", "бен", "абу",
        "de", "del", "della", "di", "da", "du", "dos", "der", "den", "van", "von", "zu", "la", "le", "el", "al", "ibn", "bin", "ben", "abu",
    ];

    /// <summary>Of those, the ones that are small at the beginning too: the others can be surnames («Ли», «Ван», «Ле»).</summary>
    private static readonly HashSet<string> LeadingAtStart =
        ["де", "дю", "фон", "цу", "аль", "эль", "ибн", "de", "du", "von", "zu", "al", "el", "ibn"];

    private static readonly HashSet<string> AfterVan = ["де", "дер", "ден", "de", "der", "den"];

    /// <summary>Surnames of the East, after which «Ван» or «Ди» is a name.</summary>
    private static readonly HashSet<string> Eastern =
    [
        "нгуен", "чан", "ле", "фам", "хоанг", "хюинь", "фан", "ву", "во", "данг", "буй",
        "до", "хо", "нго", "зыонг", "ли", "ким", "пак", "цой", "ван",
        "чжан", "лю", "чэнь", "ян", "хуан", "чжао", "чжоу",
    ];

    /// <summary>Before a hyphen («аль-Рашид»).</summary>
    private static readonly HashSet<string> Articles = ["аль", "эль", "ас", "аш", "al", "el"];

    private static readonly HashSet<string> AfterHyphen =
        ["оглы", "оглу", "кызы", "гызы", "кизи", "угли", "улы", "уулу", "заде", "аль", "эль", "де", "ла"];

    /// <summary>After an apostrophe these are one letter with it («Д'яченко»), not the beginning of a name («О'Нил»).</summary>
    private const string Softened = "яюєї";

    public static string Of(string name)
    {
        var words = name.Split(' ');
        var hasSmall = name.EnumerateRunes().Any(Rune.IsLower);
        return string.Join(' ', words.Select((word, n) => IsSmall(words, n) ? Small(word) : Word(word, hasSmall)));
    }

    private static bool IsSmall(string[] words, int n)
    {
        var word = Small(words[n]);
        if (n > 0 && Following.Contains(word)) return true;
        if (!Leading.Contains(word) || n == words.Length - 1) return false;
        var vanDer = words[0].ToLowerInvariant() is "ван" or "van" && AfterVan.Contains(words[1].ToLowerInvariant());
        return n == 0 ? vanDer || LeadingAtStart.Contains(word) : vanDer || !Eastern.Contains(words[0].ToLowerInvariant());
    }

    /// <summary>Small, unless its owner has given it one capital («Де Сильва»).</summary>
    private static string Small(string word) => IsTitle(word) ? word : word.ToLowerInvariant();

    private static string Word(string word, bool hasSmall)
    {
        var parts = word.Split('-');
        return string.Join('-', parts.Select((part, n) =>
            (n == 0 && parts.Length > 1 && Articles.Contains(Small(part))) || (n > 0 && AfterHyphen.Contains(Small(part)))
                ? Small(part)
                : string.Join('.', part.Split('.').Select(piece => Piece(piece, hasSmall)))));
    }

    /// <summary>A word, or what stands between its signs.</summary>
    private static string Piece(string piece, bool hasSmall)
    {
        var joins = piece.Length > 2 && piece[1] == '\'' && !Softened.Contains(char.ToLowerInvariant(piece[2]));
        return joins ? $"{Capital(piece[..1], hasSmall)}'{Capital(piece[2..], hasSmall)}" : Capital(piece, hasSmall);
    }

    private static string Capital(string piece, bool hasSmall)
    {
        var letters = piece.EnumerateRunes().Where(Rune.IsLetter).ToList();
        if (letters.Count == 0 || !IsSlip(letters, hasSmall)) return piece;
        var text = new StringBuilder(piece.Length);
        foreach (var rune in piece.EnumerateRunes())
            text.Append(text.Length == 0 ? Rune.ToUpperInvariant(rune) : Rune.ToLowerInvariant(rune));
        return text.ToString();
    }

    /// <summary>
    /// All small, all capital, or what a stuck key makes of a capital («ИВанова», «иВАНОВА»). Two capitals among small words are initials.
    /// </summary>
    private static bool IsSlip(List<Rune> letters, bool hasSmall)
    {
        var (first, rest) = (letters[0], letters.Skip(1).ToList());
        if (!Rune.IsUpper(first)) return rest.TrueForAll(r => !Rune.IsUpper(r)) || rest.TrueForAll(Rune.IsUpper);
        if (rest.Count == 0) return false;
        if (rest.TrueForAll(Rune.IsUpper)) return rest.Count > 1 || !hasSmall;
        return rest.Count > 2 && Rune.IsUpper(rest[0]) && rest.Skip(1).All(Rune.IsLower);
    }

    private static bool IsTitle(string word) =>
        word.Length > 1 && char.IsUpper(word[0]) && word.Skip(1).Any(char.IsLower) && !word.Skip(1).Any(char.IsUpper);
}
