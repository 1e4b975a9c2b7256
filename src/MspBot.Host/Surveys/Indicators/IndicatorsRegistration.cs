using MspBot.Data.Surveys.Indicators;
using MspBot.Host.Conversations;
using MspBot.Host.Log;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>What schools are asked about: the list of indicators and their versions.</summary>
internal static class IndicatorsRegistration
{
    /// <param name="services">The program's.</param>
    /// <param name="folder">Where <c>indicators.json</c> is; read here: a wrong file then stops the start with one line.</param>
    internal static IServiceCollection AddIndicators(this IServiceCollection services, string folder)
    {
        services.AddSingleton(TypicalSetFile.Read(folder)).AddSingleton(TypicalSetFile.Watched(folder));
        services.AddScoped<IndicatorReader>().AddScoped<IndicatorStore>().AddScoped<IndicatorScreens>();
        services.AddCard<IndicatorsCard>().AddCard<IndicatorCard>();
        services.AddFlow<AddIndicatorFlow>().AddHandler<AddIndicator, AddIndicatorHandler>();
        services.AddFlow<ChangeIndicatorFlow>().AddHandler<ChangeIndicator, ChangeIndicatorHandler>();
        services.AddLoggedThings<IndicatorsInLog>().AddMonitoringPart<IndicatorsPart>();
        return services;
    }
}
