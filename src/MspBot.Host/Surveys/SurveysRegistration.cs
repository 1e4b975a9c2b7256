using MspBot.Data.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Checking;
using MspBot.Host.Surveys.Filling;
using MspBot.Host.Surveys.Indicators;
using MspBot.Host.Surveys.Opening;
using MspBot.Host.Surveys.Recommendations;
using MspBot.Host.Surveys.Summary;

namespace MspBot.Host.Surveys;

/// <summary>Monitoring of the schools: indicators, surveys, what schools answer, their summary.</summary>
internal static class SurveysRegistration
{
    internal static IServiceCollection AddSurveys(this IServiceCollection services, string dataFolder)
    {
        services.AddScoped<SurveyReader>();
        services.AddCommand<MonitoringCommand>().AddCard<MonitoringCard>();
        services.AddScoped<SurveyScreens>().AddCard<SurveyCard>();
        services.AddMenuItem(92, SurveyAccess.Opens, Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring));
        return services.AddIndicators(dataFolder).AddOpening().AddFilling().AddChecking().AddSummary().AddRecommendations();
    }
}
