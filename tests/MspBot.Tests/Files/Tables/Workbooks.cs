using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MspBot.Host.Files.Tables;

namespace MspBot.Tests.Files.Tables;

/// <summary>A cell with a formula; what it came to last is stored beside it, as spreadsheets do.</summary>
internal sealed record Formula(string Text, string Result);

/// <summary>A date that is shown as «октябрь 2026».</summary>
internal sealed record MonthShown(DateOnly Day);

/// <summary>Workbooks of tests, made anew: none lies in the repository.</summary>
internal static class Workbooks
{
    private const uint Day = 1, Month = 2;

    /// <param name="rows">Strings, numbers, days, <see cref="Formula"/>, <see cref="MonthShown"/> or null.</param>
    internal static byte[] Of(params IReadOnlyList<object?>[] rows) => Of(rows, merged: []);

    internal static byte[] Of(
        IReadOnlyList<IReadOnlyList<object?>> rows, IReadOnlyList<string> merged,
        SpreadsheetDocumentType type = SpreadsheetDocumentType.Workbook, bool from1904 = false, bool shared = false)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, type))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            if (from1904) book.Workbook.Append(new WorkbookProperties { Date1904 = true });
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var words = new List<string>();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select((row, nr) => Row(row, nr + 1, from1904, shared ? words : null))));
            if (merged.Count > 0)
                sheet.Worksheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
            if (shared)
                book.AddNewPart<SharedStringTablePart>().SharedStringTable =
                    new SharedStringTable(words.Select(word => new SharedStringItem(new Text(word))));
            book.Workbook.Append(new Sheets(new Sheet { Name = "Лист1", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }
        return file.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    /// <summary>The same workbook with another part of it changed.</summary>
    internal static byte[] With(byte[] xlsx, string entry, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(xlsx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var found = zip.GetEntry(entry) ?? zip.CreateEntry(entry);
            using var content = found.Open();
            using var reader = new StreamReader(content, leaveOpen: true);
            var text = change(reader.ReadToEnd());
            content.SetLength(0);
            content.Write(Encoding.UTF8.GetBytes(text));
        }
        return file.ToArray();
    }

    /// <summary>The first sheet as rows of words, hidden columns too.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Words(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var rows = new SheetRows(document).Read().ToList();
        var width = rows.SelectMany(row => row).Max(cell => cell.Column);
        return [.. rows.Select(row => (IReadOnlyList<string>)[.. Enumerable.Range(1, width).Select(column =>
            row.Where(cell => cell.Column == column).Select(cell => cell.Value.Text).FirstOrDefault() ?? "")])];
    }

    private static Row Row(IReadOnlyList<object?> values, int number, bool from1904, List<string>? words) => new(values
        .Select((value, nr) => Cell(value, CellRange.Name(number, nr + 1), from1904, words)).OfType<Cell>())
    { RowIndex = (uint)number };

    private static Cell? Cell(object? value, string reference, bool from1904, List<string>? words) => value switch
    {
        null => null,
        string text when words is not null => new(new CellValue(Shared(text, words)))
        { CellReference = reference, DataType = CellValues.SharedString },
        string text => new(new InlineString(new Text(text))) { CellReference = reference, DataType = CellValues.InlineString },
        DateOnly day => new(new CellValue(Serial(day, from1904))) { CellReference = reference, StyleIndex = Day },
        MonthShown shown => new(new CellValue(Serial(shown.Day, from1904))) { CellReference = reference, StyleIndex = Month },
        Formula formula => new(new CellFormula(formula.Text), new CellValue(formula.Result))
        { CellReference = reference, DataType = CellValues.String },
        _ => new(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { CellReference = reference },
    };

    private static int Shared(string text, List<string> words)
    {
        words.Add(text);
        return words.Count - 1;
    }

    private static double Serial(DateOnly day, bool from1904) => day.ToDateTime(default).ToOADate() - (from1904 ? 1462 : 0);

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "[$-419]mmmm\\ yyyy;@" }) { Count = 1 },
        new Fonts(new Font()) { Count = 1 }, new Fills(new Fill()) { Count = 1 }, new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 170 }) { Count = 3 });
}
