using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MspBot.Host.Files.Tables;
using Xunit;

namespace MspBot.Tests.Files.Tables;

/// <summary>What people send as a table: read as it is meant, or refused with a reason; nothing that is in a file throws.</summary>
public sealed class TableReaderTests
{
    private static readonly IReadOnlyList<TableColumn> Columns =
        [new("Мероприятие"), new("Срок", OtherNames: ["Сроки"]), new("Код", IsRequired: false)];

    private static readonly object?[] Header = ["Мероприятие", "Срок", "Код"];

    [Theory, InlineData(false), InlineData(true)]
    public void Dates_are_read_as_dates_as_words_and_as_numbers_of_days(bool from1904)
    {
        var day = new DateOnly(2026, 10, 15);
        var rows = Read(Workbooks.Of([Header, ["а", day], ["б", "15.10.2026"], ["в", 46310], ["г", new MonthShown(day)], ["д",
            "2026-10-15"]],
            [], from1904: from1904)).All;
        Assert.All(rows, row => Assert.Equal(day, row["Срок"].Day));
        Assert.Equal(["г"], rows.Where(row => row["Срок"].ShowsMonth).Select(row => row["Мероприятие"].Text));
        Assert.Equal("15.10.2026", rows[0]["Срок"].Text);
        Assert.Equal([2, 3, 4, 5, 6], rows.Select(row => row.Number));
    }

    [Fact]
    public void Words_are_read_on_one_line_shared_ones_too_and_numbers_as_words()
    {
        var rows = Read(Workbooks.Of([Header, ["  Круглый\n стол ", "12,5", null], ["=2+3", 12.5]], [], shared: true)).All;
        Assert.Equal(["Круглый стол", "=2+3"], rows.Select(row => row["Мероприятие"].Text));
        Assert.Equal([12.5, 12.5], rows.Select(row => row["Срок"].Number!.Value));
        Assert.Equal("12,5", rows[1]["Срок"].Text);
        Assert.True(rows[0]["Код"].IsEmpty);
    }

    [Fact]
    public void Headings_are_found_below_a_title_in_any_order_and_by_their_other_names()
    {
        var table = Read(Workbooks.Of(["План работы площадки"], [], ["сроки:", "Примечание", "МЕРОПРИЯТИЕ "], ["октябрь", "да", "Стол"]));
        Assert.Equal((3, "Стол", "октябрь"), (table.HeadingRow, table.All[0]["Мероприятие"].Text, table.All[0]["Срок"].Text));
        Assert.Equal(["Примечание"], table.Unread);
        Assert.DoesNotContain("Код", table.Columns);
    }

    [Fact]
    public void Columns_that_are_missing_unknown_or_there_twice_are_all_named()
    {
        var wrong = Assert.IsType<ReadTable.WrongColumns>(TableReader.Read(Workbooks.Of(["Событие", "Когда"], ["Стол", "октябрь"]),
            Columns));
        Assert.Equal(["Мероприятие", "Срок"], wrong.Missing);
        Assert.Equal(["Событие", "Когда"], wrong.Unknown);
        wrong = Assert.IsType<ReadTable.WrongColumns>(
            TableReader.Read(Workbooks.Of(["Мероприятие", "Срок", "Сроки", "Кто"], ["а", "б", "в"]), Columns));
        Assert.Empty(wrong.Missing);
        Assert.Equal(["Срок"], wrong.Twice);
        Assert.Equal(["Кто"], wrong.Unknown);
        var said = TableTexts.Wrong(new(["Срок", "Форма"], ["Код"], ["Когда <&>"])).ToString();
        Assert.Equal("Не хватает столбцов: Срок и Форма.\nСтоят два раза: Код.\nНезнакомые столбцы: Когда &lt;&amp;&gt;.\n" +
            "Нужен первый лист с заголовками в одной строке.", said);
    }

    [Fact]
    public void Formulas_and_merged_cells_are_faults_of_their_rows_and_are_not_asked_about_twice()
    {
        var table = Read(Workbooks.Of([Header, ["а", new Formula("A1&B1", "октябрь")], ["б", "май", "1"], [null, null, "2"]], ["A3:B4"]));
        Assert.Equal([(2, "формула (B2), а нужно значение: скопируйте и вставьте «только значения»"),
            (3, "объединены ячейки A3:B4: разъедините их")], table.Faults.Select(f => (f.Row, f.Words)));
        Assert.True(table.All[0]["Срок"].IsFaulty);
        Assert.True(table.All[2]["Мероприятие"] is { IsFaulty: true, IsEmpty: true });
        Assert.False(table.All[0]["Мероприятие"].IsFaulty);
    }

