using MspBot.Data.Broadcasts.Sending;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>How a broadcast goes, is stopped and ends.</summary>
internal static class SendingRegistration
{
    internal static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddScoped<OutcomeStore>().AddScoped<StopStore>().AddScoped<ReceivedStore>().AddScoped<BroadcastHalts>()
            .AddScoped<MeetingHalts>();
        services.AddBroadcastFace<SentFace>().AddCard<ReceivedCard>();
        services.AddScoped<OnPersonErased, SendingOnPersonErased>().AddScoped<OnRoleRemoved, SendingOnRoleRemoved>();
        return services.AddJob<SendingJob>("broadcasts", JobRegistration.EachFewSeconds);
    }
}
