using MspBot.Data.Broadcasts.After;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;
using MspBot.Host.People.Roles;

namespace MspBot.Host.Broadcasts.After;

/// <summary>What is done to a broadcast that has gone: corrected, deleted, sent once more, passed on; its papers.</summary>
internal static class AfterRegistration
{
    internal static IServiceCollection AddAfter(this IServiceCollection services)
    {
        services.AddScoped<AfterReader>().AddScoped<ChangeStore>().AddScoped<AgainStore>().AddScoped<BroadcastRightStore>();
        services.AddScoped<PassingOn>();
        services.AddCard<BroadcastDeedsCard>().AddCard<MissedCard>().AddCard<AcknowledgedCard>().AddBroadcastPart<AfterPart>();
        services.AddFlow<CorrectBroadcastFlow>().AddHandler<CorrectBroadcast, CorrectBroadcastHandler>();
        services.AddFileMaker<BroadcastPaperMaker>();
        services.AddCard<BroadcastRightCard>().AddScoped<PersonPart, BroadcastRightPart>().AddScoped<OnRoleRemoved, RightOnRoleRemoved>();
        return services.AddJob<ChangesJob>("broadcast-changes", JobRegistration.EachFewSeconds);
    }
}
