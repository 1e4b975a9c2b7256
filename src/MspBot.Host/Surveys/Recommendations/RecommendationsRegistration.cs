using MspBot.Data.Surveys.Recommendations;
using MspBot.Host.Conversations;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Recommendations;

/// <summary>What is recommended to a school, and what came of it.</summary>
internal static class RecommendationsRegistration
{
    internal static IServiceCollection AddRecommendations(this IServiceCollection services)
    {
        services.AddScoped<RecommendationReader>().AddScoped<RecommendationStore>().AddScoped<RecommendationScreens>();
        services.AddScoped<OnPersonErased, RecommendationOnPersonErased>();
        services.AddCard<RecommendationCard>().AddNextThing<RecommendationWaits>().AddMonitoringPart<RecommendationsPart>();
        services.AddFlow<RecommendFlow>().AddHandler<MakeRecommendation, MakeRecommendationHandler>();
        services.AddLoggedThings<RecommendationsInLog>();
        return services;
    }
}
