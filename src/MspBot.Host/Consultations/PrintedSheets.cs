using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Host.Consultations;

/// <summary>A workbook that can be put on paper: each sheet across, as wide as the page.</summary>
internal static class PrintedSheets
{
    private const uint A4 = 9;
    private const double LineHeight = 15;

    /// <param name="xlsx">The workbook.</param>
    /// <param name="tall">Whether its cells are wrapped: not every program finds the height of such a row by itself.</param>
    internal static byte[] Of(byte[] xlsx, bool tall = false)
    {
        using var file = new MemoryStream();
        file.Write(xlsx);
        using (var book = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var sheet in book.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!))
            {
                Fit(sheet);
                if (tall) Stretch(sheet);
            }
        }
        return file.ToArray();
    }

    private static void Fit(Worksheet sheet)
    {
        sheet.SheetProperties ??= new();
        sheet.SheetProperties.PageSetupProperties = new() { FitToPage = true };
        // The format prescribes the order: behind the rows and their filter.
        var behind = (DocumentFormat.OpenXml.OpenXmlElement?)sheet.GetFirstChild<AutoFilter>() ?? sheet.GetFirstChild<SheetData>();
        sheet.InsertAfter(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }, behind);
    }

    private static void Stretch(Worksheet sheet)
    {
        var widths = sheet.GetFirstChild<Columns>()!.Elements<Column>().Select(c => c.Width?.Value ?? 10).ToList();
        foreach (var row in sheet.GetFirstChild<SheetData>()!.Elements<Row>())
        {
            var lines = row.Elements<Cell>().Zip(widths, (cell, width) => Math.Ceiling((cell.CellValue?.Text.Length ?? 0) * 1.1 / width)).DefaultIfEmpty(1).Max();
            if (lines > 1) (row.Height, row.CustomHeight) = (lines * LineHeight, true);
        }
    }
}
