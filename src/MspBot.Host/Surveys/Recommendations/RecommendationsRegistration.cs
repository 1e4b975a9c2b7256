namespace MspBot.Host.Surveys.Recommendations;

/// <summary>What is recommended to a school, and what came of it.</summary>
internal static class RecommendationsRegistration
{
    internal static IServiceCollection AddRecommendations(this IServiceCollection services)
    {
        return services;
    }
}
