using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials;

/// <summary>Which files and titles are taken, wherever a material is handed in.</summary>
internal static class MaterialFiles
{
    internal const string Picture = "Это фото, а не файл: пришлите его как файл, чтобы не пропало качество.";
    internal const string TooBig = "Файл больше 20 МБ. Положите его на диск и пришлите ссылку.";
    internal const string Program =
        "Это программа, а не разработка: такие файлы не принимаем. Пришлите документ, презентацию или архив с ними.";
    internal const string NothingInside = "В этом файле ничего нет. Проверьте его и пришлите ещё раз.";

    /// <summary>As long as the database keeps it.</summary>
    private const int LongestName = 200;

    /// <summary>For the library; null: the file can be taken.</summary>
    internal static string? Refused(string? name, long? size, string? mediaType) =>
        name is null && mediaType?.StartsWith("image/", StringComparison.Ordinal) == true ? Picture
        : RefusedAnywhere(name, size, mediaType);

    /// <summary>For those who came to a meeting, also a picture.</summary>
    internal static string? RefusedAnywhere(string? name, long? size, string? mediaType)
    {
        if (size > FileRule.MostBytes) return TooBig;
        return size == 0 ? NothingInside : ProgramFiles.Are(name) ? Program : null;
    }

    internal static Parsed<string> Title(string text)
    {
        var line = Russian.AtStart(OneLine.Of(text));
        return MaterialTitle.SaysNothing(line) || !OneLine.Says(line, 3)
            ? new Parsed<string>.Bad(TooGeneral(line)) : new Parsed<string>.Good(line, line);
    }

    /// <summary>What the file's name says of what it is about; null: nothing.</summary>
    internal static string? TitleOf(string? fileName) => fileName is null ? null
        : Ellipsis.Cut(Russian.AtStart(MaterialTitle.OfFile(fileName)), MaterialBounds.Name) is var title
            && Title(title) is Parsed<string>.Good ? title : null;

    /// <summary>Also for what has no name, as a video.</summary>
    internal static string NameOf(Handed what)
    {
        if (what.Name is not { Length: > 0 } name)
            return FileRule.Kind(null, what.MediaType) is { Length: > 0 } kind ? $"{DialogTexts.File}.{kind}" : DialogTexts.File;
        if (name.Length <= LongestName) return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } known ? known : "";
        return Ellipsis.Cut(Path.GetFileNameWithoutExtension(name), LongestName - ending.Length) + ending;
    }

    private static string TooGeneral(string title) =>
        $"Название слишком общее: «{Ellipsis.Cut(title, 60)}». Добавьте тему и класс, например: Проценты, 6 класс.";
}
