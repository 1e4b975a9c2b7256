using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>An answer, and how it is said back where it cannot be stored.</summary>
internal sealed record SaveAnswer(IndicatorAnswer Answer, Filler Filler, string Said);

/// <summary>Whether a recommendation was carried out; <paramref name="Seen"/> is what was read of it before.</summary>
internal sealed record SaveOutcome(
    SurveyId Survey, RecommendationId Recommendation, int Seen, RecommendationOutcome Outcome, Filler Filler);

/// <summary>The question of this number, as it is answered by now; null: the next that waits.</summary>
internal sealed record AskQuestion(SurveyId Survey, Filler Filler, int? Number = null);

internal sealed class SaveAnswerHandler(AnswerStore store, FillingSteps steps) : Handler<SaveAnswer>
{
    public override async Task<Done> Handle(SaveAnswer command, Turn turn)
    {
        var answer = command.Answer;
        var result = await store.Save(answer, command.Filler, turn.Person, turn.Now);
        return result.Refusal is { } refusal ? new Done.Refused(refusal, QuestionTexts.NotSaved(refusal, command.Said))
            : await steps.After(turn, answer.Survey, command.Filler, result, one => one.Indicator == answer.Question);
    }
}

internal sealed class SaveOutcomeHandler(AnswerStore store, FillingSteps steps) : Handler<SaveOutcome>
{
    public override async Task<Done> Handle(SaveOutcome command, Turn turn)
    {
        var result = await store.Save(command.Survey, command.Recommendation, command.Seen, command.Outcome, command.Filler, turn.Person,
            turn.Now);
        return result.Refusal is { } refusal
            ? new Done.Refused(refusal, QuestionTexts.NotSaved(refusal, FillingTexts.Outcome(command.Outcome)))
            : await steps.After(turn, command.Survey, command.Filler, result, one => one.Recommendation == command.Recommendation);
    }
}

internal sealed class AskQuestionHandler(FillingReader reader) : Handler<AskQuestion>
{
    public override async Task<Done> Handle(AskQuestion command, Turn turn)
    {
        if (await reader.One(command.Survey, command.Filler.School) is not { } answers)
            return new Done.With(QuestionTexts.Refusal(SurveyRefusal.NotAsked, null));
        return answers.Questions.FirstOrDefault(one => one.Number == command.Number) is { } one
            ? new Done.Beginning(FillingLinks.Answer, FillingLinks.Begin(command.Survey, one, command.Filler))
            : FillingSteps.Next(answers, command.Filler, null);
    }
}

/// <summary>What comes after a question.</summary>
internal sealed class FillingSteps(FillingReader reader, FillingNews news)
{
    /// <summary>An answer was stored. What was accepted and is put right is to be accepted anew, and the site hears of it.</summary>
    internal async Task<Done> After(
        Turn turn, SurveyId survey, Filler filler, FillingResult result, Func<SchoolQuestion, bool> isAnswered)
    {
        var answers = (await reader.One(survey, filler.School))!;
        if (result.Before != result.After || !answers.Open.Any()) await news.Redraw(turn, survey, filler.School);
        if (result.NeedsAcceptingAnew)
        {
            turn.Log(filler.BySite ? LogAction.SurveyFilledBySite : LogAction.SurveySent, LogSubject.Survey, survey.Value,
                LogDetail.Of("again", true), school: filler.School);
            await news.TellSent(turn, answers, putRight: true);
        }
        return Next(answers, filler, answers.Questions.First(isAnswered));
    }

    internal static Done Next(SchoolAnswers answers, Filler filler, SchoolQuestion? answered)
    {
        var id = answers.Survey.Id;
        Done next = answers.Open.FirstOrDefault() is { } open
            ? new Done.Beginning(FillingLinks.Answer, FillingLinks.Begin(id, open, filler))
            : new Done.Opening(SurveyLinks.Filling, id.Value, FillingLinks.Arg(filler));
        return answered is null ? next : next with { Kept = QuestionTexts.Kept(answered) };
    }
}
