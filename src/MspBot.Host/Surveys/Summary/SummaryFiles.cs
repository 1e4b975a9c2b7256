using System.Text.Json;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Surveys.Summary;

/// <summary>In which form a summary is taken. Messages that wait carry the name.</summary>
internal enum SummaryFile
{
    Picture,
    Excel,
    Report,
}

/// <summary>How files of a summary are called.</summary>
internal static class SummaryFiles
{
    internal static string ReportCaption(string label) => $"Справка по итогам мониторинга: {label}";

    internal static string PictureCaption(string label, int page, int all) => all == 1 ? SummaryTexts.Of(label)
        : $"{SummaryTexts.Of(label)}, картинка {Russian.Number(page + 1)} из {Russian.Number(all)}";

    /// <summary>Letters that no file may have in its name stand as «-».</summary>
    internal static string Name(SummaryFile file, string label, int page)
    {
        var name = string.Join('-', label.Split('/', '\\', ':', '*', '?', '"', '<', '>', '|'));
        return file switch
        {
            SummaryFile.Picture => $"Свод {name}, {Russian.Number(page + 1)}.png",
            SummaryFile.Excel => $"Свод {name}.xlsx",
            SummaryFile.Report => $"Справка {name}.docx",
        };
    }
}

/// <summary>Makes them of what schools have answered when the message is sent.</summary>
internal sealed class SummaryFileMaker(
    SummaryReader reader, RecommendationReader recommendations, TransactionEnd end, Site site, SiteZone zone, TimeProvider time) : FileMaker
{
    private const string Name = "survey-summary";

    public override string Key => Name;

    internal static FileToMake Of(SummaryFile file, SurveyId survey, int page, bool isLimited) =>
        new(Name, JsonSerializer.Serialize(new Asked(file, survey.Value, page, isLimited)));

    public override async Task<Attachment?> Make(string of)
    {
        var asked = JsonSerializer.Deserialize<Asked>(of)!;
        var now = time.GetUtcNow();
        if (await reader.Of(new(asked.Survey), now) is not { } summary) return null;
        var view = new SummaryView(summary, asked.IsLimited);
        var name = SummaryFiles.Name(asked.File, summary.Survey.Label, asked.Page);
        switch (asked.File)
        {
            case SummaryFile.Picture:
                await end.Commit();
                var pages = SummaryPicture.Pages(summary);
                return asked.Page < pages.Count ? new(name, "image/png", SummaryPicture.Png(view, pages[asked.Page])) : null;
            case SummaryFile.Excel:
                var history = await reader.History(new(asked.Survey), now);
                await end.Commit();
                return new(name, SheetWriter.MediaType, new SummaryWorkbook(view, history, zone).Xlsx());
            default:
                var recommended = await recommendations.OfSurvey(new(asked.Survey));
                await end.Commit();
                return new(name, DocxFile.MediaType, new SummaryDocx(view, recommended, site, zone).Write(zone.DayOf(now)));
        }
    }

    private sealed record Asked(SummaryFile File, long Survey, int Page, bool IsLimited);
}
