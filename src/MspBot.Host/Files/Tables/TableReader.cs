using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Files.Tables;

/// <summary>
/// Reads the first sheet of a workbook as a table with headings, strictly: values only. Never throws because of what is in the file.
/// </summary>
internal sealed class TableReader
{
    /// <summary>A title may stand above the headings.</summary>
    private const int HeadingsWithin = 20;
    private const int FewestHeadings = 2;
    private const int MaxNamed = 8;
    private const int MaxHeading = 60;

    private readonly IReadOnlyList<TableColumn> columns;
    private readonly List<TableRow> rows = [];
    private readonly List<TableFault> faults = [];
    private readonly List<IReadOnlyList<SheetCell>> above = [];
    private readonly Dictionary<int, string> headings = [];
    private readonly HashSet<int> unread = [];
    private int headingRow;

    private TableReader(IReadOnlyList<TableColumn> columns) => this.columns = columns;

    internal static ReadTable Read(byte[] file, IReadOnlyList<TableColumn> columns)
    {
        if (WorkbookGate.Check(file) is { } fault) return new ReadTable.Refused(fault);
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            if (document.DocumentType is not (SpreadsheetDocumentType.Workbook or SpreadsheetDocumentType.Template)
                || document.WorkbookPart?.VbaProjectPart is not null) return new ReadTable.Refused(WorkbookFault.Macros);
            return new TableReader(columns).Read(new SheetRows(document));
        }
        catch (Exception e) when (WorkbookGate.IsOfTheFile(e))
        {
            return new ReadTable.Refused(IsWorkbook(file) ? WorkbookFault.Broken : WorkbookFault.NotWorkbook);
        }
    }

    private static bool IsWorkbook(byte[] file) => file.AsSpan().IndexOf("xl/workbook.xml"u8) >= 0;

    private ReadTable Read(SheetRows sheet)
    {
        var count = 0;
        foreach (var cells in sheet.Read())
        {
            if (headingRow == 0)
            {
                FindHeadings(cells);
                continue;
            }
            if (cells.All(cell => !headings.ContainsKey(cell.Column) && !unread.Contains(cell.Column))) continue;
            if (++count <= WorkbookGate.MaxRows) Add(cells);
        }
        if (headingRow == 0) return NoHeadings();
        var (missing, twice) = (Missing(headings.Values), Twice());
        if (missing.Count > 0 || twice.Count > 0) return new ReadTable.WrongColumns(missing, twice, Unread());
        if (count > WorkbookGate.MaxRows) return new ReadTable.Refused(WorkbookFault.TooManyRows, count);
        AddMerged(sheet.Merged);
        return count == 0 ? new ReadTable.Refused(WorkbookFault.NoRows)
            : new ReadTable.Rows(rows, [.. faults.OrderBy(fault => fault.Row)], Unread(), headings.Values.ToHashSet(), headingRow);
    }

    /// <summary>The first row that names at least two of our columns.</summary>
    private void FindHeadings(IReadOnlyList<SheetCell> cells)
    {
        if (cells.Count == 0 || above.Count >= HeadingsWithin) return;
        above.Add(cells);
        if (cells.Select(cell => Known(cell.Value.Text)).OfType<string>().Distinct().Count() < FewestHeadings) return;
        headingRow = cells[0].Row;
        foreach (var cell in cells)
        {
            if (Known(cell.Value.Text) is { } name) headings[cell.Column] = name;
            else if (!cell.Value.IsEmpty && !TableTexts.IsWhatToFix(cell.Value.Text)) unread.Add(cell.Column);
        }
    }

    private string? Known(string heading) => heading.Length > MaxHeading ? null : columns.FirstOrDefault(column =>
        column.OtherNames.Prepend(column.Name).Any(name => Folded.Same(name, heading.TrimEnd(' ', '*', ':', '.'))))?.Name;

    private ReadTable.WrongColumns NoHeadings() => new(Missing([]), [],
        [.. (above.FirstOrDefault() ?? []).Select(cell => Quoted(cell.Value.Text)).Where(text => text.Length > 0).Take(MaxNamed)]);

    private static string Quoted(string heading) => Ellipsis.Cut(heading, MaxHeading);

    private List<string> Missing(IEnumerable<string> there) =>
        [.. columns.Where(column => column.IsRequired && !there.Contains(column.Name)).Select(column => column.Name)];

    private List<string> Twice() => [.. headings.Values.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key)];

    private List<string> Unread() =>
        [.. above[^1].Where(cell => unread.Contains(cell.Column)).Select(cell => Quoted(cell.Value.Text)).Take(MaxNamed)];

    private void Add(IReadOnlyList<SheetCell> cells)
    {
        var row = new Dictionary<string, TableCell>();
        foreach (var cell in cells)
        {
            if (!headings.TryGetValue(cell.Column, out var name)) continue;
            row[name] = cell.Value with { IsFaulty = cell.HasFormula };
            if (cell.HasFormula) faults.Add(new(cell.Row, TableTexts.Formula(CellRange.Name(cell.Row, cell.Column))));
        }
        rows.Add(new(cells[0].Row, row));
    }

    /// <summary>Said once, where the range begins; what it covers is not asked about again.</summary>
    private void AddMerged(IReadOnlyList<CellRange> merged)
    {
        foreach (var range in merged.Where(range => range.LastRow >= headingRow && headings.Keys.Any(column =>
            column >= range.FirstColumn && column <= range.LastColumn)))
        {
            faults.Add(new(Math.Max(range.FirstRow, headingRow), TableTexts.Merged($"{range}")));
            foreach (var (row, nr) in rows.Select((row, nr) => (row, nr)).Where(it => range.Holds(it.row.Number,
                range.FirstColumn)).ToList())
            {
                var cells = new Dictionary<string, TableCell>(row.Cells);
                foreach (var (column, name) in headings.Where(it => range.Holds(row.Number, it.Key)))
                    cells[name] = cells.GetValueOrDefault(name, TableCell.Empty) with { IsFaulty = true };
                rows[nr] = row with { Cells = cells };
            }
        }
    }
}
