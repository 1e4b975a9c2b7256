using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Messaging;

/// <summary>What every messenger shares: receiving, turns by chat, sending, answers to presses.</summary>
internal static class MessagingRegistration
{
    /// <summary>
    /// Between the messengers, which connect first, and their receiving: all stop in the opposite order, so that nothing more is received,
    /// turns end, and what they said is sent.
    /// </summary>
    internal static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton<Lanes>();
        services.AddSingleton<ReceivingHealth>();
        services.AddSingleton<Receiver>();
        services.AddSingleton(new PressAnswers(PressAnswers.WithinASecond));
        services.AddSingleton<RecentMessages>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<Senders>();
        services.AddSingleton<Messenger>(provider => provider.GetRequiredService<Senders>());
        services.AddHostedService(provider => provider.GetRequiredService<Senders>());
        services.AddHostedService(provider => provider.GetRequiredService<Lanes>());
        return services;
    }

    /// <summary>A messenger to send by.</summary>
    internal static IServiceCollection AddMessenger<TCalls>(this IServiceCollection services) where TCalls : MessengerCalls
    {
        services.AddSingleton<TCalls>();
        services.AddSingleton(provider =>
        {
            var calls = provider.GetRequiredService<TCalls>();
            return ActivatorUtilities.CreateInstance<Sender>(provider, calls, ActivatorUtilities.CreateInstance<Delivery>(provider, calls));
        });
        return services;
    }
}
