using MspBot.Data.Materials.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Papers;

/// <summary>What the register and the author's paper are called, and what is said when they are taken.</summary>
internal static class MaterialPaperTexts
{
    internal const string Register = "Реестр";
    internal const string TakeRegister = "Скачать реестр";
    internal const string Spread = "Справка о распространении";
    internal const string TakeSpread = "Скачать справку";
    internal const string ToLibrary = "К библиотеке";

    /// <summary>Who has left.</summary>
    private const string Erased = "участник, удаливший данные";

    internal static Html RegisterCard(int count) => Html.Paragraphs(
        Html.Bold("Реестр методических разработок"),
        Html.Text(count == 0 ? "В библиотеке ещё ничего нет: реестр появится вместе с первой разработкой."
            : $"В реестре {Works(count)}: авторы, школы, темы, сколько педагогов скачали и скольким раздали на встречах. "
                + "В файле полные имена: храните его там, где их не увидят посторонние. Кто взял файл, записывается в журнал."));

    internal static Html SpreadCard(Spread? spread) => Html.Paragraphs(
        Html.Bold(Spread),
        Html.Text(spread is null
            ? "Справку можно взять, когда в библиотеке появится ваша разработка."
            : $"Ваших разработок в библиотеке: {Russian.Number(spread.Materials.Count)}. {Sums(spread)}"),
        spread is null ? default : Html.Text("Пригодится для аттестации: в ней перечислены все ваши разработки, скачивания и раздача "
            + "на встречах посчитаны отдельно."));

    /// <summary>«Скачали 34 педагога из 12 школ. На встречах роздано 5 педагогам из 2 школ.»</summary>
    internal static string Sums(Spread spread) =>
        $"{(spread.Taken.People == 0 ? "Пока никто не скачал" : $"{Russian.Plural(spread.Taken.People, "Скачал", "Скачали", "Скачали")} "
            + Who(spread.Taken, "педагог", "педагога", "педагогов"))}. "
        + (spread.HandedOut.People == 0 ? "На встречах не раздавали."
            : $"На встречах роздано {Who(spread.HandedOut, "педагогу", "педагогам", "педагогам")}.");

    /// <summary>«34 педагога из 12 школ»</summary>
    internal static string Who(Reach reach, string one = "педагог", string few = "педагога", string many = "педагогов") =>
        Russian.Count(reach.People, one, few, many)
        + (reach.Schools == 0 ? "" : $" из {Russian.Count(reach.Schools, "школы", "школ", "школ")}");

    internal static string Works(int count) => Russian.Count(count, "разработка", "разработки", "разработок");

    internal static Html RegisterCaption(DateOnly day) => Html.Text($"Реестр методических разработок на {Long(day)}");

    internal static Html SpreadCaption(DateOnly day) => Html.Text($"{Spread} на {Long(day)}. Перед печатью проверьте.");

    internal static string RegisterFile(DateOnly day) => $"Реестр разработок {Dotted(day)}.xlsx";

    internal static string SpreadFile(DateOnly day) => $"{Spread} {Dotted(day)}.docx";

    /// <summary>«17 ноября 2026 г.»</summary>
    internal static string Long(DateOnly day) => $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)} г.";

    internal static string Dotted(DateOnly day) => $"{Russian.ShortDay(day)}.{Russian.Number(day.Year)}";

    internal static string Authors(RegisteredMaterial one) =>
        string.Join(", ", [.. one.ByAuthor ? (string[])[one.AddedByName ?? Erased] : [], .. one.Coauthors]);

    /// <summary>«Математика, физика; 5–6 классы»</summary>
    internal static string ForWhom(IReadOnlyList<string> subjects, int? first, int? last) =>
        string.Join("; ", ((string[])[string.Join(", ", subjects), Grades(first, last)]).Where(part => part.Length > 0));

    internal static string Kind(MaterialKind kind) => MaterialKindTexts.Of(kind);

    internal static string Name(string name, bool isHidden) => isHidden ? $"{name} (убрана из библиотеки)" : name;

    private static string Grades(int? first, int? last) => (first, last) switch
    {
        ({ } from, { } to) when from == to => $"{Russian.Number(from)} класс",
        ({ } from, { } to) => $"{Russian.Number(from)}–{Russian.Number(to)} классы",
        _ => "",
    };
}
