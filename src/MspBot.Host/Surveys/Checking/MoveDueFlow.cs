using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>«Изменить срок»: schools get more time. Begun with the survey and the revision that was seen.</summary>
internal sealed class MoveDueFlow(SurveyReader reader) : Flow
{
    private static readonly Prompt Due = new("Срок", "До какого дня ждать ответы?", "Например: 25 декабря");

    public override string Key => SurveyLinks.MoveDue;

    public override Access Access => Access.All(SurveyAccess.Leads);

    public override string Title => CheckingTexts.MoveDue;

    public override bool For(Speaker speaker) => SurveyAccess.Leads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SurveyId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var revision)
            || await reader.One(id) is not { } survey) return Say(CheckingScreens.Refused(SurveyRefusal.NoSuchSurvey, null));
        if (survey.State != SurveyState.Open) return Say(CheckingScreens.Refused(SurveyRefusal.NotOpen, id));
        if (survey.Revision != revision) return Say(CheckingScreens.Refused(SurveyRefusal.ChangedMeanwhile, id, ask.Said));
        var today = ask.Zone.DayOf(ask.Now);
        var due = await ask.Day("due", Due, (survey.DueOn > today ? survey.DueOn : today).AddDays(1));
        return Do(new MoveSurveyDue(id, (int)revision, due));
    }
}

/// <param name="Id">Which.</param>
/// <param name="Revision">As it was seen.</param>
/// <param name="Due">The new due day.</param>
internal sealed record MoveSurveyDue(SurveyId Id, int Revision, DateOnly Due);

internal sealed class MoveSurveyDueHandler(Checkers checkers, ClosingStore store, CheckingNews news, SurveyScreens screens)
    : Handler<MoveSurveyDue>
{
    public override async Task<Done> Handle(MoveSurveyDue command, Turn turn)
    {
        if (!await checkers.HoldAsHead(turn.Person)) return Refused(SurveyRefusal.RoleLost, command);
        var result = await store.MoveDue(command.Id, command.Revision, command.Due, turn.Now);
        if (result.Refusal is { } because) return Refused(because, command);
        var survey = result.Survey!;
        turn.Log(LogAction.SurveyDueMoved, LogSubject.Survey, survey.Id.Value, LogDetail.None.And("due", survey.DueOn));
        await news.DueMoved(turn, survey);
        return new Done.With(await screens.Of(turn, survey.Id, Html.Text(CheckingTexts.DueMoved(survey))) ?? EngineTexts.NothingThere);
    }

    private static Done.With Refused(SurveyRefusal because, MoveSurveyDue command) =>
        new(CheckingScreens.Refused(because, command.Id));
}
