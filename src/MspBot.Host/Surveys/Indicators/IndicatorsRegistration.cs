namespace MspBot.Host.Surveys.Indicators;

/// <summary>What schools are asked about: the list of indicators and their versions.</summary>
internal static class IndicatorsRegistration
{
    internal static IServiceCollection AddIndicators(this IServiceCollection services)
    {
        return services;
    }
}
