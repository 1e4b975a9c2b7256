namespace MspBot.Host.Surveys.Opening;

/// <summary>A survey is put together, shown with its size, and opened.</summary>
internal static class OpeningRegistration
{
    internal static IServiceCollection AddOpening(this IServiceCollection services)
    {
        return services;
    }
}
