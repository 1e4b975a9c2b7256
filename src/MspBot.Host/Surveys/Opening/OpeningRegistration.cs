using MspBot.Data.Surveys.Opening;
using MspBot.Host.Conversations;
using MspBot.Host.Log;

namespace MspBot.Host.Surveys.Opening;

/// <summary>A survey is put together, shown with its size, and opened.</summary>
internal static class OpeningRegistration
{
    internal static IServiceCollection AddOpening(this IServiceCollection services)
    {
        services.AddScoped<DraftReader>().AddScoped<DraftStore>().AddScoped<OpeningNews>().AddSingleton<DraftScreens>();
        services.AddSurveyFace<DraftFace>().AddCard<SurveysCard>().AddMonitoringPart<OpeningPart>();
        services.AddFlow<NewSurveyFlow>().AddHandler<DraftSurvey, DraftSurveyHandler>();
        services.AddFlow<ChangeDraftFlow>().AddHandler<ChangeDraft, ChangeDraftHandler>();
        services.AddLoggedThings<SurveysInLog>().AddHistory<SurveysInLog>();
        return services;
    }
}
