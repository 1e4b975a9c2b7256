using System.Diagnostics;
using System.Text.RegularExpressions;
using MspBot.Data.Plan;
using MspBot.Host.Files.Tables;
using MspBot.Host.Plan.Papers;
using MspBot.Tests.Plan.Papers;
using Xunit;
using Styles = DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Tests.Files.Tables;

/// <summary>Tables that are well formed and unreasonable: what is read of them has an end, and what is said fits into a message.</summary>
public sealed partial class TableBoundsTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static readonly IReadOnlyList<TableColumn> Columns = [new("Мероприятие"), new("Срок")];

    [Fact]
    public void Of_a_row_a_hundred_cells_are_read_and_of_a_cell_a_thousand_signs()
    {
        var wide = Enumerable.Range(0, 16_000).Select(n => (object?)$"{n}").ToArray();
        var table = Read(Workbooks.Of(["Мероприятие", "Срок", .. wide], [new string('я', 30_000), "май", .. wide]));
        Assert.InRange(table.All[0]["Мероприятие"].Text.Length, 900, SheetRows.MaxWords + 1);
        Assert.Equal(8, table.Unread.Count);
    }

    [Fact]
    public void Headings_that_are_quoted_are_cut()
    {
        var endless = new string('ю', 20_000);
        Assert.All(Read(Workbooks.Of(["Мероприятие", "Срок", endless], ["а", "б", "в"])).Unread,
            name => Assert.InRange(name.Length, 1, 61));
        var wrong = Assert.IsType<ReadTable.WrongColumns>(TableReader.Read(Workbooks.Of([endless, endless], ["а", "б"]), Columns));
        Assert.InRange(TableTexts.Wrong(wrong).ToString().Length, 1, 400);
    }

    [Fact]
    public void A_format_without_end_is_none_and_takes_no_time()
    {
        var began = Stopwatch.GetTimestamp();
        var formats = new DateFormats(new Styles.Stylesheet(
            new Styles.NumberingFormats(new Styles.NumberingFormat { NumberFormatId = 200, FormatCode = new string('[', 4_000_000) + "d" }),
            new Styles.CellFormats(new Styles.CellFormat { NumberFormatId = 200 })));
        Assert.Equal(DateFormats.Shown.Number, formats.Of(0));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Joined_cells_without_end_are_not_all_told()
    {
        object?[][] rows = [["Мероприятие", "Срок"], .. Enumerable.Range(0, 400).Select(n => new object?[] { $"{n}", "май" })];
        var began = Stopwatch.GetTimestamp();
        var table = Read(Workbooks.Of(rows, [.. Enumerable.Range(0, 9_000).Select(n => $"A{n % 400 + 2}:B{n % 400 + 2}")]));
        Assert.Equal(SheetRows.MaxMerged, table.Faults.Count);
        var back = FaultSheet.Of(Workbooks.Of(rows), 1, [.. Enumerable.Range(0, 5_000).Select(n => new TableFault(2, $"{n} нет"))])!;
        Assert.InRange(Workbooks.Words(back)[1][^1].Length, 1, 1001);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Rows_and_columns_that_do_not_say_where_they_stand_get_their_faults_beside_them()
    {
        const string columns = "<x:cols><x:col width=\"9\" /><x:col min=\"2\" max=\"2\" /></x:cols>";
        var file = Workbooks.With(Workbooks.Of(["Мероприятие", "Срок"], ["а", ""], ["б", "май"]), Sheet, xml =>
            References().Replace(xml, "").Replace("<x:sheetData>", $"{columns}<x:sheetData>", StringComparison.Ordinal));
        var back = FaultSheet.Of(file, 1, [new(2, "не указан срок")])!;
        Assert.Equal(["Мероприятие", "Срок", "Что исправить"], Workbooks.Words(back)[0]);
        Assert.Equal("Не указан срок.", Workbooks.Words(back)[1][2]);
    }

    /// <summary>Real tables of the bot with parts of their XML gone, doubled or exchanged: read or refused, and sent back or not.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void No_mutation_of_a_real_table_throws(int seed)
    {
        var random = new Random(seed);
        byte[][] real =
        [
            PlanSheet.Xlsx(PaperSamples.Stamp, PaperSamples.Sampled, ItemScope.All, PaperSamples.Turnout, PaperSamples.Zone,
                PaperSamples.Now),
            Workbooks.Of([ImportCast.Header, ["а", null, new DateOnly(2026, 10, 15)], ["б", new Formula("A1", "май")]], ["A2:A3"],
                shared: true),
        ];
        string[] parts = [Sheet, Sheet, Sheet, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"];
        var read = 0;
        for (var round = 0; round < 150; round++)
        {
            var file = real[random.Next(real.Length)];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                file = Workbooks.With(file, parts[random.Next(parts.Length)], xml => Mutated(xml, random));
            if (TableReader.Read(file, PlanSheet.Read) is not ReadTable.Rows table) continue;
            read++;
            var (_, faults) = PlanSheetCheck.Of(table, new(PaperSamples.Year, PaperSamples.Stamp, [], []));
            TableTexts.Faults([.. faults, new(table.HeadingRow + 1, "не то")]);
            FaultSheet.Of(file, table.HeadingRow, [.. faults, new(table.HeadingRow + 1, "не то")], PlanSheet.Code);
        }
        Assert.InRange(read, 5, 149);
    }

    private static string Mutated(string xml, Random random)
    {
        var found = (random.Next(3) == 0 ? Elements() : Attributes()).Matches(xml);
        if (found.Count == 0) return xml;
        var (one, other) = (found[random.Next(found.Count)], found[random.Next(found.Count)]);
        return random.Next(4) switch
        {
            0 => xml.Remove(one.Index, one.Length),
            1 => xml.Insert(one.Index, other.Value),
            2 => xml.Remove(one.Index, one.Length).Insert(one.Index, other.Value),
            _ => xml.Remove(one.Index, one.Length).Insert(one.Index, one.Value.Replace("1", "-99999999999", StringComparison.Ordinal)),
        };
    }

    private static ReadTable.Rows Read(byte[] file) => Assert.IsType<ReadTable.Rows>(TableReader.Read(file, Columns));

    [GeneratedRegex(@" r=""[A-Z]*[0-9]+""")]
    private static partial Regex References();

    [GeneratedRegex(@" [A-Za-z:]+=""[^""]*""")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"<[^<>]+>")]
    private static partial Regex Elements();
}
