using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>
/// A survey as a school answers it; the number is the survey. What a button carries begins with the school that it was shown for; 0 or
/// nothing: the one that the speaker heads.
/// </summary>
internal sealed class FillingCard(
    Fillers fillers, FillingReader reader, AnswerStore store, FillingScreens screens, FillingNews news) : Card
{
    private const string GoOn = FillingLinks.GoOn;
    private const string PutRight = FillingLinks.PutRight;
    private const string Send = FillingLinks.Send;

    public override string Key => SurveyLinks.Filling;

    public override Access Access => fillers.Access;

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var carried = new Argument(arg);
        if (await fillers.Of(turn.Speaker, carried.Number()) is not { } filler
            || await reader.One(new SurveyId(id), filler.School) is not { } answers) return null;
        var page = Pager.Number(carried.Number(2) ?? 0);
        return carried.Case<FillingView>(1) switch
        {
            FillingView.Review => FillingScreens.Review(answers, filler, page),
            FillingView.Choose when answers.Survey.State == SurveyState.Open && answers.Answered > 0 =>
                FillingScreens.Choose(answers, filler, page),
            _ => screens.Card(answers, filler, turn.Now),
        };
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var carried = new Argument(arg);
        if (await fillers.Of(turn.Speaker, carried.Number()) is not { } filler
            || await reader.One(new SurveyId(id), filler.School) is not { } answers) return Pressed.Fresh(arg);
        return action switch
        {
            GoOn when answers.Survey.State == SurveyState.Open && answers.Open.FirstOrDefault() is { } next => Ask(answers, next, filler),
            GoOn => Pressed.Instead(screens.Card(answers, filler, turn.Now)),
            PutRight when answers.Survey.State == SurveyState.Open
                && answers.Questions.FirstOrDefault(one => one.Number == carried.Number(1)) is { } one => Ask(answers, one, filler),
            PutRight => Pressed.Instead(screens.Card(answers, filler, turn.Now)),
            Send when carried.Number(1) is > 0 and <= int.MaxValue and var version && carried.Number(2) is { } seen =>
                await Sends(turn, answers, (int)version, seen, filler),
            _ => Pressed.Fresh(FillingLinks.Arg(filler)),
        };
    }

    private static Pressed Ask(SchoolAnswers answers, SchoolQuestion question, Filler filler) =>
        Pressed.Begin(FillingLinks.Answer, FillingLinks.Begin(answers.Survey.Id, question, filler));

    private async Task<Pressed> Sends(Turn turn, SchoolAnswers answers, int version, long seen, Filler filler)
    {
        var id = answers.Survey.Id;
        var result = await store.Send(id, version, seen, filler, turn.Person, turn.Now);
        if (await reader.One(id, filler.School) is not { } now) return Pressed.Fresh();
        switch (result.Refusal)
        {
            case SurveyRefusal.ChangedMeanwhile:
                return Pressed.Instead(FillingScreens.Review(now, filler, 0, Html.Text(FillingTexts.ReadAnew)));
            case SurveyRefusal.NotComplete:
                return Pressed.Instead(FillingScreens.Review(now, filler, 0, Html.Text(SurveyRefusalTexts.Of(SurveyRefusal.NotComplete))));
            case { } refusal:
                return Pressed.Instead(screens.Card(now, filler, turn.Now, Html.Text(SurveyRefusalTexts.Of(refusal))));
        }
        turn.Log(filler.BySite ? LogAction.SurveyFilledBySite : LogAction.SurveySent, LogSubject.Survey, id.Value,
            LogDetail.Of("again", result.After == SchoolSurveyState.Resent), school: filler.School);
        await news.Redraw(turn, id, filler.School);
        await news.TellSent(turn, now);
        return Pressed.Instead(screens.Card(now, filler, turn.Now, Html.Text(FillingTexts.Sent(now))));
    }
}
