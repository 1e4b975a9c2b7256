using MspBot.Data.Surveys.Recommendations;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Recommendations;

/// <summary>How recommendations look to the head of their school, and to those who write them.</summary>
internal sealed class RecommendationScreens(SiteZone zone)
{
    internal const string Seen = "seen";

    /// <summary>What messages that show it are found by.</summary>
    internal static string Shown(RecommendationId id) => $"{SurveyLinks.Recommendation}:{id.Value}";

    /// <param name="one">Which.</param>
    /// <param name="isOfSchool">Seen by a head of the school.</param>
    /// <param name="news">Said above it.</param>
    internal Screen Card(RecommendationDetails one, bool isOfSchool, Html news = default) =>
        new Screen(Html.Paragraphs(news, RecommendationTexts.Card(one, isOfSchool, zone))) { Shows = Shown(one.Id) }
            .Row(isOfSchool && one.SeenAt is null
                ? Button.Card(RecommendationTexts.Noted, SurveyLinks.Recommendation, one.Id.Value, Seen).Main() : null)
            .Row(one.Survey is { } survey ? Button.Card(RecommendationTexts.ToSummary, SurveyLinks.Summary, survey.Value) : null,
                EngineTexts.ToMenu);

    internal Screen List(Page<RecommendationDetails> page, bool isOfSchool) =>
        new Screen(RecommendationTexts.List(isOfSchool, page.Items, zone))
            .Page(page, one => Button.Card(RecommendationTexts.Button(one, isOfSchool, zone), SurveyLinks.Recommendation, one.Id.Value),
                (label, number) => Button.Card(label, SurveyLinks.Recommendation, 0, "show", Russian.Number(number)))
            .Row(Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);
}
