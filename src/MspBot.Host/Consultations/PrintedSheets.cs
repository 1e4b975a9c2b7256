using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Host.Consultations;

/// <summary>A workbook that can be put on paper: each sheet across, as wide as the page.</summary>
internal static class PrintedSheets
{
    private const uint A4 = 9;

    internal static byte[] Of(byte[] xlsx)
    {
        using var file = new MemoryStream();
        file.Write(xlsx);
        using (var book = SpreadsheetDocument.Open(file, isEditable: true))
        {
            foreach (var part in book.WorkbookPart!.WorksheetParts) Fit(part.Worksheet!);
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
}
