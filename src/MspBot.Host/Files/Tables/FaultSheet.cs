using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MspBot.Domain.Spelling;

namespace MspBot.Host.Files.Tables;

/// <summary>The same file as it came, with one more column: what is to be put right in each row.</summary>
internal static class FaultSheet
{
    private const double Width = 60;

    /// <summary>Null: the file takes no further column.</summary>
    /// <param name="file">That <see cref="TableReader"/> has read.</param>
    /// <param name="headingRow">Where it has found the headings.</param>
    /// <param name="faults">In the rows that they name.</param>
    /// <param name="shown">Hidden columns with these headings are shown: what is wrong stands in them.</param>
    internal static byte[]? Of(byte[] file, int headingRow, IReadOnlyList<TableFault> faults, params IReadOnlyList<string> shown)
    {
        try
        {
            using var copy = new MemoryStream();
            copy.Write(file);
            using (var document = SpreadsheetDocument.Open(copy, isEditable: true)) Write(document, (uint)headingRow, faults, shown);
            return copy.ToArray();
        }
        catch (Exception e) when (WorkbookGate.IsOfTheFile(e))
        {
            return null;
        }
    }

    private static void Write(SpreadsheetDocument document, uint headingRow, IReadOnlyList<TableFault> faults, IReadOnlyList<string> shown)
    {
        var sheet = SheetRows.First(document.WorkbookPart!).Worksheet!;
        var words = document.WorkbookPart!.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>()
            .Select(item => OneLine.Of(item.InnerText)).ToList() ?? [];
        var rows = sheet.GetFirstChild<SheetData>()!.Elements<Row>().ToList();
        Number(rows);
        var byNumber = rows.GroupBy(row => row.RowIndex!.Value).ToDictionary(same => same.Key, same => same.First());
        var heading = byNumber[headingRow];
        var earlier = heading.Elements<Cell>().FirstOrDefault(cell => TableTexts.IsWhatToFix(Said(cell, words)));
        var column = earlier is null ? rows.SelectMany(row => row.Elements<Cell>()).Max(Column) + 1 : Column(earlier);
        var style = Style(document.WorkbookPart!);

        foreach (var row in rows) row.Elements<Cell>().FirstOrDefault(cell => Column(cell) == column)?.Remove();
        Put(heading, column, TableTexts.WhatToFix, style);
        foreach (var ofRow in faults.GroupBy(fault => fault.Row))
        {
            if (byNumber.TryGetValue((uint)ofRow.Key, out var row) && row != heading) Put(row, column, TableTexts.InFile(ofRow), style);
        }
        Widen(sheet, column);
        foreach (var cell in heading.Elements<Cell>().Where(cell => shown.Contains(Said(cell, words)))) Show(sheet, (uint)Column(cell));
        sheet.GetFirstChild<SheetDimension>()?.Remove();
    }

    /// <summary>Rows and cells need not say where they stand: then they follow one another.</summary>
    private static void Number(IReadOnlyList<Row> rows)
    {
        var number = 0u;
        foreach (var row in rows)
        {
            number = row.RowIndex?.Value ?? number + 1;
            row.RowIndex = number;
            var column = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                column = CellRange.Read(cell.CellReference?.Value)?.FirstColumn ?? column + 1;
                cell.CellReference = CellRange.Name((int)number, column);
            }
        }
    }

    private static void Put(Row row, int column, string words, uint? style)
    {
        var cell = new Cell(new InlineString(new Text(words) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = CellRange.Name((int)row.RowIndex!.Value, column),
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
        if (row.Elements<Cell>().LastOrDefault(other => Column(other) < column) is { } before) row.InsertAfter(cell, before);
        else row.PrependChild(cell);
        row.Spans = null;
        // As high as its words need.
        row.CustomHeight = null;
        row.Height = null;
    }

    /// <summary>Red words that are wrapped; null where the file has no styles to add it to.</summary>
    private static uint? Style(WorkbookPart book)
    {
        if (book.WorkbookStylesPart?.Stylesheet is not { Fonts: { } fonts, CellFormats: { } formats }) return null;
        fonts.Append(new Font(new FontSize { Val = 11 }, new Color { Rgb = "FFC00000" }, new FontName { Val = "Calibri" }));
        fonts.Count = (uint)fonts.ChildElements.Count;
        formats.Append(new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            FontId = fonts.Count.Value - 1,
            ApplyFont = true,
            ApplyAlignment = true,
        });
        formats.Count = (uint)formats.ChildElements.Count;
        return formats.Count.Value - 1;
    }

    private static void Widen(Worksheet sheet, int column)
    {
        var columns = sheet.GetFirstChild<Columns>() ?? sheet.InsertBefore(new Columns(), sheet.GetFirstChild<SheetData>()!);
        // What other columns share with it is left as it is.
        if (columns.Elements<Column>().Any(other => Holds(other, (uint)column))) return;
        var wide = new Column { Min = (uint)column, Max = (uint)column, Width = Width, CustomWidth = true };
        if (columns.Elements<Column>().LastOrDefault(other => other.Max?.Value < column) is { } before) columns.InsertAfter(wide, before);
        else columns.PrependChild(wide);
    }

    private static void Show(Worksheet sheet, uint column)
    {
        foreach (var hidden in sheet.GetFirstChild<Columns>()!.Elements<Column>().Where(other => Holds(other, column)))
            hidden.Hidden = null;
    }

    private static bool Holds(Column columns, uint column) => columns.Min?.Value <= column && columns.Max?.Value >= column;

    private static int Column(Cell cell) => CellRange.Read(cell.CellReference?.Value)?.FirstColumn ?? 0;

    private static string Said(Cell cell, List<string> words) => cell.DataType?.Value == CellValues.SharedString
        ? int.TryParse(cell.CellValue?.Text, out var nr) && nr < words.Count ? words[nr] : ""
        : OneLine.Of(cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "");
}
