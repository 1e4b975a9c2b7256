using MspBot.Domain.Spelling;

namespace MspBot.Domain.People.Rosters;

/// <summary>Reads what a cell of a table says of somebody's subjects: «алгебра, физика».</summary>
public static class TypedSubjects
{
    private static readonly Dictionary<string, string> Known = new(
        from subject in Profile.Subjects.All
        from word in OtherWords(subject).Prepend(subject)
        select KeyValuePair.Create(Folded.Of(word), subject));

    /// <returns>Subjects in the order of their list, each once, and words that are none; a dash is no subject.</returns>
    public static (IReadOnlyList<string> Subjects, IReadOnlyList<string> Unknown) Read(string cell)
    {
        var (found, unknown) = (new HashSet<string>(), new List<string>());
        foreach (var word in cell.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var subjects = Of(word) is { } one ? [one] : word.Split(" и ").Select(Of).ToList();
            if (!subjects.Contains(null)) found.UnionWith(subjects.OfType<string>());
            else if (!IsDash(word)) unknown.Add(word);
        }
        return ([.. Profile.Subjects.All.Where(found.Contains)], unknown);
    }

    /// <summary>What people write for «none».</summary>
    public static bool IsDash(string cell) => Folded.Of(cell) is "-" or "--";

    private static string? Of(string word) => Known.GetValueOrDefault(Folded.Of(word.TrimEnd('.')));

    /// <summary>As the school's papers call it.</summary>
    private static string[] OtherWords(string subject) => subject switch
    {
        "Начальные классы" => ["начальная школа", "нач. классы", "нач. кл", "учитель начальных классов"],
        "Русский язык" => ["русский"],
        "Литература" => ["литературное чтение"],
        "Математика" => ["алгебра", "геометрия", "вероятность и статистика"],
        "Физика" => ["астрономия"],
        "История" => ["история россии", "всеобщая история"],
        "Обществознание" => ["право", "экономика"],
        "Иностранный язык" =>
            ["английский", "английский язык", "немецкий", "немецкий язык", "французский", "французский язык", "китайский",
                "китайский язык", "англ. язык", "ин. язык", "иностранный"],
        "Физкультура" => ["физическая культура", "физ-ра", "физра"],
        "Труд (технология)" => ["технология", "труд", "труды"],
        "ОБЗР" => ["обж", "основы безопасности и защиты родины"],
        "ИЗО" => ["изобразительное искусство", "рисование"],
        _ => [],
    };
}
