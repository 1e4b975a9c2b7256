namespace MspBot.Host.Surveys.Summary;

/// <summary>What all schools have answered, as a message, a picture and papers.</summary>
internal static class SummaryRegistration
{
    internal static IServiceCollection AddSummary(this IServiceCollection services)
    {
        return services;
    }
}
