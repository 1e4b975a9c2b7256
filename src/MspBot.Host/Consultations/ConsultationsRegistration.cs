using MspBot.Data.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations;

/// <summary>What the bot can do about consultations.</summary>
internal static class ConsultationsRegistration
{
    internal static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        // Hours
        services.AddScoped<HoursReader>();

        // Requests

        // Groups
        services.AddScoped<GroupReader>().AddScoped<GroupStore>().AddScoped<SuggestionStore>().AddScoped<GroupNotices>().AddSingleton<GroupScreens>();
        services.AddCard<GroupCard>().AddCard<SuggestionCard>().AddStartLink<GroupLink>();
        services.AddFlow<NewGroupFlow>().AddFlow<MoveGroupFlow>().AddFlow<CancelGroupFlow>();
        services.AddHandler<OpenGroup, OpenGroupHandler>().AddHandler<MoveGroup, MoveGroupHandler>().AddHandler<CancelGroup, CancelGroupHandler>();
        services.AddScoped<MySection, GroupsSection>().AddNextThing<InvitedToGroup>();
        services.AddScoped<PersonErasing, GroupErasing>().AddScoped<RoleLosing, GroupLosing>();

        // What came of it: the journal

        // Coordination

        return services;
    }
}
