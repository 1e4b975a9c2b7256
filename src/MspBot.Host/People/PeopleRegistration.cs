using MspBot.Data.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>Who takes part: the door, registration, the profile, schools, and what the site says about itself.</summary>
internal static class PeopleRegistration
{
    /// <exception cref="SettingException">A file in the data folder is wrong.</exception>
    internal static IServiceCollection AddPeople(this IServiceCollection services, PeopleSettings settings)
    {
        services.AddSingleton(settings);
        // Read here, not when they are first needed: a wrong file then stops the start with one line.
        services.AddSingleton(SiteFile.Read(settings.DataFolder));
        services.AddSingleton(SchoolsFile.Read(settings.DataFolder));
        services.AddScoped<PersonStore>().AddScoped<PersonReader>().AddScoped<SchoolStore>().AddScoped<SchoolReader>();
        services.AddScoped<Door, PeopleDoor>().AddScoped<Reachability, PersonReachability>().AddScoped<SchoolNaming>();
        services.AddHostedService<PeopleStart>();

        services.AddCommand<StartCommand>().AddCard<DoorCard>();
        services.AddStartLink<InvitationLink>();
        services.AddFlow<RegistrationFlow>().AddHandler<RegisterPerson, RegisterPersonHandler>();

        services.AddCommand<ProfileCommand>().AddCard<ProfileCard>();
        services.AddFlow<RenameFlow>().AddFlow<MoveFlow>().AddFlow<PositionFlow>().AddFlow<SubjectsFlow>();
        services.AddHandler<ChangeProfile, ChangeProfileHandler>();
        services.AddMenuItem(800, _ => true, Button.Command(ProfileTexts.Profile, "profile"));

        services.AddCard<SchoolCard>().AddNextThing<UnlistedSchoolWaiting>();

        services.AddCommand<AboutCommand>();
        services.AddMenuItem(810, _ => true, Button.Command(AboutTexts.About, "about"));
        return services;
    }
}
