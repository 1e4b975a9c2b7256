namespace MspBot.Domain.People.Profile;

/// <summary>What is taught. Stored by these words, so a word may be added and none may be changed.</summary>
public static class Subjects
{
    public const string Other = "Другое";

    public static IReadOnlyList<string> All { get; } =
    [
        "Начальные классы", "Русский язык", "Литература", "Математика", "Информатика", "Физика", "Химия", "Биология", "География",
        "История", "Обществознание", "Иностранный язык", "Физкультура", "Труд (технология)", "ОБЗР", "Музыка", "ИЗО", Other,
    ];
}
