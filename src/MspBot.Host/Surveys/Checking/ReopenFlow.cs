using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Log;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>«Открыть снова»: a closed survey takes answers again. Begun with the survey and the revision that was seen.</summary>
internal sealed class ReopenFlow(SurveyReader reader) : Flow
{
    private const int Longest = 300;
    private const int Shortest = 3;

    private static readonly Prompt Why =
        new("Причина", "Почему опрос открывают снова? Причину увидят руководители школ.", "Например: Школа № 12 нашла ошибку в ответе");

    public override string Key => SurveyLinks.Reopen;

    public override Access Access => Access.All(SurveyAccess.Checks);

    public override string Title => CheckingTexts.Reopen;

    public override bool For(Speaker speaker) => SurveyAccess.Checks(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SurveyId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var revision)
            || await reader.One(id) is not { } survey) return Say(CheckingScreens.Refused(SurveyRefusal.NoSuchSurvey, null));
        if (survey.State != SurveyState.Closed || survey.Revision != revision)
            return Say(CheckingScreens.Refused(SurveyRefusal.ChangedMeanwhile, id, ask.Said));
        var reason = await ask.Text("reason", Why, Longest, Rule);
        return Do(new ReopenSurvey(id, (int)revision, reason));
    }

    private static Parsed<string> Rule(string text)
    {
        var line = Russian.AtStart(OneLine.Of(text));
        return OneLine.Says(line, Shortest) ? PupilTexts.Asked(line)
            : new Parsed<string>.Bad("Слишком коротко. Напишите причину: хотя бы три буквы.");
    }
}

/// <param name="Id">Which.</param>
/// <param name="Revision">As it was seen.</param>
/// <param name="Reason">Why.</param>
internal sealed record ReopenSurvey(SurveyId Id, int Revision, string Reason);

internal sealed class ReopenSurveyHandler(Checkers checkers, ClosingStore store, CheckingNews news, SurveyScreens screens)
    : Handler<ReopenSurvey>
{
    public override async Task<Done> Handle(ReopenSurvey command, Turn turn)
    {
        if (!await checkers.Hold(turn.Person)) return Refused(SurveyRefusal.RoleLost, command);
        var result = await store.Reopen(command.Id, command.Revision, command.Reason, turn.Person, turn.Now);
        if (result.Refusal is { } because) return Refused(because, command);
        var survey = result.Survey!;
        turn.Log(LogAction.SurveyReopened, LogSubject.Survey, survey.Id.Value);
        await news.Reopened(turn, survey, command.Reason);
        return new Done.With(await screens.Of(turn, survey.Id, Html.Text(CheckingTexts.Reopened(survey))) ?? EngineTexts.NothingThere);
    }

    private static Done.With Refused(SurveyRefusal because, ReopenSurvey command) =>
        new(CheckingScreens.Refused(because, command.Id, command.Reason));
}
