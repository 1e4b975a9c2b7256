namespace MspBot.Host.Surveys.Checking;

/// <summary>Who has answered; answers are accepted or returned, surveys closed and opened again.</summary>
internal static class CheckingRegistration
{
    internal static IServiceCollection AddChecking(this IServiceCollection services)
    {
        return services;
    }
}
