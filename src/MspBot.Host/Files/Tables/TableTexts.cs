using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Files.Tables;

/// <summary>What is said of a table that cannot be read, and of faults in its rows.</summary>
internal static class TableTexts
{
    internal const string WhatToFix = "Что исправить";

    private const int MaxFaults = 10;
    private const int MaxInFile = 20;

    /// <summary>With what else is said, a file's words hold 1024 signs.</summary>
    private const int MaxLength = 760;

    internal static bool IsWhatToFix(string heading) => Folded.Same(heading, WhatToFix);

    internal static string Refused(WorkbookFault because, int rows = 0) => because switch
    {
        WorkbookFault.TooBig => "Файл больше 1 МБ. Оставьте в нём только таблицу, без картинок.",
        WorkbookFault.OldFormat => "Это файл .xls. Сохраните как .xlsx: Файл → Сохранить как.",
        WorkbookFault.Encrypted => "Файл закрыт паролем. Снимите пароль и пришлите его ещё раз.",
        WorkbookFault.Macros => "В файле есть макросы. Сохраните как обычную книгу Excel (.xlsx): Файл → Сохранить как.",
        WorkbookFault.NotWorkbook =>
            "Это не книга Excel (.xlsx), как бы файл ни назывался. Сохраните таблицу как .xlsx: Файл → Сохранить как.",
        WorkbookFault.TooMuchInside =>
            "В файле слишком много всего: таблица на 500 строк столько не занимает. Скопируйте её в новую книгу.",
        WorkbookFault.Broken => "Файл повреждён и не читается. Откройте его, сохраните заново как .xlsx и пришлите ещё раз.",
        WorkbookFault.NoRows => "На первом листе под заголовками нет ни одной строки.",
        WorkbookFault.TooManyRows =>
            $"В файле {Russian.Count(rows, "строка", "строки", "строк")}, а можно до {Russian.Number(WorkbookGate.MaxRows)}.",
    };

    internal static Html Wrong(ReadTable.WrongColumns columns) => Html.Lines(
        columns.Missing.Count == 0 ? default : Html.Of($"Не хватает столбцов: {Listed(columns.Missing)}."),
        columns.Twice.Count == 0 ? default : Html.Of($"Стоят два раза: {Listed(columns.Twice)}."),
        columns.Unknown.Count == 0 ? default : Html.Of($"Незнакомые столбцы: {Listed(columns.Unknown)}."),
        Html.Of($"Нужен первый лист с заголовками в одной строке."));

    internal static string Formula(string cell) => $"формула ({cell}), а нужно значение: скопируйте и вставьте «только значения»";

    internal static string Merged(string cells) => $"объединены ячейки {cells}: разъедините их";

    /// <summary>The first ten, the same words said once: «В строках 12 и 15 не указан срок.»; the rest is in the file.</summary>
    /// <param name="faults">At least one.</param>
    /// <param name="inFile">The file goes back with all of them.</param>
    internal static Html Faults(IReadOnlyList<TableFault> faults, bool inFile = true)
    {
        var (lines, length, said) = (new List<Html>(), 0, 0);
        foreach (var same in faults.GroupBy(fault => fault.Words).OrderBy(same => same.First().Row))
        {
            var words = Ellipsis.Cut(same.Key, 200);
            var line = same.First().IsOfSeveral ? Ended(words) : Line([.. same.Select(fault => fault.Row).Distinct()], words);
            if (lines.Count == MaxFaults || (lines.Count > 0 && length + line.Length > MaxLength)) break;
            lines.Add(Html.Text(line));
            (length, said) = (length + line.Length, said + same.Count());
        }
        if (said < faults.Count) lines.Add(Html.Text($"И ещё {Russian.Number(faults.Count - said)}{(inFile ? ": всё в файле" : "")}."));
        return Html.Lines([.. lines]);
    }

    /// <summary>All that is wrong with one row, for its cell in the file.</summary>
    internal static string InFile(IEnumerable<TableFault> ofRow) =>
        Ellipsis.Cut(string.Join(' ', ofRow.Take(MaxInFile).Select(fault => Ended(Russian.AtStart(fault.Words)))), SheetRows.MaxWords);

    private static string Line(IReadOnlyList<int> rows, string words) => rows switch
    {
        [var one] => $"В строке {Russian.Number(one)} {Ended(words)}",
        _ => $"В строках {Listed([.. rows.Take(MaxFaults).Select(Russian.Number)])}{More(rows)} {Ended(words)}",
    };

    private static string More(IReadOnlyList<int> rows) => rows.Count > MaxFaults ? " и дальше" : "";

    private static string Ended(string words) => words.EndsWith('.') || words.EndsWith("».", StringComparison.Ordinal) ? words
        : $"{words}.";

    /// <summary>«4, 9 и 12»</summary>
    internal static string Listed(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} и {words[^1]}";
}
