using MspBot.Data.Consultations.Groups;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Groups;

/// <summary>Several teachers meet a tutor together.</summary>
internal static class GroupsRegistration
{
    internal static IServiceCollection AddGroups(this IServiceCollection services)
    {
        services.AddScoped<GroupReader>().AddScoped<GroupStore>().AddScoped<SuggestionStore>();
        services.AddScoped<GroupNotices>().AddSingleton<GroupScreens>();
        services.AddCard<GroupCard>().AddCard<SuggestionCard>().AddStartLink<GroupLink>();
        services.AddFlow<NewGroupFlow>().AddHandler<OpenGroup, OpenGroupHandler>();
        services.AddFlow<MoveGroupFlow>().AddHandler<MoveGroup, MoveGroupHandler>();
        services.AddFlow<CancelGroupFlow>().AddHandler<CancelGroup, CancelGroupHandler>();
        services.AddScoped<MySection, GroupsSection>().AddNextThing<InvitedToGroup>().AddNextThing<NextGroup>();
        services.AddScoped<GroupDecisions>().AddJob<GroupJob>("groups");
        return services;
    }

    /// <summary>Apart from the rest, because these have a place of their own in the order.</summary>
    internal static IServiceCollection AddGroupDepartures(this IServiceCollection services)
    {
        services.AddScoped<OnPersonErased, GroupOnPersonErased>().AddScoped<OnRoleRemoved, GroupOnRoleRemoved>();
        return services;
    }
}
