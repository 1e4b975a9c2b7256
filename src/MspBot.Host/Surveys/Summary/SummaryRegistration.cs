using MspBot.Data.Surveys.Summary;
using MspBot.Host.Conversations;

namespace MspBot.Host.Surveys.Summary;

/// <summary>What all schools have answered, as a message, a picture and papers.</summary>
internal static class SummaryRegistration
{
    internal static IServiceCollection AddSummary(this IServiceCollection services)
    {
        services.AddScoped<SummaryReader>().AddScoped<ComputedReader>().AddScoped<SummaryScreens>();
        services.AddCard<SummaryCard>().AddFileMaker<SummaryFileMaker>().AddMonitoringPart<SummaryPart>();
        return services;
    }
}
