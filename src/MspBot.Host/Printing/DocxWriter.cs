using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace MspBot.Host.Printing;

/// <summary>Paragraphs and tables of a Word document; sizes are half points, widths twentieths of a point.</summary>
internal static class DocxWriter
{
    /// <summary>What a row of sums begins with: it is bold.</summary>
    internal const string Total = "Всего";

    /// <summary>Between the margins of a page that lies across.</summary>
    internal const int WidthAcross = 14570;

    private const int Normal = 24;
    private const int Small = 20;

    /// <summary>Between a cell's words and its border; not every program leaves any by itself.</summary>
    private const short Margin = 85;

    internal static OpenXmlElement Text(string text) => Paragraph(text, JustificationValues.Both, false, Normal, after: 120);

    /// <summary>One of a list.</summary>
    internal static OpenXmlElement Line(string text) => Paragraph(text, JustificationValues.Left, false, Normal, after: 60);

    /// <summary>Small, under a table; on one page with what follows.</summary>
    internal static OpenXmlElement Note(string text) =>
        WithNext(Paragraph(text, JustificationValues.Left, false, Small, after: 120, before: 60));

    /// <summary>Who signs, their hand, their name in full, the day.</summary>
    internal static Paragraph Signature(string who, int year) =>
        Paragraph($"{who}  _________________  /_______________________/   «____» ______________ {year} г.", JustificationValues.Left, false,
            Small, after: 0, before: 600);

    internal static OpenXmlElement Centred(string text, bool bold = false, int size = Normal) =>
        Paragraph(text, JustificationValues.Center, bold, size, after: 120);

    internal static OpenXmlElement Heading(string text, bool onNewPage = false)
    {
        var properties = new ParagraphProperties(new KeepNext());
        if (onNewPage) properties.Append(new PageBreakBefore());
        properties.Append(new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = 0 });
        return new Paragraph(properties, Run(text, true, Normal));
    }

    /// <summary>Eight millimetres: there is room to sign in a row.</summary>
    internal const uint ForHand = 454;

    /// <summary>A row of one cell goes over all columns, as the heading of those below it.</summary>
    /// <param name="widths">Of the columns.</param>
    /// <param name="header">Repeated on each page.</param>
    /// <param name="rows">Below it.</param>
    /// <param name="height">Of a row at least; 0: as high as its words.</param>
    internal static OpenXmlElement Table(int[] widths, string[] header, IEnumerable<string[]> rows, uint height = 0)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa }, Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = Margin, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = Margin, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        table.Append(Row(widths, header, head: true));
        table.Append(rows.Select(row => row.Length == 1 ? Section(widths, row[0]) : Row(widths, row, head: false, height)));
        // What stands below a table is not left alone on the next page.
        foreach (var paragraph in table.Elements<TableRow>().Last().Descendants<Paragraph>()) WithNext(paragraph);
        return table;
    }

    private static Paragraph WithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new();
        return paragraph;
    }

    /// <summary>A block on the left and one on the right, without lines around them; the first of each block's lines is bold.</summary>
    internal static OpenXmlElement Beside(int width, IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        Frameless([width * 3 / 5, width - width * 3 / 5], Block(left), Block(right));

    /// <summary>A picture, and what it is for beside it.</summary>
    internal static OpenXmlElement Beside(int width, int ofPicture, OpenXmlElement picture, IReadOnlyList<string> words) =>
        Frameless([ofPicture, width - ofPicture], [new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "120" }),
            new Run(picture))],
            [.. words.Select(line => Paragraph(line, JustificationValues.Left, false, Small, after: 40, before: 120))]);

    /// <summary>A4 upright, or across.</summary>
    internal static SectionProperties Page(string footer, bool across = false) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        across ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = 11906, Height = 16838 },
        across ? new PageMargin { Top = 1418, Right = 1134, Bottom = 850, Left = 1134, Header = 708, Footer = 567, Gutter = 0 }
            : new PageMargin { Top = 1134, Right = 850, Bottom = 1134, Left = 1418, Header = 708, Footer = 708, Gutter = 0 });

    internal static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(Run("1", false, Small)) { Instruction = "PAGE" }));

    internal static Styles Styles() => new(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
        new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" },
        new FontSize { Val = $"{Normal}" }, new Languages { Val = "ru-RU" }))));

    private static IReadOnlyList<Paragraph> Block(IReadOnlyList<string> lines) =>
        [.. lines.Select((line, nr) => Paragraph(line, JustificationValues.Left, bold: nr == 0, Normal, after: 60))];

    private static Table Frameless(int[] widths, params IReadOnlyList<Paragraph>[] cells) => new(
        new TableProperties(new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })),
        new TableRow([new TableRowProperties(new CantSplit()), .. cells.Select((cell, nr) => new TableCell(
            [Width(widths[nr]), .. cell.DefaultIfEmpty(new Paragraph())]))]));

    private static TableRow Row(int[] widths, string[] cells, bool head, uint height = 0)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (height > 0) properties.Append(new TableRowHeight { Val = height, HeightType = HeightRuleValues.AtLeast });
        if (head) properties.Append(new TableHeader());   // on each page again
        var row = new TableRow(properties);
        row.Append(cells.Select((cell, nr) => new TableCell(
            Width(widths[nr]), Paragraph(cell, head || IsNumber(cell) ? JustificationValues.Center
                : JustificationValues.Left, head || cells[0] == Total, Small, after: 0))));
        return row;
    }

    /// <summary>Never the last line of a page.</summary>
    private static TableRow Section(int[] widths, string heading)
    {
        var words = Paragraph(heading, JustificationValues.Center, true, Small, after: 40, before: 40);
        words.ParagraphProperties!.KeepNext = new();
        var width = Width(widths.Sum());
        width.GridSpan = new() { Val = widths.Length };
        return new TableRow(new TableRowProperties(new CantSplit()), new TableCell(width, words));
    }

    private static TableCellProperties Width(int width) => new(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });

    private static bool IsNumber(string cell) => cell.Length is > 0 and < 8 && (char.IsAsciiDigit(cell[0]) || cell == "—");

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static Paragraph Paragraph(string text, JustificationValues side, bool bold, int size, int after, int before = 0) => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" }, new Justification { Val = side }),
        Run(text, bold, size));

    private static Run Run(string text, bool bold, int size)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold());
        properties.Append(new FontSize { Val = $"{size}" });
        return new Run(properties, new WordText(LegalText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
    }
}
