using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Surveys.Opening;

/// <summary>«Опросы»: the newest first. Whoever decides goes on to the survey, an observer to its summary.</summary>
internal sealed class SurveysCard(SurveyReader reader) : Card
{
    public override string Key => SurveyLinks.Surveys;

    public override Access Access => Access.All(SurveyAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var checks = SurveyAccess.Checks(turn.Speaker);
        var page = await Pager.Read(Pager.Number(arg), number => reader.Page(drafts: checks, number));
        return new Screen(OpeningTexts.ListTitle(page.Items.Count > 0))
            .Page(page, one => Button.Card(OpeningTexts.ListButton(one), checks ? SurveyLinks.Survey : SurveyLinks.Summary, one.Id.Value),
                (label, number) => Button.Card(label, SurveyLinks.Surveys, 0, arg: Russian.Number(number)))
            .Row(Button.Command(OpeningTexts.ToMonitoring, SurveyLinks.Monitoring));
    }
}

/// <summary>«Новый опрос» and «Опросы» in /monitoring.</summary>
internal sealed class OpeningPart(SurveyReader reader) : MonitoringPart
{
    public override int Order => 50;

    public override async Task<MonitoringRows?> For(Turn turn)
    {
        if (!SurveyAccess.Reads(turn.Speaker)) return null;
        var rows = new List<IReadOnlyList<Button>>();
        if (SurveyAccess.Leads(turn.Speaker)) rows.Add([Button.Flow(OpeningTexts.New, SurveyLinks.NewSurvey)]);
        if ((await reader.Page(SurveyAccess.Checks(turn.Speaker), 0)).Items.Count > 0)
            rows.Add([Button.Card(OpeningTexts.List, SurveyLinks.Surveys, 0)]);
        return new(default, rows);
    }
}

/// <summary>Surveys in the log: «опрос за 1 полугодие 2026/27».</summary>
internal sealed class SurveysInLog(DraftReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Survey;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Names(ids)).ToDictionary(one => one.Id, one => $"опрос за {one.Label}");

    public override async Task<ThingCard?> Card(long id) =>
        (await reader.Names([id])).Count > 0 ? new ThingCard(SurveyLinks.Survey, id) : null;

    public override Task<bool> MayRead(Turn turn, long id) => Task.FromResult(SurveyAccess.Checks(turn.Speaker));

    public override string Detail(LogAction action, LogDetail detail) => detail.Value<DraftField>("field") is { } field ? field switch
    {
        DraftField.Due => "срок ответа",
        DraftField.Indicators => "показатели",
        DraftField.Schools => "школы",
    }
        : detail.Number("schools") is { } schools ? OpeningTexts.SchoolCount((int)schools) : "";
}
