using System.Globalization;
using System.Text;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.People.Profile;

/// <summary>Why something typed is not a person's full name.</summary>
public enum NameRefusal
{
    NoWords,
    OneWord,
    TooManyWords,
    TooLong,
    HasDigits,
    HasSigns,
}

/// <summary>A person's name as they write it: two to five words of any alphabet, single spaces between them.</summary>
public readonly record struct FullName
{
    public const int MaxLength = 200;
    private const int MaxWords = 5;

    private FullName(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    /// <summary>The same name in its form («Ольга Петрова» for «ольга петрова»).</summary>
    public FullName Spelled => new(NameSpelling.Of(Value));

    /// <summary>Null when it is a name, which is then in <paramref name="name"/>.</summary>
    public static NameRefusal? Read(string typed, out FullName name)
    {
        name = default;
        var text = Normalised(typed);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        if (words.Length == 0) return NameRefusal.NoWords;
        if (text.Length > MaxLength) return NameRefusal.TooLong;
        if (text.EnumerateRunes().Any(Rune.IsDigit)) return NameRefusal.HasDigits;
        if (!Array.TrueForAll(words, IsWord)) return NameRefusal.HasSigns;
        if (words.Length == 1) return NameRefusal.OneWord;
        if (words.Length > MaxWords) return NameRefusal.TooManyWords;

        name = new(text);
        return null;
    }

    /// <summary>«Иванова М. П.»: for cards and lists.</summary>
    public static string Short(string fullName)
    {
        var words = fullName.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return fullName;
        var initials = words.Skip(1).Take(2).Select(w => $"{StringInfo.GetNextTextElement(w).ToUpperInvariant()}.");
        return $"{words[0]} {string.Join(' ', initials)}";
    }

    /// <summary>«М. П. Иванова»: beside a hand.</summary>
    public static string Signed(string fullName) =>
        Short(fullName) is var name && name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? $"{name[(end + 1)..]} {name[..end]}"
        : name;

    /// <summary>As others write it, with the family name first or last.</summary>
    public static IReadOnlyList<string> Spellings(string fullName)
    {
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [fullName, string.Join(' ', [.. words.Skip(1), .. words.Take(1)]), Short(fullName), Signed(fullName)];
    }

    private static string Normalised(string typed) =>
        OneLine.Of(typed).Replace('‐', '-').Replace('‑', '-').Replace('–', '-').Replace('—', '-').Replace('`', '\'').Replace('’', '\'')
        .Replace('ʼ', '\'');

    private static bool IsWord(string word) =>
        Rune.IsLetter(Rune.GetRuneAt(word, 0))
        && word.EnumerateRunes().All(r => Rune.IsLetter(r) || IsMark(r) || r.Value is '-' or '\'' or '.');

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
