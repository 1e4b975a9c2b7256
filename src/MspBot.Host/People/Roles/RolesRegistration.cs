using MspBot.Data.People.Roles;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>/people, invitations, handing over.</summary>
internal static class RolesRegistration
{
    internal static IServiceCollection AddRoles(this IServiceCollection services)
    {
        services.AddScoped<RoleStore>().AddScoped<PeopleReader>().AddScoped<InvitationStore>().AddScoped<InvitationReader>();
        services.AddScoped<RoleChanges>().AddScoped<InvitationNews>().AddScoped<InvitationLetter>();
        services.AddCommand<PeopleCommand>().AddCard<PeopleCard>().AddCard<PersonCard>();
        services.AddCard<InvitationCard>().AddCard<InvitationsCard>().AddCard<HandoverCard>().AddStartLink<InvitationLink>();
        services.AddFlow<InviteFlow>().AddFlow<FindPersonFlow>().AddFileMaker<InvitationPictureMaker>();
        services.AddHandler<MakeInvitation, MakeInvitationHandler>().AddHandler<OpenPerson, OpenPersonHandler>();
        services.AddScoped<OnPersonErased, InvitationOnPersonErased>();
        services.AddMenuItem(110, speaker => speaker.Is(Role.Head), Button.Command(PeopleTexts.People, "people"));
        return services;
    }
}
