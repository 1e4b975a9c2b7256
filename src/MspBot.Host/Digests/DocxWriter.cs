using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace MspBot.Host.Digests;

/// <summary>Paragraphs and tables of a Word document; sizes are half points, widths twentieths of a point.</summary>
internal static class DocxWriter
{
    private const int Normal = 24;
    private const int Small = 20;

    internal static OpenXmlElement Text(string text) => Paragraph(text, JustificationValues.Both, false, Normal, after: 120);

    /// <summary>Small, under a table.</summary>
    internal static OpenXmlElement Note(string text) => Paragraph(text, JustificationValues.Left, false, Small, after: 120, before: 60);

    /// <summary>Who signs, their hand, their name in full, the day.</summary>
    internal static OpenXmlElement Signature(string who, int year) =>
        Paragraph($"{who}  _________________  /_______________________/   «____» ______________ {year} г.", JustificationValues.Left, false,
            Small, after: 0, before: 600);

    internal static OpenXmlElement Centred(string text, bool bold = false, int size = Normal) =>
        Paragraph(text, JustificationValues.Center, bold, size, after: 120);

    internal static OpenXmlElement Heading(string text) => new Paragraph(
        new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = 0 }),
        Run(text, true, Normal));

    internal static OpenXmlElement Table(int[] widths, string[] header, IEnumerable<string[]> rows)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa }, Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        table.Append(Row(widths, header, head: true));
        table.Append(rows.Select(row => Row(widths, row, head: false)));
        return table;
    }

    /// <summary>A4 upright.</summary>
    internal static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Right = 850, Bottom = 1134, Left = 1418, Header = 708, Footer = 708, Gutter = 0 });

    internal static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(Run("1", false, Small)) { Instruction = "PAGE" }));

    internal static Styles Styles() => new(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
        new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" },
        new FontSize { Val = $"{Normal}" }, new Languages { Val = "ru-RU" }))));

    private static TableRow Row(int[] widths, string[] cells, bool head)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head) properties.Append(new TableHeader());   // on each page again
        var row = new TableRow(properties);
        row.Append(cells.Select((cell, nr) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{widths[nr]}", Type = TableWidthUnitValues.Dxa }),
            Paragraph(cell, head || IsNumber(cell) ? JustificationValues.Center
                : JustificationValues.Left, head || cells[0] == SheetTexts.Total, Small, after: 0))));
        return row;
    }

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
        return new Run(properties, new WordText(Legal(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>What XML cannot hold is left out: people type anything.</summary>
    private static string Legal(string text) => new([.. text.Where((c, nr) => System.Xml.XmlConvert.IsXmlChar(c)
        || (char.IsHighSurrogate(c) && nr + 1 < text.Length && char.IsLowSurrogate(text[nr + 1]))
        || (char.IsLowSurrogate(c) && nr > 0 && char.IsHighSurrogate(text[nr - 1])))]);
}
