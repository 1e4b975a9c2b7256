namespace MspBot.Host.Surveys.Filling;

/// <summary>The head of a school answers, one indicator a screen.</summary>
internal static class FillingRegistration
{
    internal static IServiceCollection AddFilling(this IServiceCollection services)
    {
        return services;
    }
}
