using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Recommendations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;
using MspBot.Host.Surveys.Checking;
using MspBot.Host.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>The longest that many schools with long names may write: each message and each row of a sheet still holds it.</summary>
public sealed class LongSummaryTests
{
    private const int Schools = 60;
    private static readonly string SchoolName = new('Ш', 160);
    private static readonly string Words = string.Concat(Enumerable.Repeat("слово ", 167))[..1000];
    private static readonly DateTimeOffset At = new(2026, 12, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_summary_with_words_put_right_fits_into_one_message()
    {
        var view = new SummaryView(Summary(), IsLimited: false);
        Fits(SummaryTexts.District(view, Page(view)));
        Fits(SummaryTexts.SchoolList(view));
        // On paper all is read.
        Assert.Contains(Words, SummaryTexts.Corrected(view)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_with_the_longest_answers_and_three_recommendations_fits_into_one_message()
    {
        var view = new SummaryView(Summary(), IsLimited: false);
        Fits(SchoolTexts.Page(view, view.Summary.Schools[0], Page(view), [.. Enumerable.Range(1, 3).Select(nr =>
            new RecommendationDetails
            {
                Id = new(nr),
                School = new(1),
                SchoolName = SchoolName,
                Words = Words,
                At = At,
                SeenAt = At,
                SeenBy = "Сидорова-Константинопольская Александра Станиславовна",
                Outcome = RecommendationOutcome.Partly,
                OutcomeAt = At,
            })], SummarySamples.Zone));
        Fits(SchoolTexts.Own(view, view.Summary.Schools[0], Page(view)));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void However_many_remarks_come_back_to_a_school_one_message_holds_them(int remarks) => Fits(
        CheckingNewsTexts.Returned(Survey(), [.. Enumerable.Range(1, remarks).Select(nr => new CheckedRemark
        {
            Indicator = new(nr),
            Name = new('П', 200),
            Words = Words[..500],
            At = At,
        })], At, SummarySamples.Zone));

    [Fact]
    public void Who_was_not_reminded_fits_above_the_card_of_sixty_schools()
    {
        var schools = Summary().Schools.Select((school, nr) => school with
        {
            SentAt = null,
            State = nr % 3 == 0 ? SchoolSurveyState.Filling : nr % 3 == 1 ? SchoolSurveyState.Waiting : SchoolSurveyState.Returned,
        }).ToList();
        var news = CheckingTexts.Reminded(0, [.. schools.Take(30)], [.. schools.Skip(30)], null);
        Fits(CheckingTexts.Card(Survey(), schools, new HashSet<SchoolId>(), Words[..300], At, SummarySamples.Zone, news));
        Fits(CheckingTexts.AskClose(Survey(), schools, default));
    }

    [Fact]
    public void No_row_of_a_sheet_is_higher_than_spreadsheets_take()
    {
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(
            SheetWriter.Book("Свод", [new("Слова", [new("Ответ", 15)], [[Words]])])), false);
        Assert.All(book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>(),
            row => Assert.InRange(row.Height!.Value, 1, 409));
    }

    private static void Fits(Html text) => Assert.InRange(text.Length, 1, Html.MessageLimit);

    private static Page<SummaryLine> Page(SummaryView view) => new([.. view.Summary.Lines.Take(4)], 0, HasNext: true);

    private static SurveyDetails Survey() => new()
    {
        Id = new(3),
        Label = new('П', 60),
        DueOn = new(2026, 12, 18),
        State = SurveyState.Open,
        Schools = Schools,
        Sent = 20,
        Accepted = 11,
    };

    private static SurveySummary Summary() => new()
    {
        Survey = Survey(),
        Schools = [.. Enumerable.Range(1, Schools).Select(nr => new AskedSchool
        {
            School = new(nr),
            Name = $"{SchoolName} {nr}",
            State = nr > 20 ? SchoolSurveyState.Waiting : SchoolSurveyState.Sent,
            SentAt = nr > 20 ? null : At,
        })],
        Corrections = [.. Enumerable.Range(1, 9).Select(nr => new Correction
        { Version = new(1), School = new(nr), Known = true, WasWords = Words, Words = Words })],
        Lines = [.. Enumerable.Range(1, 20).Select(nr => new SummaryLine
        {
            Indicator = new()
            { Version = new(nr), Position = nr, Kind = IndicatorKind.Words, Better = Better.Neither, Name = new('П', 200) },
            Earlier = null,
            Now = new Dictionary<SchoolId, SummaryAnswer>
            {
                [new(1)] = new() { Version = new(nr), School = new(1), Words = Words, Why = Words[..300], BySite = true },
            },
            Before = new Dictionary<SchoolId, SummaryAnswer>(),
        })],
    };
}
