using MspBot.Data.Surveys.Filling;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>Buttons that lead to what a school answers, and what they carry.</summary>
internal static class FillingLinks
{
    internal const string Answer = "survey-answer";

    /// <summary>Actions of the card.</summary>
    internal const string GoOn = "go";
    internal const string PutRight = "one";
    internal const string Send = "send";

    /// <summary>«Внести за школу»: of a school without a head in the bot; see <see cref="FillingReader.HasHead"/>.</summary>
    internal static Button ForSchool(SurveyId survey, SchoolId school) =>
        Open(FillingTexts.ForSchool, survey, new Filler(school, BySite: true));

    /// <summary>The card that a head of the school has of a survey.</summary>
    internal static Button Own(string label, SurveyId survey) => Button.Card(label, SurveyLinks.Filling, survey.Value);

    /// <summary>The next question of one's own school, whichever it is by then.</summary>
    internal static Button GoOnWith(string label, SurveyId survey) => Button.Card(label, SurveyLinks.Filling, survey.Value, GoOn, "0");

    internal static Button Open(string label, SurveyId survey, Filler filler, FillingView view = FillingView.Card, int page = 0) =>
        Button.Card(label, SurveyLinks.Filling, survey.Value, arg: Arg(filler, view, page));

    internal static Button Do(string label, SurveyId survey, Filler filler, string action, string more = "") =>
        Button.Card(label, SurveyLinks.Filling, survey.Value, action, more.Length == 0 ? $"{Number(filler)}" : $"{Number(filler)}.{more}");

    internal static string Arg(Filler filler, FillingView view = FillingView.Card, int page = 0) => $"{Number(filler)}.{view}.{page}";

    /// <summary>The question of a flow, and which answer to it was read.</summary>
    internal static string Begin(SurveyId survey, SchoolQuestion question, Filler filler) => question.Indicator is { } indicator
        ? Argument.Of(survey, QuestionKind.Indicator, indicator.Value, question.Seen, Number(filler))
        : Argument.Of(survey, QuestionKind.Recommendation, question.Recommendation!.Value.Value, question.Seen, Number(filler));

    internal static string Shown(SurveyId survey, SchoolId school) => $"{SurveyLinks.Filling}:{survey.Value}.{school.Value}";

    /// <summary>What was read of one school is never answered for another, wherever its head has gone meanwhile.</summary>
    private static long Number(Filler filler) => filler.School.Value;
}

/// <summary>What the card shows. Buttons carry the names.</summary>
internal enum FillingView
{
    Card,

    /// <summary>All answers, to be sent or only read.</summary>
    Review,

    /// <summary>«Исправить ответы»: which one.</summary>
    Choose,
}

/// <summary>What a question is about. Buttons carry the names.</summary>
internal enum QuestionKind
{
    Indicator,
    Recommendation,
}