    [Fact]
    public void Five_hundred_rows_are_read_and_501_are_refused_empty_ones_do_not_count()
    {
        object?[][] many = [.. Enumerable.Range(1, 500).Select(n => new object?[] { $"Пункт {n}", "май" })];
        Assert.Equal(500, Read(Workbooks.Of([Header, .. many, [null], ["", " "]])).All.Count);
        Assert.Equal(new ReadTable.Refused(WorkbookFault.TooManyRows, 501), TableReader.Read(Workbooks.Of([Header, .. many, ["ещё",
            "май"]]), Columns));
        Assert.Equal("В файле 501 строка, а можно до 500.", TableTexts.Refused(WorkbookFault.TooManyRows, 501));
        Assert.Equal(new ReadTable.Refused(WorkbookFault.NoRows), TableReader.Read(Workbooks.Of(Header), Columns));
    }

    private static readonly Dictionary<string, (WorkbookFault Fault, Func<byte[]> File)> Bad = new()
    {
        ["xls"] = (WorkbookFault.OldFormat, () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]),
        ["password"] = (WorkbookFault.Encrypted, () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600],
            .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]),
        ["macros"] = (WorkbookFault.Macros, () => Workbooks.Of([Header, ["а", "май"]], [], SpreadsheetDocumentType.MacroEnabledWorkbook)),
        ["macros under another type"] = (WorkbookFault.Macros, Hidden),
        ["png"] = (WorkbookFault.NotWorkbook, () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100]]),
        ["csv"] = (WorkbookFault.NotWorkbook, () => Encoding.UTF8.GetBytes("Мероприятие;Срок\nа;май")),
        ["html"] = (WorkbookFault.NotWorkbook, () => Encoding.UTF8.GetBytes("<html><table><tr><td>а</td></tr></table></html>")),
        ["nothing"] = (WorkbookFault.NotWorkbook, () => []),
        ["docx"] = (WorkbookFault.NotWorkbook, Docx),
        ["any zip"] = (WorkbookFault.NotWorkbook, () => Workbooks.Zip(("a.txt", [1, 2, 3]))),
        ["ods"] = (WorkbookFault.NotWorkbook, () => Workbooks.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", "<a/>"u8.ToArray()))),
        ["cut off"] = (WorkbookFault.Broken, () => Workbooks.Of(Header, ["а", "май"])[..^60]),
        ["bad xml"] = (WorkbookFault.Broken, () => Workbooks.With(Workbooks.Of(Header, ["а", "май"]), Sheet, xml => xml[..^30])),
        ["entities"] = (WorkbookFault.Broken, () => Workbooks.With(Workbooks.Of(Header, ["а", "май"]), Sheet, Entities)),
        ["nested without end"] = (WorkbookFault.Broken, () => Workbooks.With(Workbooks.Of(Header, ["а", "май"]), Sheet, xml => xml.Replace(
            "<x:row ", $"{string.Concat(Enumerable.Repeat("<x:row>", 200_000))}<x:row ", StringComparison.Ordinal))),
        ["more than 1 MB"] = (WorkbookFault.TooBig, () => new byte[(1 << 20) + 1]),
        ["one bomb"] = (WorkbookFault.TooMuchInside, () => Workbooks.With(Workbooks.Of(Header, ["а", "май"]), "xl/media/image1.png",
            _ => new string('0', 5 << 20))),
        ["many small bombs"] = (WorkbookFault.TooMuchInside,
            () => Workbooks.Zip([.. Enumerable.Range(0, 7).Select(n => ($"xl/worksheets/sheet{n}.xml", new byte[2 << 20]))])),
        ["many files"] = (WorkbookFault.TooMuchInside, () => Workbooks.Zip([.. Enumerable.Range(0, 300).Select(n => ($"{n}",
            new byte[1]))])),
    };

    public static TheoryData<string> BadFiles => [.. Bad.Keys];

    private static readonly string[] Odd = ["", "\"", "<", "/>", "-1", "9999999999", "s", "A0"];

    private const string Sheet = "xl/worksheets/sheet1.xml";

    [Theory, MemberData(nameof(BadFiles))]
    public void What_is_no_plain_workbook_is_refused_by_what_is_in_it(string name)
    {
        var because = Assert.IsType<ReadTable.Refused>(TableReader.Read(Bad[name].File(), Columns)).Because;
        Assert.Equal(Bad[name].Fault, because);
        Assert.EndsWith(".", TableTexts.Refused(because), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_lies_about_its_sizes_is_refused()
    {
        var file = Workbooks.Zip(("xl/workbook.xml", new byte[6 << 20]));
        // The size in the directory, and in front of the entry.
        foreach (var at in Places(file, BitConverter.GetBytes(6 << 20))) BitConverter.GetBytes(10).CopyTo(file, at);
        Assert.IsType<ReadTable.Refused>(TableReader.Read(file, Columns));
    }

    [Fact]
    public void No_damage_to_a_file_throws()
    {
        var whole = Workbooks.Of([Header, ["а", new DateOnly(2026, 10, 15), "1"], ["б", new Formula("A1", "май")]], ["A2:A3"],
            shared: true);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 20].Sample(changes =>
        {
            var file = whole.ToArray();
            foreach (var (at, value) in changes) file[at] = value;
            if (TableReader.Read(file, Columns) is ReadTable.Rows { Faults.Count: > 0 } rows) FaultSheet.Of(file, rows.HeadingRow,
                rows.Faults);
        }, iter: 400);
        string[] parts = [Sheet, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels"];
        Gen.Select(Gen.Int[0, parts.Length - 1].Select(n => parts[n]), Gen.Int[0, 3000], Gen.Int[0, 40], Gen.Int[0,
            Odd.Length - 1].Select(n => Odd[n]))
            .Sample(it => TableReader.Read(Workbooks.With(whole, it.Item1, xml => it.Item2 >= xml.Length ? it.Item4
                : xml[..it.Item2] + it.Item4 + xml[Math.Min(xml.Length, it.Item2 + it.Item3)..]), Columns), iter: 400);
    }

    [Fact]
    public void The_file_comes_back_as_it_was_with_what_is_to_be_put_right_beside_each_row()
    {
        object?[][] rows = [["План"], Header, ["а", "октябрь", "к"], ["б", "сентябрь", null]];
        foreach (var shared in new[] { false, true })
        {
            var file = Workbooks.Of(rows, [], shared: shared);
            var back = FaultSheet.Of(file, 2, [new(3, "не указан срок"), new(3, "не указан результат"), new(4, "нет такой формы: «в».")])!;
            Assert.Equal(
            [
                ["План", "", "", ""], ["Мероприятие", "Срок", "Код", "Что исправить"],
                ["а", "октябрь", "к", "Не указан срок. Не указан результат."], ["б", "сентябрь", "", "Нет такой формы: «в»."],
            ], Workbooks.Words(back).Select(row => row.ToArray()));
            using (var document = SpreadsheetDocument.Open(new MemoryStream(back), false))
                Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            // Sent again with something else wrong: one such column, and it is no unknown one.
            Assert.Empty(Read(back).Unread);
            var again = FaultSheet.Of(back, 2, [new(4, "не указан срок")])!;
            Assert.Equal(["", "Что исправить", "", "Не указан срок."], Workbooks.Words(again).Select(row => row[3]));
        }
    }

    [Fact]
    public void Ten_lines_of_faults_are_said_and_the_rest_counted_within_what_a_file_can_carry()
    {
        var faults = Enumerable.Range(2, 40).Select(row => new TableFault(row, $"нет такой формы: «{row}»")).ToList();
        var said = TableTexts.Faults([.. faults, new(2, "не указан срок"), new(9, "не указан срок")]).ToString();
        Assert.Equal(11, said.Split('\n').Length);
        Assert.EndsWith("И ещё 31: всё в файле.", said, StringComparison.Ordinal);
        Assert.Contains("В строках 2 и 9 не указан срок.", said, StringComparison.Ordinal);
        Assert.InRange(TableTexts.Faults([.. Enumerable.Range(2, 400).Select(row => new TableFault(row, $"{row} {new string('я', 300)}"))])
            .ToString().Length, 1, 900);
    }

    private static ReadTable.Rows Read(byte[] file) => Assert.IsType<ReadTable.Rows>(TableReader.Read(file, Columns));

    private static byte[] Docx()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document();
        return file.ToArray();
    }

    /// <summary>The type says that there are none.</summary>
    private static byte[] Hidden()
    {
        using var file = new MemoryStream();
        file.Write(Workbooks.Of(Header, ["а", "май"]));
        using (var document = SpreadsheetDocument.Open(file, true))
        {
            using var macros = new MemoryStream([1, 2, 3]);
            document.WorkbookPart!.AddNewPart<VbaProjectPart>().FeedData(macros);
        }
        return file.ToArray();
    }

    private static string Entities(string xml) =>
        """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ха"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>""" +
        xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..].Replace(">май<", ">&c;<", StringComparison.Ordinal);

    private static IEnumerable<int> Places(byte[] file, byte[] what)
    {
        for (var at = 0; at + what.Length <= file.Length; at++)
        {
            if (file.AsSpan(at, what.Length).SequenceEqual(what)) yield return at;
        }
    }
}
