using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>
/// One question of a survey. Its answer is stored at once, and the next question begins. Begun with the survey, the question, which answer
/// to it was read, and the school whose question it is.
/// </summary>
internal sealed class AnswerFlow(Fillers fillers, FillingReader reader) : Flow
{
    public override string Key => FillingLinks.Answer;

    public override string Title => QuestionTexts.Title;

    public override string Unfinished => QuestionTexts.Unfinished;

    public override Access Access => fillers.Access;

    public override bool For(Speaker speaker) => SurveyAccess.Fills(speaker) || SurveyAccess.Leads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SurveyId>() is not { } survey || ask.Start.Case<QuestionKind>(1) is not { } kind || ask.Start.Number(2) is not { } id
            || ask.Start.Number(3) is not (>= 0 and <= int.MaxValue and var read))
            return Say(QuestionTexts.Refusal(SurveyRefusal.NoSuchSurvey, ask.Said));
        if (await fillers.Of(ask.Speaker, ask.Start.Number(4)) is not { } filler)
            return Say(QuestionTexts.Refusal(
                SurveyAccess.Leads(ask.Speaker) ? SurveyRefusal.SchoolHasHead : SurveyRefusal.OtherSchool, ask.Said));
        if (await reader.One(survey, filler.School) is not { } answers)
            return Say(QuestionTexts.Refusal(SurveyRefusal.NotAsked, ask.Said));
        if (answers.Survey.State != SurveyState.Open) return Say(QuestionTexts.Refusal(SurveyRefusal.NotOpen, ask.Said));
        if (answers.Questions.FirstOrDefault(one => Is(one, kind, id)) is not { } question)
            return Say(QuestionTexts.Refusal(SurveyRefusal.NoSuchIndicator, ask.Said));
        var step = new QuestionStep(answers, question, filler, (int)read);
        return kind == QuestionKind.Recommendation ? await Carried(ask, step) : await Measured(ask, step);
    }

    internal static bool Is(SchoolQuestion one, QuestionKind kind, long id) =>
        (kind == QuestionKind.Indicator ? one.Indicator?.Value : one.Recommendation?.Value) == id;

    private static async Task<Outcome> Measured(Dialog ask, QuestionStep step)
    {
        var one = step.Question;
        var given = await ask.Choice("value", QuestionTexts.Of(step.Answers, one, ask.Zone), TypedAnswers.Options(one),
            typed => TypedAnswers.Read(one, typed));
        var value = given.Stays ? one.Value : given.Value;
        string? why = null;
        if (value is null)
        {
            var none = await ask.Choice("missing", QuestionTexts.Missing, TypedAnswers.Reasons, typed => TypedAnswers.Reason(one, typed));
            value = none.Instead ?? SurveyValue.None(none.Reason);
            why = none.Words ?? (value.Missing == MissingReason.Other ? await Why(ask, QuestionTexts.WhyMissing) : null);
        }
        else if (one.Remark is not null && value == one.Value)
        {
            why = await Why(ask, QuestionTexts.WhyStays);
        }
        var surprising = Surprise.Is(one.Kind, one.Comparable, value);
        if (surprising && !(one.Surprising && value == one.Value))
        {
            var sure = await ask.Choice("sure", QuestionTexts.Sure(one, value), TypedAnswers.Surprises,
                typed => TypedAnswers.Surprised(one, typed));
            if (!sure.IsMeant && sure.Instead is null) return Do(new AskQuestion(step.Survey, step.Filler, one.Number));
            why ??= sure.Why;
            value = sure.Instead ?? value;
            surprising = Surprise.Is(one.Kind, one.Comparable, value);
        }
        if (value == one.Value) why ??= one.Why;
        var seen = step.Read;
        if (one.Seen != seen)
        {
            if (value != one.Value && await Stays(ask, one)) return Do(new AskQuestion(step.Survey, step.Filler));
            seen = one.Seen;
        }
        var answer = new IndicatorAnswer(step.Survey, one.Indicator!.Value, seen, value, surprising, why);
        return Do(new SaveAnswer(answer, step.Filler, ValueTexts.Of(one.Kind, value, one.Unit, why)))
            .OnConflict(SurveyRefusal.AnsweredMeanwhile, "given", QuestionTexts.JustAnswered);
    }

    private static async Task<Outcome> Carried(Dialog ask, QuestionStep step)
    {
        var one = step.Question;
        var outcome = await ask.Choice("carried", QuestionTexts.Of(step.Answers, one, ask.Zone),
            [.. Enum.GetValues<RecommendationOutcome>().Select(o => new Option<RecommendationOutcome>(o, QuestionTexts.Choice(o)))]);
        var seen = step.Read;
        if (one.Seen != seen)
        {
            if (outcome != one.Outcome && await Stays(ask, one)) return Do(new AskQuestion(step.Survey, step.Filler));
            seen = one.Seen;
        }
        return Do(new SaveOutcome(step.Survey, one.Recommendation!.Value, seen, outcome, step.Filler))
            .OnConflict(SurveyRefusal.AnsweredMeanwhile, "given", QuestionTexts.JustAnswered);
    }

    private static Task<string> Why(Dialog ask, Prompt prompt) => ask.Text("why", prompt, SurveyBounds.Why, TypedAnswers.Why);

    /// <summary>Somebody else has answered since: whose answer counts? A third answer is asked about anew.</summary>
    private static Task<bool> Stays(Dialog ask, SchoolQuestion one) => ask.Choice($"given{one.Seen}", QuestionTexts.Given(one),
        [new Option<bool>(true, QuestionTexts.Keep), new Option<bool>(false, QuestionTexts.Replace)]);

    /// <summary>What is asked, and which answer to it was read.</summary>
    private sealed record QuestionStep(SchoolAnswers Answers, SchoolQuestion Question, Filler Filler, int Read)
    {
        internal SurveyId Survey => Answers.Survey.Id;
    }
}
