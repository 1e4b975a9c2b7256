using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Host.Digests;
using MspBot.Host.Printing;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Digests.PastDigests;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Tests.Digests;

/// <summary>Workbook, report and picture say what the figures say, and open without a complaint.</summary>
public sealed class DigestFileTests(TestCluster cluster)
{
    [Theory]
    [InlineData(PeriodKind.Week)]
    [InlineData(PeriodKind.Month)]
    public async Task What_the_sheets_add_up_to_is_what_the_message_says(PeriodKind kind)
    {
        var digest = await cluster.DigestOf(DigestPeriod.Of(kind, Moscow.DayOf(Now)).Previous);
        var (figures, held) = (digest.Figures, digest.Seminars.Where(s => s.Held).ToList());
        Assert.Equal((figures.Seminars, figures.Unmarked), (held.Count, held.Count(s => s.Unmarked)));
        Assert.Equal((figures.SignedUp, figures.Came), (held.Where(s => !s.Unmarked).Sum(s => s.SignedUp), held.Sum(s => s.Came)));
        Assert.Equal((figures.Requested, figures.Answered, figures.Held),
            (digest.Tutors.Sum(t => t.Requested), digest.Tutors.Sum(t => t.Answered), digest.Tutors.Sum(t => t.Held)));
        Assert.Equal((figures.SignedUp, figures.Came, figures.Reached + digest.FromTwoSchools()),
            (digest.Schools.Sum(s => s.SignedUp), digest.Schools.Sum(s => s.Came), digest.Schools.Sum(s => s.Reached)));
        Assert.Equal(figures.ActiveSchools, digest.Schools.Count(s => s is { Kind: nameof(SchoolKind.LowResults), Reached: > 0 }));
        Assert.Equal(figures.Ratings, digest.Ratings.Sum(r => r.Count));
        Assert.Equal(digest.Sent().OrderBy(one => one.Key),
            digest.Schools.Where(s => s.Nominated > 0).Select(s => KeyValuePair.Create(s.School!.Value, (s.Nominated, s.NominatedCame)))
                .OrderBy(one => one.Key));
        Assert.Equal(figures.NominatedCame, digest.Schools.Sum(s => s.NominatedCame));
        Assert.Equal(figures.Nominated, figures.NominationsAccepted + figures.NominationsDeclined + figures.NominationsUnanswered
            + figures.NominationsLapsed);
        Assert.True(figures is { Came: > 0, Held: > 0, Ratings: > 0, NominatedCame: > 0 });
    }

    [Fact]
    public async Task What_is_said_of_a_meeting_after_the_period_is_the_next_ones()
    {
        var digests = await cluster.DigestsOf(DigestPeriod.Of(PeriodKind.Week, Moscow.DayOf(Now)).WithBefore(29));
        Assert.All(digests, digest => Assert.All(digest.Seminars, s =>
            Assert.Equal(digest.Ratings.Where(r => r.Seminar == s.Id).Select(r => (r.Count, r.Rating)).SingleOrDefault(),
                (s.Ratings, s.Rating))));
    }

    [Fact]
    public async Task The_workbook_and_the_report_are_valid_and_hold_what_people_typed_as_text()
    {
        var digest = await cluster.DigestOf(DigestPeriod.Of(PeriodKind.Month, new(2026, 10, 1)));
        digest = digest with { Seminars = [digest.Seminars[0] with { Title = "=2+3 <b>&\u0001 💡" }, .. digest.Seminars] };
        var names = new Dictionary<long, string> { [digest.Tutors[0].Tutor!.Value] = "@cmd Х. У." };
        var xlsx = DigestWorkbook.Xlsx(digest with { Seminars = [.. digest.Seminars.Skip(1), digest.Seminars[1] with { Title = "=2+3" }] },
            names, Moscow);
        using (var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Take(5));
            Assert.Equal(5, book.WorkbookPart!.WorksheetParts.Count());
            var all = string.Concat(book.WorkbookPart.WorksheetParts.Select(p => p.Worksheet!.OuterXml));
            Assert.Equal(["=2+3", "@cmd Х. У."], TextCells(book).Where(t => t[0] is '=' or '@').Distinct().Order(StringComparer.Ordinal));
            Assert.DoesNotContain("<x:f>", all, StringComparison.Ordinal);
            Assert.All(book.WorkbookPart.WorksheetParts, p => Assert.Contains("frozen", p.Worksheet!.OuterXml, StringComparison.Ordinal));
            Assert.All(book.WorkbookPart.WorksheetParts,
                p => Assert.Contains("autoFilter", p.Worksheet!.OuterXml, StringComparison.Ordinal));
        }
        using var report = WordprocessingDocument.Open(new MemoryStream(DigestReport.Docx(digest, names, OurSite, Moscow)), false);
        Assert.Empty(new OpenXmlValidator().Validate(report).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = report.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("=2+3 <b>& 💡", text, StringComparison.Ordinal);
        Assert.Contains("Площадка <&>", text, StringComparison.Ordinal);
    }

    /// <summary>What a spreadsheet takes for text, and goes on to when somebody edits the cell: a string in the format of text.</summary>
    private static IEnumerable<string> TextCells(SpreadsheetDocument book)
    {
        const uint text = 49;
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<Sheets.CellFormat>().ToList();
        var own = book.WorkbookPart.WorkbookStylesPart.Stylesheet.NumberingFormats?.Elements<Sheets.NumberingFormat>()
            .Where(f => f.FormatCode == "@").Select(f => f.NumberFormatId!.Value) ?? [];
        uint[] texts = [text, .. own];
        return book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Sheets.Cell>())
            .Where(c => c.DataType?.Value == Sheets.CellValues.String
                && texts.Contains(formats[(int)c.StyleIndex!.Value].NumberFormatId!.Value)).Select(c => c.InnerText)
                .Where(t => t.Length > 0);
    }

    [Fact]
    public void A_digest_of_nothing_has_files_as_well()
    {
        var digest = new Digest
        {
            Kind = PeriodKind.Month,
            First = new(2026, 11, 1),
            MadeAt = Now,
            History = [new(new(2026, 11, 1), new())]
        };
        var files = new DigestFiles(OurSite, Moscow).All(digest, new Dictionary<long, string>());
        Assert.Equal([".png", ".xlsx", ".docx"], files.Select(f => Path.GetExtension(f.Name)));
        using var report =
            WordprocessingDocument.Open(new MemoryStream(DigestReport.Docx(digest, new Dictionary<long, string>(), OurSite, Moscow)),
                false);
        Assert.All(report.MainDocumentPart!.Document!.Body!.Elements<Paragraph>(), p => Assert.NotEmpty(p.InnerText));
        var text = DigestMessage.Text(digest, new Dictionary<long, string>(), Moscow).ToString();
        Assert.Contains("За это время ничего не происходило.", text, StringComparison.Ordinal);
        Assert.Contains("Пришли: нет данных", text, StringComparison.Ordinal);
        Assert.Contains("сравнить пока не с чем", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_draws_its_letters_with_a_font_of_its_own()
    {
        var empty = new Digest
        {
            Kind = PeriodKind.Week,
            First = new(2026, 11, 16),
            MadeAt = Now,
            History = [new(new(2026, 11, 16), new())]
        };
        Assert.NotEqual(DigestPicture.Png(empty),
            DigestPicture.Png(empty with { First = new(2026, 11, 9), History = [new(new(2026, 11, 9), new())] }));
        Assert.Equal("DejaVu Sans", PictureFonts.Bold.FamilyName);
    }
}
