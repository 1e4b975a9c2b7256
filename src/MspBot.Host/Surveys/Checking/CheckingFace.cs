using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Surveys.Checking;

/// <summary>An open survey, or a closed one: who has answered, and what can be done about it.</summary>
internal sealed class CheckingFace(SurveyReader surveys, CheckingReader reader, SiteZone zone) : SurveyFace
{
    public override bool Shows(SurveyState state) => state is SurveyState.Open or SurveyState.Closed;

    public override async Task<Screen?> Screen(Turn turn, SurveyDetails survey, string arg, Html news)
    {
        var schools = await surveys.Schools(survey.Id);
        var withHead = await reader.WithHead([.. schools.Select(school => school.School)]);
        var text = CheckingTexts.Card(survey, schools, withHead, await reader.ReopenedBecause(survey.Id), turn.Now, zone, news);
        var screen = new Screen(text).Page(Paging.Cut(schools, Pager.Number(arg)),
            school => AnswersCard.Button(SchoolStateTexts.Label(school), survey.Id, school.School),
            (label, number) => Button.Card(label, SurveyLinks.Survey, survey.Id.Value, arg: Russian.Number(number)));
        var revision = Argument.Of(survey.Id, survey.Revision);
        screen = screen.Row(survey.Sent == 0 ? null : Button.Card(CheckingTexts.Summary, SurveyLinks.Summary, survey.Id.Value));
        screen = survey.State == SurveyState.Closed
            ? screen.Row(Button.Flow(CheckingTexts.Reopen, SurveyLinks.Reopen, revision))
            : screen
                .Row(schools.Any(school => school.State.Owes()) ? SurveyDeedsCard.Remind(survey.Id) : null)
                .Row(SurveyAccess.Leads(turn.Speaker) ? Button.Flow(CheckingTexts.MoveDue, SurveyLinks.MoveDue, revision) : null)
                .Row(SurveyDeedsCard.AskClose(survey.Id));
        return screen.Row(LogLinks.History(LogSubject.Survey, survey.Id.Value))
            .Row(Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);
    }
}
