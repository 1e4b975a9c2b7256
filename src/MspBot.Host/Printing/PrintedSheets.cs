using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Host.Printing;

/// <summary>
/// A workbook that can be put on paper: each sheet across, as wide as the page, its header on every page, long words wrapped.
/// </summary>
internal static class PrintedSheets
{
    private const uint A4 = 9;
    private const double LineHeight = 15;

    /// <summary>Of a column's width, which is in digits: what words and the filter's arrow leave unused.</summary>
    private const double Spare = 1.5;

    internal static byte[] Of(byte[] xlsx, string title)
    {
        using var file = new MemoryStream();
        file.Write(xlsx);
        using (var book = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var main = book.WorkbookPart!;
            foreach (var part in main.WorksheetParts)
            {
                Fit(part.Worksheet!, title);
                double[] widths = [.. part.Worksheet!.Descendants<Column>().Select(c => c.Width!.Value)];
                foreach (var row in part.Worksheet.Descendants<Row>())
                {
                    MakeRoom(row, widths);
                    Frame(row);
                }
            }
            RepeatHeaders(main.Workbook!);
            Wrap(main.WorkbookStylesPart!.Stylesheet!);
        }
        return file.ToArray();
    }

    private static void Fit(Worksheet sheet, string title)
    {
        sheet.SheetProperties ??= new();
        sheet.SheetProperties.PageSetupProperties = new() { FitToPage = true };
        // The format prescribes the order: behind the rows and their filter.
        var behind = (OpenXmlElement?)sheet.GetFirstChild<AutoFilter>() ?? sheet.GetFirstChild<SheetData>();
        var page =
            sheet.InsertAfter(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
                behind);
        sheet.InsertAfter(new HeaderFooter { OddHeader = new($"&L{title}&R&A"), OddFooter = new("&R&P") }, page);
    }

    /// <summary>Not every program makes room for a second line by itself.</summary>
    private static void MakeRoom(Row row, double[] widths)
    {
        var lines = row.Elements<Cell>().Where(cell => cell.DataType?.Value == CellValues.String)
            .Select(cell => Lines(cell.InnerText, widths[cell.CellReference!.Value![0] - 'A'] - Spare)).Append(1).Max();
        if (lines == 1) return;
        row.Height = lines * LineHeight;
        row.CustomHeight = true;
    }

    /// <summary>What is empty has its lines around it as well.</summary>
    private static void Frame(Row row)
    {
        if (row.Elements<Cell>().FirstOrDefault(cell => cell.DataType?.Value == CellValues.String) is not { StyleIndex: { } style }) return;
        foreach (var cell in row.Elements<Cell>().Where(cell => cell.StyleIndex is null || cell.StyleIndex == 0)) cell.StyleIndex =
            style.Value;
    }

    private static int Lines(string text, double room) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / room)));

    private static void RepeatHeaders(Workbook book)
    {
        var names = book.DefinedNames ??= new();
        foreach (var (sheet, nr) in book.Sheets!.Elements<Sheet>().Select((s, nr) => (s, nr)))
            names.Append(new DefinedName($"'{sheet.Name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)nr });
    }

    private static void Wrap(Stylesheet styles)
    {
        foreach (var format in styles.CellFormats!.Elements<CellFormat>())
        {
            format.Alignment = new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
            format.ApplyAlignment = true;
        }
    }
}
