using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Profile;

/// <summary>/profile, and what can be changed in it.</summary>
internal static class ProfileRegistration
{
    internal static IServiceCollection AddProfile(this IServiceCollection services)
    {
        services.AddCommand<ProfileCommand>().AddCard<ProfileCard>();
        services.AddFlow<RenameFlow>().AddFlow<ChangeSchoolFlow>().AddFlow<PositionFlow>().AddFlow<SubjectsFlow>();
        services.AddHandler<ChangeProfile, ChangeProfileHandler>();
        services.AddMenuItem(800, _ => true, Button.Command(ProfileTexts.Profile, "profile"));
        return services;
    }
}
