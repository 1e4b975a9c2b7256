using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Recommendations;

namespace MspBot.Host.Surveys.Summary;

/// <summary>The summary's screens: the district, the list of schools, one school, and the school's own.</summary>
internal sealed class SummaryScreens(RecommendationReader recommendations, SiteZone zone)
{
    internal const string ListSchools = "schools";
    internal const string OneSchool = "school";
    internal const string TakePicture = "pic";
    internal const string TakeExcel = "xlsx";
    internal const string TakeReport = "docx";

    private const string Card = SurveyLinks.Summary;

    /// <summary>So many indicators fit on a phone's screen.</summary>
    private const int OnAPage = 3;
    private const int Recommended = 3;

    internal static Screen District(SummaryView view, int number, Speaker speaker)
    {
        var (id, page) = (view.Summary.Survey.Id.Value, Cut(view.Summary.Lines, number));
        var measured = view.Summary.Lines.Any(line => line.Measure.IsMeasured);
        return new Screen(SummaryTexts.District(view, page))
            .Turning(page, (label, nr) => Button.Card(label, Card, id, "show", Russian.Number(nr)))
            .Row(Button.Card(SummaryTexts.Schools, Card, id, ListSchools))
            .Row(measured ? Button.Card(SummaryTexts.Picture, Card, id, TakePicture) : null,
                Button.Card(SummaryTexts.Excel, Card, id, TakeExcel))
            .Row(Button.Card(SummaryTexts.Report, Card, id, TakeReport))
            .Row(SurveyAccess.Checks(speaker) ? Button.Card(SummaryTexts.ToSurvey, SurveyLinks.Survey, id) : null, EngineTexts.ToMenu);
    }

    internal static Screen SchoolList(SummaryView view, int number)
    {
        var id = view.Summary.Survey.Id.Value;
        return new Screen(SummaryTexts.SchoolList(view))
            .Page(Paging.Cut(view.Summary.Schools, number),
                school => Button.Card(SummaryTexts.SchoolButton(school), Card, id, OneSchool, Argument.Of(school.School)),
                (label, nr) => Button.Card(label, Card, id, ListSchools, Russian.Number(nr)))
            .Row(Button.Card(SummaryTexts.ToSummary, Card, id), EngineTexts.ToMenu);
    }

    /// <returns>Null: the survey does not ask this school.</returns>
    internal async Task<Screen?> School(SummaryView view, SchoolId school, int number, Speaker speaker)
    {
        if (view.Summary.School(school) is not { } asked) return null;
        var (id, checks) = (view.Summary.Survey.Id.Value, SurveyAccess.Checks(speaker));
        var page = Cut([.. view.Summary.Lines.Where(line => line.Now.ContainsKey(school))], number);
        var recommended = page.Number > 0 ? [] : (await recommendations.OfSchool(school, 0)).Items.Take(Recommended).ToList();
        var screen = new Screen(SchoolTexts.Page(view, asked, page, recommended, zone))
            .Turning(page, (label, nr) => Button.Card(label, Card, id, OneSchool, Argument.Of(school, nr)))
            .Row(checks ? Button.Flow(RecommendationTexts.Write, SurveyLinks.Recommend, Argument.Of(view.Summary.Survey.Id, school.Value))
                : null);
        foreach (var one in checks ? recommended : [])
        {
            screen = screen.Row(Button.Card(RecommendationTexts.Button(one, isOfSchool: true, zone), SurveyLinks.Recommendation,
                one.Id.Value));
        }
        return screen.Row(Button.Card(SummaryTexts.Schools, Card, id, ListSchools),
            Button.Card(SummaryTexts.ToSummary, Card, id)).Row(EngineTexts.ToMenu);
    }

    internal static Screen Own(SummaryView view, AskedSchool school, int number)
    {
        var (id, page) = (view.Summary.Survey.Id.Value, Cut(view.Summary.Lines, number));
        return new Screen(SchoolTexts.Own(view, school, page))
            .Turning(page, (label, nr) => Button.Card(label, Card, id, "show", Russian.Number(nr)))
            .Row(Button.Card(SummaryTexts.Earlier, Card, 0), EngineTexts.ToMenu);
    }

    /// <summary>Surveys that have a summary, the newest first.</summary>
    internal static Screen Surveys(Page<SurveyDetails> page) =>
        new Screen(Html.Paragraphs(SummaryTexts.List, Html.Text(page.Items.Count == 0 ? SummaryTexts.NoSummaries : "")))
            .Page(page, survey => Button.Card(survey.Label, Card, survey.Id.Value),
                (label, nr) => Button.Card(label, Card, 0, "show", Russian.Number(nr)))
            .Row(Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);

    private static Page<SummaryLine> Cut(IReadOnlyList<SummaryLine> lines, int number)
    {
        number = Paging.Nearest(number, lines.Count, OnAPage);
        return Paging.Of([.. lines.Skip(Paging.Skip(number, OnAPage)).Take(OnAPage)], number, lines.Count, OnAPage);
    }
}
