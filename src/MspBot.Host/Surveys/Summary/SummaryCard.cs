using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Summary;

/// <summary>
/// «Свод»: the number is the survey, 0 the list of them. Who only reads sees it once the survey was closed; the head of a school sees their
/// own values beside the district's.
/// </summary>
internal sealed class SummaryCard(SummaryReader reader, HeadedSchools heads, SummaryScreens screens) : Card
{
    public override string Key => SurveyLinks.Summary;

    public override Access Access => Access.Rows(async (turn, id) => SurveyAccess.Opens(turn.Speaker)
        && (id == 0 || SurveyAccess.Checks(turn.Speaker)
            || (await reader.HasBeenClosed(new(id)) && (SurveyAccess.Reads(turn.Speaker) || await OwnSchool(turn, new(id)) is not null))));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var page = Pager.Number(arg);
        if (id == 0) return SummaryScreens.Surveys(await Pager.Read(page, nr => Surveys(turn, nr)));
        if (await View(turn, id) is not { } view) return null;
        if (SurveyAccess.Reads(turn.Speaker)) return SummaryScreens.District(view, page, turn.Speaker);
        return await OwnSchool(turn, new(id)) is { } school && view.Summary.School(school) is { } asked
            ? SummaryScreens.Own(view, asked, page) : null;
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!SurveyAccess.Reads(turn.Speaker) || id == 0 || await View(turn, id) is not { } view) return Pressed.Fresh(arg);
        var argument = new Argument(arg);
        return action switch
        {
            SummaryScreens.ListSchools => Pressed.Instead(SummaryScreens.SchoolList(view, Pager.Number(arg))),
            SummaryScreens.OneSchool when argument.Id<SchoolId>() is { } school
                && await screens.School(view, school, Pager.Number(argument.Number(1) ?? 0), turn.Speaker) is { } screen
                => Pressed.Instead(screen),
            SummaryScreens.TakePicture => SendPicture(turn, view, Pager.Number(arg)),
            SummaryScreens.TakeExcel => Send(turn, view, SummaryFile.Excel, SummaryTexts.Of(view.Summary.Survey.Label)),
            SummaryScreens.TakeReport => Send(turn, view, SummaryFile.Report, SummaryFiles.ReportCaption(view.Summary.Survey.Label)),
            _ => Pressed.Fresh(arg),
        };
    }

    private Pressed SendPicture(Turn turn, SummaryView view, int number)
    {
        var all = SummaryPicture.Pages(view.Summary).Count;
        if (number >= all) return Pressed.Fresh();
        var next = number + 1 < all ? Button.Card(SummaryTexts.NextPicture, Key, view.Summary.Survey.Id.Value, SummaryScreens.TakePicture,
            Russian.Number(number + 1)) : null;
        return Send(turn, view, SummaryFile.Picture, SummaryFiles.PictureCaption(view.Summary.Survey.Label, number, all), number, next);
    }

    private static Pressed Send(Turn turn, SummaryView view, SummaryFile file, string caption, int page = 0, Button? next = null)
    {
        var survey = view.Summary.Survey.Id;
        turn.Say(new Screen(Html.Text(caption)) { ToMake = SummaryFileMaker.Of(file, survey, page, view.IsLimited) }.Row(next));
        turn.Log(LogAction.FileTaken, LogSubject.Survey, survey.Value,
            LogDetail.Of("file", file == SummaryFile.Report ? LogFile.SurveyReport : LogFile.SurveySummary));
        return Pressed.Nothing();
    }

    private async Task<SummaryView?> View(Turn turn, long id) =>
        await reader.Of(new(id), turn.Now) is { } summary ? new(summary, SurveyAccess.Limited(turn.Speaker)) : null;

    private async Task<Domain.Page<Data.Surveys.SurveyDetails>> Surveys(Turn turn, int page) => await reader.Page(
        SurveyAccess.Reads(turn.Speaker) ? null : (await heads.Of(turn.Person))?.Id ?? default, !SurveyAccess.Checks(turn.Speaker), page);

    private async Task<SchoolId?> OwnSchool(Turn turn, SurveyId survey) =>
        SurveyAccess.Fills(turn.Speaker) && await heads.Of(turn.Person) is { } school && await reader.Asks(survey, school.Id)
            ? school.Id : null;
}
