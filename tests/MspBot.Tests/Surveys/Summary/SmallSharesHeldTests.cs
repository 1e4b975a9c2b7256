using System.IO.Compression;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>What an observer must not work out of sums and changes: a share of fewer than five of one school.</summary>
public sealed class SmallSharesHeldTests
{
    [Fact]
    public void A_change_that_has_one_hidden_school_among_others_is_not_shown()
    {
        // The third was not asked before: of the two that are compared, the second is shown, so the change would say the first.
        var now = Answers((1, SurveyValue.Share(1, 4)), (2, SurveyValue.Share(6, 30)), (3, SurveyValue.Share(2, 10)));
        Assert.True(View(now, Answers((1, SurveyValue.Share(4, 20)), (2, SurveyValue.Share(5, 25)))).HidesChange(Of(now,
            Answers((1, SurveyValue.Share(4, 20)), (2, SurveyValue.Share(5, 25))))));
        // The same of the last time.
        var (later, then) = (Answers((1, SurveyValue.Share(4, 20)), (2, SurveyValue.Share(6, 30))),
            Answers((1, SurveyValue.Share(1, 4)), (2, SurveyValue.Share(6, 30)), (3, SurveyValue.Share(2, 10))));
        Assert.True(View(later, then).HidesChange(Of(later, then)));
        // Two hidden schools hide each other.
        var both = Answers((1, SurveyValue.Share(1, 4)), (2, SurveyValue.Share(6, 30)));
        Assert.False(View(both, both).HidesChange(Of(both, both)));
    }

    [Fact]
    public void A_workbook_says_of_no_period_what_its_one_small_school_has()
    {
        var now = Answers((1, SurveyValue.Share(1, 4)), (2, SurveyValue.None(MissingReason.NotHeld)));
        var view = View(now, Answers());
        var history = new SummaryHistory(
            new[] { new AskedPeriod { Version = new(1), Survey = new(3), Label = "1 полугодие", MeansSince = 1 } }
                .ToLookup(one => one.Version),
            now.Values.Select(one => one with { Survey = new(3) }).ToLookup(one => one.Version),
            [new(new(1), "Школа 1"), new(new(2), "Школа 2")]);
        var words = Sheets(new SummaryWorkbook(view, history, SummarySamples.Zone).Xlsx());
        Assert.Contains(FigureWords.Hidden, words, StringComparison.Ordinal);
        // 1 of 4.
        Assert.DoesNotContain("v>25<", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Which_way_a_hidden_school_went_is_not_counted_on_paper()
    {
        var (now, before) = (Answers((1, SurveyValue.Share(1, 4))), Answers((1, SurveyValue.Share(2, 4))));
        var paper = PaperText.Of(new SummaryDocx(View(now, before), [], SummarySamples.Site, SummarySamples.Zone)
            .Write(new(2026, 12, 25)));
        Assert.DoesNotContain("1 / 0", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_something_is_never_called_nothing_and_one_of_less_than_all_never_all()
    {
        var now = Answers((1, SurveyValue.Share(1, 300)), (2, SurveyValue.Share(299, 300)));
        var line = Of(now, Answers());
        Assert.Equal(("<1 %", ">99 %", "50 %"), (FigureWords.Short(line, now[new(1)]), FigureWords.Short(line, now[new(2)]),
            FigureWords.Short(line.Figures.Now)));
    }

    private static SummaryLine Of(
        IReadOnlyDictionary<SchoolId, SummaryAnswer> now, IReadOnlyDictionary<SchoolId, SummaryAnswer> before) => new()
        {
            Indicator = new() { Version = new(1), Position = 7, Kind = IndicatorKind.Share, Better = Better.Less, Name = "Риски" },
            Earlier = before.Count == 0 ? null : new() { Version = new(1), Survey = new(2), Label = "2 полугодие" },
            Now = now,
            Before = before,
        };

    private static SummaryView View(
        IReadOnlyDictionary<SchoolId, SummaryAnswer> now, IReadOnlyDictionary<SchoolId, SummaryAnswer> before) =>
        new(new()
        {
            Survey = new() { Id = new(3), Label = "1 полугодие", State = SurveyState.Closed },
            Schools = [.. now.Keys.Select(school => new AskedSchool
            { School = school, Name = $"Школа {school.Value}", SentAt = DateTimeOffset.UnixEpoch })],
            Corrections = [],
            Lines = [Of(now, before)],
        }, IsLimited: true);

    private static Dictionary<SchoolId, SummaryAnswer> Answers(params (long School, SurveyValue Value)[] all) =>
        all.ToDictionary(one => new SchoolId(one.School), one => new SummaryAnswer
        {
            Version = new(1),
            School = new(one.School),
            Part = one.Value.Part,
            Whole = one.Value.Whole,
            Missing = one.Value.Missing,
        });

    /// <summary>All sheets, as they are written.</summary>
    private static string Sheets(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        return string.Join('\n', zip.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal))
            .Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
    }
}
