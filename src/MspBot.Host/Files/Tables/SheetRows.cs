using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Files.Tables;

/// <summary>One cell of a sheet, wherever it stands.</summary>
internal readonly record struct SheetCell(int Row, int Column, TableCell Value, bool HasFormula);

/// <summary>Reads the cells of a workbook's first sheet row by row, without building it in memory.</summary>
internal sealed class SheetRows
{
    private const int DaysTo1904 = 1462;

    /// <summary>More of a row, of a cell's words and of joined cells is not read: a small file can hold millions.</summary>
    internal const int MaxCells = 100;
    internal const int MaxWords = 1000;
    internal const int MaxMerged = 500;

    private readonly WorksheetPart sheet;
    private readonly List<string> words;
    private readonly DateFormats formats;
    private readonly int epoch;

    /// <exception cref="InvalidDataException">There is no sheet with cells.</exception>
    internal SheetRows(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        sheet = First(book);
        words = Words(book.SharedStringTablePart);
        formats = new(book.WorkbookStylesPart?.Stylesheet);
        epoch = book.Workbook?.WorkbookProperties?.Date1904?.Value == true ? DaysTo1904 : 0;
    }

    /// <summary>Cells joined into one, known once <see cref="Read"/> has come to the end.</summary>
    internal List<CellRange> Merged { get; } = [];

    internal static WorksheetPart First(WorkbookPart book) =>
        book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is { } id && book.TryGetPartById(id, out var part)
        && part is WorksheetPart found ? found : throw new InvalidDataException("the first sheet has no cells");

    internal IEnumerable<IReadOnlyList<SheetCell>> Read()
    {
        using var reader = OpenXmlReader.Create(sheet);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row))
            {
                var row = (Row)reader.LoadCurrentElement()!;
                number = row.RowIndex?.Value is { } index and < int.MaxValue ? (int)index : number + 1;
                yield return Cells(row, number);
            }
            else if (reader.ElementType == typeof(MergeCell) && Merged.Count < MaxMerged
                && CellRange.Read(((MergeCell)reader.LoadCurrentElement()!).Reference?.Value) is { } merged)
            {
                Merged.Add(merged);
            }
        }
    }

    private List<SheetCell> Cells(Row row, int number)
    {
        var (cells, column) = (new List<SheetCell>(), 0);
        foreach (var cell in row.Elements<Cell>())
        {
            column = CellRange.Read(cell.CellReference?.Value)?.FirstColumn ?? column + 1;
            var value = Value(cell);
            if (cells.Count == MaxCells) break;
            if (!value.IsEmpty || cell.CellFormula is not null) cells.Add(new(number, column, value, cell.CellFormula is not null));
        }
        return cells;
    }

    private TableCell Value(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value ?? CellValues.Number;
        if (kind == CellValues.SharedString)
            return TableCell.OfText(Index(raw) is { } nr && nr < words.Count ? words[nr] : "");
        if (kind == CellValues.InlineString) return TableCell.OfText(Line(Plain(cell.InlineString)));
        if (kind == CellValues.Boolean) return new(raw == "1" ? "да" : "нет");
        if (kind != CellValues.Number) return TableCell.OfText(Line(kind == CellValues.Date ? raw.Split('T')[0] : raw));
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture,
            out var number)) return TableCell.OfText(Line(raw));
        var shown = formats.Of(cell.StyleIndex?.Value);
        return shown != DateFormats.Shown.Number && TableCell.OfDate(number + epoch, shown == DateFormats.Shown.Month) is { } date
            ? date : TableCell.OfNumber(number);
    }

    private static int? Index(string raw) => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var nr) ? nr : null;

    private static List<string> Words(SharedStringTablePart? part)
    {
        var all = new List<string>();
        if (part is null) return all;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
                all.Add(Line(Plain((SharedStringItem)reader.LoadCurrentElement()!)));
        }
        return all;
    }

    private static string Line(string words) => Ellipsis.Cut(OneLine.Of(Ellipsis.Cut(words, 2 * MaxWords)), MaxWords);

    /// <summary>Without the reading aids that East Asian words carry.</summary>
    private static string Plain(RstType? text) => text is null ? ""
        : string.Concat(text.Elements<Text>().Select(t => t.Text).Concat(text.Elements<Run>().Select(run => run.Text?.Text ?? "")));
}
