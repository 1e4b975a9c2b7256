namespace MspBot.Data.Seminars;

/// <summary>
/// By which words a title or an audience («учителя истории») names a subject, as a full-text query over seminar.words: stems, of title and
/// audience only (A). Kept strict where a word means more than the subject: «технологии» of teaching are for everybody.
/// </summary>
internal static class SubjectWords
{
    private static readonly IReadOnlyDictionary<string, string> Queries = new Dictionary<string, string>
    {
        ["Начальные классы"] = "начальн:*A",
        ["Русский язык"] = "русск:*A | словесник:*A",
        ["Литература"] = "литератур:*A | словесник:*A",
        ["Математика"] = "математ:*A | алгебр:*A | геометр:*A",
        ["Информатика"] = "информатик:*A | программирован:*A",
        ["Физика"] = "физик:*A",
        ["Химия"] = "хим:A | хими:*A",
        ["Биология"] = "биолог:*A",
        ["География"] = "географ:*A",
        ["История"] = "истор:A | историк:*A | историческ:*A",
        ["Обществознание"] = "обществозн:*A | обществовед:*A",
        ["Иностранный язык"] = "иностра:*A | английск:*A | немецк:*A | французск:*A",
        ["Физкультура"] = "физкультур:*A | (физическ:*A & культур:*A)",
        ["Труд (технология)"] = "(учител:*A & (технолог:*A | труд:A)) | (урок:*A & (технолог:*A | труд:A))",
        ["ОБЗР"] = "обзр:*A | обж:*A",
        ["Музыка"] = "музык:*A",
        ["ИЗО"] = "из:A | изо:A | изобразительн:*A",
    };

    /// <summary>Subjects that can be named, in their usual order.</summary>
    internal static IEnumerable<string> Named => Queries.Keys;

    /// <summary>That any subject is named.</summary>
    internal static readonly string Any = string.Join(" | ", Queries.Values);

    /// <summary>That one of these is named; null: none of them can be.</summary>
    internal static string? Query(IEnumerable<string> subjects)
    {
        var all = string.Join(" | ", subjects.Select(s => Queries.GetValueOrDefault(s)).OfType<string>());
        return all.Length == 0 ? null : all;
    }
}
