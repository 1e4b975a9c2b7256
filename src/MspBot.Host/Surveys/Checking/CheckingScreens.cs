using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>Nothing was done; the way on is the survey.</summary>
internal static class CheckingScreens
{
    private const int SaidBack = 300;

    /// <param name="because">Why.</param>
    /// <param name="survey">Which; null: there is none.</param>
    /// <param name="typed">What was typed for it, which is said back; null: nothing.</param>
    internal static Screen Refused(SurveyRefusal because, SurveyId? survey, string? typed = null) =>
        new Screen(Html.Paragraphs(Html.Text(SurveyRefusalTexts.Of(because)), NotKept(typed)))
            .Row(survey is { } id ? Button.Card(CheckingTexts.ToSurvey, SurveyLinks.Survey, id.Value)
                : Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring))
            .Row(EngineTexts.ToMenu);

    internal static Html NotKept(string? typed) => typed is null ? default : Html.Of($"Не сохранилось: «{Ellipsis.Cut(typed, SaidBack)}»");
}
