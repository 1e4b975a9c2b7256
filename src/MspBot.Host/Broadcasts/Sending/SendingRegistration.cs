namespace MspBot.Host.Broadcasts.Sending;

/// <summary>How a broadcast goes, is stopped and ends.</summary>
internal static class SendingRegistration
{
    internal static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddBroadcastFace<SentFace>();
}
