using MspBot.Data.Broadcasts;
using MspBot.Host.Broadcasts.After;
using MspBot.Host.Broadcasts.Composing;
using MspBot.Host.Broadcasts.Sending;
using MspBot.Host.Broadcasts.Topics;
using MspBot.Host.Conversations;

namespace MspBot.Host.Broadcasts;

/// <summary>Writing to many, and topics one asks for.</summary>
internal static class BroadcastsRegistration
{
    internal static IServiceCollection AddBroadcasts(this IServiceCollection services)
    {
        services.AddScoped<BroadcastReader>().AddScoped<BroadcastRightReader>().AddScoped<AudienceReader>();
        services.AddScoped<BroadcastAccess>().AddScoped<BroadcastMessages>().AddScoped<BroadcastScreens>().AddCard<BroadcastCard>();
        return services.AddComposing().AddSending().AddAfter().AddTopicNews();
    }
}
