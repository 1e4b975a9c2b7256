namespace MspBot.Host.Messaging;

/// <summary>What every messenger shares: receiving, turns by chat, answers to presses, one pause.</summary>
internal static class MessagingRegistration
{
    internal static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton<Lanes>();
        services.AddSingleton<ReceivingHealth>();
        services.AddSingleton<Receiver>();
        services.AddSingleton(new PressAnswers(PressAnswers.WithinASecond));
        services.AddSingleton<SharedPause>();
        services.AddSingleton<RecentMessages>();
        return services;
    }
}
