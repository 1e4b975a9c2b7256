using System.Text;
using System.Text.RegularExpressions;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Materials;

/// <summary>Which titles tell one material from another.</summary>
public static partial class MaterialTitle
{
    private static readonly HashSet<string> General =
    [
        "", "без имени", "без названия", "безымянный", "видео", "диагностика", "доклад", "документ", "документ microsoft word", "задание",
        "задания", "запись", "запись урока", "карточка", "карточки", "конспект", "конспект урока", "контрольная",
        "контрольная работа", "копия", "материал", "материалы", "методические рекомендации", "методическая разработка", "методичка",
        "новый документ", "новая презентация", "открытый урок", "план", "план конспект", "план урока", "презентация",
        "презентация microsoft powerpoint", "программа", "рабочая программа", "разработка", "разработка урока", "рекомендации",
        "самостоятельная работа", "скан", "ссылка", "тест", "тесты", "технологическая карта", "технологическая карта урока", "урок",
        "уроки", "файл", "фото", "doc", "document", "file", "final", "image", "img", "new", "presentation", "scan", "untitled", "video",
    ];

    /// <summary>«Презентация», «Документ1», «урок.pptx»: they say what it is or how the file is called, not what it is about.</summary>
    public static bool SaysNothing(string title)
    {
        var line = OneLine.Of(title);
        return FileEnding().IsMatch(line) || General.Contains(Words(line));
    }

    /// <summary>What a file's name says of what it is about: «Проценты_6 класс.pptx» is «Проценты 6 класс».</summary>
    public static string OfFile(string fileName) => OneLine.Of(FileEnding().Replace(OneLine.Of(fileName), "").Replace('_', ' '));

    /// <summary>Without figures and signs, and without «копия» that a computer has put there.</summary>
    private static string Words(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var sign in Folded.Of(line)) text.Append(char.IsLetter(sign) ? sign : ' ');
        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "копия"));
    }

    [GeneratedRegex(@"\.(docx?|pptx?|xlsx?|odt|odp|ods|pdf|rtf|txt|zip|rar|7z|jpe?g|png|mp[34]|avi|mov|notebook|html?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileEnding();
}
