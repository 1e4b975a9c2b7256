using System.Text.RegularExpressions;

namespace MspBot.Domain.Surveys.Filling;

/// <summary>Whether words seem to say who a pupil is: a class, and a name beside it. Only asked about, never refused.</summary>
public static partial class PupilName
{
    /// <summary>What stands beside a class in the answers of schools and looks like a surname.</summary>
    private static readonly HashSet<string> Subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "русский", "английский", "немецкий", "французский", "иностранный", "математика", "физика", "химия", "история", "литература",
        "биология", "география", "информатика", "музыка", "технология", "обществознание", "окружающий", "чтение", "алгебра", "геометрия",
        "впр", "огэ", "егэ", "класс", "классы", "ученики", "обучающиеся", "учителя", "школа",
    };

    /// <param name="words">«Иванов Петя, 5 «Б»», «Петров, 8а»; not «Математика в 5 классе не проводилась».</param>
    public static bool IsLikely(string words) => SchoolClass().IsMatch(words) && Named(words);

    private static bool Named(string words)
    {
        var names = Capitalised().Matches(words).Select(match => match.Value).Where(one => !Subjects.Contains(one)).ToList();
        if (names.Exists(name => Surname().IsMatch(name))) return true;
        return Pair().Matches(words).Any(pair => !Subjects.Contains(pair.Groups[1].Value) && !Subjects.Contains(pair.Groups[2].Value))
            || Initial().IsMatch(words);
    }

    /// <summary>«5 «Б»», «8а», «8-А», «10 Б», «в 5 классе», «ученик 7 кл.»</summary>
    [GeneratedRegex(@"(?<![\d,.])(1[01]|[1-9])\s*(?:[-–]\s*)?(?:[«""„“]\s*[А-Яа-яЁё]\s*[»""“”]|(?<=\d)[а-яА-ЯЁё](?!\p{L})"
        + @"|\s?[А-ЯЁ](?!\p{L})|(?:-?\S{0,3}\s+)?кл(?:асс\p{L}*|\.|\b))")]
    private static partial Regex SchoolClass();

    [GeneratedRegex(@"(?<!\p{L})[А-ЯЁ][а-яё]{2,}(?!\p{L})")]
    private static partial Regex Capitalised();

    [GeneratedRegex("(?:ов|ова|ову|овым|овой|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|юк|ян|дзе|швили|ых|их)$")]
    private static partial Regex Surname();

    [GeneratedRegex(@"(?<!\p{L})([А-ЯЁ][а-яё]+)\s+([А-ЯЁ][а-яё]+)(?!\p{L})")]
    private static partial Regex Pair();

    /// <summary>«Ким А. П.»</summary>
    [GeneratedRegex(@"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.|[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+")]
    private static partial Regex Initial();
}
