using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>«Напомнить об опросе», «Закрыть опрос». The number of the row is the survey; what is shown is its card.</summary>
internal sealed class SurveyDeedsCard(
    SurveyReader surveys, CheckingReader reader, SurveyReminderStore reminders, ClosingStore store, Checkers checkers, CheckingNews news,
    SurveyScreens screens) : Card
{
    private const string Name = SurveyLinks.Deeds;
    private const string RemindNow = "remind";
    private const string Ask = "ask";
    private const string CloseNow = "close";

    public override string Key => Name;

    public override Access Access => Access.All(SurveyAccess.Checks);

    public override Task<Screen?> Show(Turn turn, long id, string arg) => screens.Of(turn, new(id));

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action == RemindNow) return await RemindSchools(turn, new(id));
        if (action == Ask) return await Question(turn, new(id), default);
        if (action == CloseNow) return await Close(turn, new(id), new Argument(arg));
        return Pressed.Fresh(arg);
    }

    internal static Button Remind(SurveyId id) => Button.Card(CheckingTexts.Remind, Name, id.Value, RemindNow);

    internal static Button AskClose(SurveyId id) => Button.Card(CheckingTexts.Close, Name, id.Value, Ask);

    private async Task<Pressed> RemindSchools(Turn turn, SurveyId id)
    {
        if (!await checkers.Hold(turn.Person)) return Pressed.Warn(SurveyRefusalTexts.Of(SurveyRefusal.RoleLost));
        var due = await reminders.ToAsk(id, turn.Now);
        if (due.Refusal is { } because) return Pressed.Warn(SurveyRefusalTexts.Of(because));
        var told = await news.Ask(turn, due.Survey!, due.Schools);
        if (told.Schools.Count > 0)
        {
            await reminders.Asked(id, told.Schools, turn.Now);
            turn.Log(LogAction.SurveyReminded, LogSubject.Survey, id.Value, LogDetail.Of("schools", told.Schools.Count));
        }
        return await Shown(turn, id, told.Said);
    }

    private async Task<Pressed> Question(Turn turn, SurveyId id, Html above)
    {
        if (await surveys.One(id) is not { State: SurveyState.Open } survey) return await Shown(turn, id, above);
        var seen = await reader.Seen(id);
        return Pressed.Instead(new Screen(CheckingTexts.AskClose(survey, await surveys.Schools(id), above))
            .Row(Button.Card(CheckingTexts.CloseYes, Name, id.Value, CloseNow, $"{survey.Revision}.{seen}").Danger())
            .Row(Button.Card(CheckingTexts.DoNotClose, SurveyLinks.Survey, id.Value)));
    }

    private async Task<Pressed> Close(Turn turn, SurveyId id, Argument seen)
    {
        if (seen.Number() is not (> 0 and <= int.MaxValue and var revision) || seen.Number(1) is not { } schools) return Pressed.Fresh();
        if (!await checkers.Hold(turn.Person)) return Pressed.Warn(SurveyRefusalTexts.Of(SurveyRefusal.RoleLost));
        var result = await store.Close(id, (int)revision, schools, turn.Person, turn.Now);
        if (result.Refusal == SurveyRefusal.ChangedMeanwhile)
            return await Question(turn, id, Html.Text(SurveyRefusalTexts.Of(SurveyRefusal.ChangedMeanwhile)));
        if (result.Refusal is { } because) return await Shown(turn, id, Html.Text(SurveyRefusalTexts.Of(because)));
        var survey = result.Survey!;
        turn.Log(LogAction.SurveyClosed, LogSubject.Survey, id.Value,
            LogDetail.Of("sent", survey.Sent).And("schools", survey.Schools));
        return await Shown(turn, id, CheckingTexts.Closed(survey));
    }

    private async Task<Pressed> Shown(Turn turn, SurveyId id, Html above) =>
        Pressed.Instead(await screens.Of(turn, id, above) ?? EngineTexts.NothingThere);
}
