using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Host.Printing;

/// <summary>How cells of <see cref="SheetWriter"/> look, by their number in the workbook.</summary>
internal static class SheetStyles
{
    internal const uint Words = 1;
    internal const uint Heading = 2;
    internal const uint Grey = 3;
    internal const uint GreyDay = 4;
    internal const uint GreyNumber = 5;
    internal const uint Number = 6;

    private const uint FormatOfWords = 49;
    private const uint FormatOfDays = 164;

    internal static Stylesheet Of() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = FormatOfDays, FormatCode = "dd.mm.yyyy" }) { Count = 1 },
        new Fonts(Font(), Font(bold: true), Font(color: "FF595959")) { Count = 3 },
        new Fills(Fill(null), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FFDDE7F0"), Fill("FFF2F2F2"))
        { Count = 4 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lines())
        { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(), Format(FormatOfWords, 0, 0), Format(FormatOfWords, 1, 2), Format(FormatOfWords, 2, 3),
            Format(FormatOfDays, 2, 3), Format(0, 2, 3), Format(0, 0, 0))
        { Count = 7 });

    private static CellFormat Format(uint number, uint font, uint fill) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = 1,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };

    private static Font Font(bool bold = false, string color = "FF000000")
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new Color { Rgb = color }, new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Fill(string? color) => color is null ? new(new PatternFill { PatternType = PatternValues.None })
        : new(new PatternFill(new ForegroundColor { Rgb = color }) { PatternType = PatternValues.Solid });

    private static Border Lines()
    {
        const string grey = "FFBFBFBF";
        return new(
            new LeftBorder(new Color { Rgb = grey }) { Style = BorderStyleValues.Thin },
            new RightBorder(new Color { Rgb = grey }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = grey }) { Style = BorderStyleValues.Thin },
            new BottomBorder(new Color { Rgb = grey }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
    }
}
