using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Host.Printing;

/// <summary>A column of a table that people fill in and send back.</summary>
/// <param name="Heading">What it is called.</param>
/// <param name="Width">In digits.</param>
internal sealed record SheetColumn(string Heading, double Width)
{
    internal bool IsHidden { get; init; }

    /// <summary>Grey: what is typed there is not read.</summary>
    internal bool IsOurs { get; init; }

    /// <summary>The only words that it takes; empty: any.</summary>
    internal IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Shown beside a cell while it is filled in.</summary>
    internal string? Hint { get; init; }
}

/// <summary>One sheet of a book that is read.</summary>
internal sealed record SheetOfBook(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>
/// Writes a table that can be changed in any spreadsheet: words stay words («октябрь 2026» is made no date), headings stay in sight and on
/// each printed page, which lies across.
/// </summary>
internal sealed class SheetWriter
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Lists = "Списки";
    private const double LineHeight = 15;
    private const double Spare = 1.5;

    /// <summary>Spreadsheets take no higher rows.</summary>
    private const double Highest = 405;
    private const int RowsToFill = 500;

    private readonly IReadOnlyList<SheetColumn> columns;

    private SheetWriter(IReadOnlyList<SheetColumn> columns) => this.columns = columns;

    /// <param name="name">Of the sheet.</param>
    /// <param name="title">On top of each printed page.</param>
    /// <param name="columns">In their order.</param>
    /// <param name="rows">A string, an int, a day or null for each column.</param>
    internal static byte[] Xlsx(string name, string title, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Of();
            var (sheet, lists) = (book.AddNewPart<WorksheetPart>(), book.AddNewPart<WorksheetPart>());
            var writer = new SheetWriter(columns);
            sheet.Worksheet = writer.Sheet(title, rows);
            lists.Worksheet = writer.ListsOfChoices();
            book.Workbook.Append(
                new Sheets(
                    new Sheet { Name = name, SheetId = 1, Id = book.GetIdOfPart(sheet) },
                    new Sheet { Name = Lists, SheetId = 2, Id = book.GetIdOfPart(lists), State = SheetStateValues.Hidden }),
                new DefinedNames(new DefinedName($"'{name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return file.ToArray();
    }

    /// <summary>Several sheets that are read, and not filled in and sent back.</summary>
    /// <param name="title">On top of each printed page.</param>
    /// <param name="sheets">In their order; a row has a string, a number, a day or null for each column.</param>
    internal static byte[] Book(string title, IReadOnlyList<SheetOfBook> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Of();
            var (list, names) = (new Sheets(), new DefinedNames());
            foreach (var (nr, sheet) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new SheetWriter(sheet.Columns).Sheet(title, sheet.Rows);
                list.Append(new Sheet { Name = sheet.Name, SheetId = (uint)nr + 1, Id = book.GetIdOfPart(part) });
                names.Append(new DefinedName($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1")
                { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)nr });
            }
            book.Workbook.Append(list, names);
        }
        return file.ToArray();
    }

    private Worksheet Sheet(string title, IEnumerable<IReadOnlyList<object?>> rows)
    {
        List<Row> all = [Row(1, [.. columns.Select(column => column.Heading)], _ => SheetStyles.Heading)];
        all.AddRange(rows.Select((row, nr) => Row((uint)nr + 2, row, column => StyleOf(columns[column], row[column]))));
        return new Worksheet(
        [
            new SheetProperties { PageSetupProperties = new() { FitToPage = true } },
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            { WorkbookViewId = 0 }),
            new Columns(columns.Select((column, nr) => new Column
            {
                Min = (uint)nr + 1,
                Max = (uint)nr + 1,
                Width = column.Width,
                CustomWidth = true,
                Hidden = column.IsHidden ? true : null,
                Style = StyleOf(column, ""),
            })),
            new SheetData(all),
            .. columns.Any(IsChecked) ? [Validations()] : Array.Empty<OpenXmlElement>(),
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter { OddHeader = new($"&L{title.Replace("&", "&&", StringComparison.Ordinal)}"), OddFooter = new("&R&P") },
        ]);
    }

    private Row Row(uint number, IReadOnlyList<object?> values, Func<int, uint> style) => new(values.Select((value, nr) =>
        Cell(value, $"{(char)('A' + nr)}{number.ToString(CultureInfo.InvariantCulture)}", style(nr))))
    {
        RowIndex = number,
        // Not every program makes room for a second line by itself.
        Height = Math.Min(Highest, LineHeight * values.Select((value, nr) => value is string words && !columns[nr].IsHidden
            ? (int)Math.Ceiling(words.Length / (columns[nr].Width - Spare)) : 1).Append(1).Max()),
        CustomHeight = true,
    };

    private static Cell Cell(object? value, string reference, uint style) => value switch
    {
        null => new() { CellReference = reference, StyleIndex = style },
        int number => new(new CellValue(number)) { CellReference = reference, StyleIndex = style },
        decimal number => new(new CellValue(number)) { CellReference = reference, StyleIndex = style },
        DateOnly day => new(new CellValue(day.ToDateTime(default).ToOADate())) { CellReference = reference, StyleIndex = style },
        _ => new(new InlineString(new Text(LegalText.Of($"{value}")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            StyleIndex = style,
        },
    };

    private static uint StyleOf(SheetColumn column, object? value) => (value, column.IsOurs) switch
    {
        (decimal, _) => SheetStyles.Number,
        (DateOnly, _) => SheetStyles.GreyDay,
        (int, _) => SheetStyles.GreyNumber,
        (_, true) => SheetStyles.Grey,
        _ => SheetStyles.Words,
    };

    private DataValidations Validations() => new(columns.Select((column, nr) => (Column: column, Letter: (char)('A' + nr)))
        .Where(it => IsChecked(it.Column)).Select(it => Validation(it.Column, it.Letter)));

    private static bool IsChecked(SheetColumn column) => column.Choices.Count > 0 || column.Hint is not null;

    private static DataValidation Validation(SheetColumn column, char letter)
    {
        var validation = new DataValidation
        {
            AllowBlank = true,
            SequenceOfReferences = new([$"{letter}2:{letter}{RowsToFill + 1}"]),
        };
        if (column.Hint is { } hint) (validation.ShowInputMessage, validation.PromptTitle, validation.Prompt) = (true, column.Heading,
            hint);
        if (column.Choices.Count == 0) return validation;
        validation.Type = DataValidationValues.List;
        (validation.ShowErrorMessage, validation.ErrorTitle, validation.Error) = (true, column.Heading, "Выберите из списка.");
        validation.Append(new Formula1($"'{Lists}'!${letter}$1:${letter}${column.Choices.Count.ToString(CultureInfo.InvariantCulture)}"));
        return validation;
    }

    /// <summary>In the same letters as on the sheet: a list in a cell's own rule may have no more than 255 signs.</summary>
    private Worksheet ListsOfChoices() => new(new SheetData(Enumerable.Range(0, columns.Max(column => column.Choices.Count))
        .Select(row => Row((uint)row + 1, [.. columns.Select(column => column.Choices.ElementAtOrDefault(row))], _ => SheetStyles.Words))));
}
