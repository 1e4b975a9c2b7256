using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Inquiries;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Domain.People;
using MspBot.Host.Configuration;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Assignments;
using MspBot.Host.People.Inquiries;
using MspBot.Host.People.Profile;
using MspBot.Host.People.Registration;
using MspBot.Host.People.Roles;
using MspBot.Host.People.Schools;

namespace MspBot.Host.People;

/// <summary>Who takes part: the welcome, registration, the profile, schools, and what the site says about itself.</summary>
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
        services.AddScoped<Welcome, PeopleWelcome>().AddScoped<Reachability, PersonReachability>().AddScoped<SchoolNaming>();
        services.AddHostedService<PeopleStart>();

        services.AddCommand<StartCommand>().AddCard<WelcomeCard>();
        services.AddFlow<RegistrationFlow>().AddHandler<RegisterPerson, RegisterPersonHandler>();

        services.AddCommand<ProfileCommand>().AddCard<ProfileCard>().AddScoped<PersonErasure>();
        services.AddFlow<RenameFlow>().AddFlow<ChangeSchoolFlow>().AddFlow<PositionFlow>().AddFlow<SubjectsFlow>();
        services.AddHandler<ChangeProfile, ChangeProfileHandler>();
        services.AddMenuItem(800, _ => true, Button.Command(ProfileTexts.Profile, "profile"));

        services.AddCard<SchoolCard>().AddNextThing<UnlistedSchoolWaiting>();

        AddRoles(services);
        AddTutoring(services);
        AddInquiries(services);

        services.AddCommand<AboutCommand>();
        services.AddMenuItem(810, _ => true, Button.Command(AboutTexts.About, "about"));
        return services;
    }

    /// <summary>/people, invitations, handing over.</summary>
    private static void AddRoles(IServiceCollection services)
    {
        services.AddScoped<RoleStore>().AddScoped<PeopleReader>().AddScoped<InvitationStore>().AddScoped<InvitationReader>();
        services.AddScoped<RoleChanges>().AddScoped<InvitationNews>().AddScoped<InvitationLetter>();
        services.AddCommand<PeopleCommand>().AddCard<PeopleCard>().AddCard<PersonCard>();
        services.AddCard<InvitationCard>().AddCard<InvitationsCard>().AddCard<HandoverCard>().AddStartLink<InvitationLink>();
        services.AddFlow<InviteFlow>().AddFlow<FindPersonFlow>().AddFileMaker<InvitationPictureMaker>();
        services.AddHandler<MakeInvitation, MakeInvitationHandler>().AddHandler<OpenPerson, OpenPersonHandler>();
        services.AddMenuItem(110, speaker => speaker.Is(Role.Head), Button.Command(PeopleTexts.People, "people"));
    }

    /// <summary>Which tutor accompanies whom.</summary>
    private static void AddTutoring(IServiceCollection services)
    {
        services.AddScoped<AssignmentStore>().AddScoped<AssignmentReader>().AddScoped<AssignmentNews>();
        services.AddCard<AssignmentCard>().AddCard<AssignmentsCard>();
        services.AddFlow<AssignFlow>().AddHandler<AssignTutor, AssignTutorHandler>();
        services.AddScoped<OnPersonErased, AssignmentOnPersonErased>().AddScoped<OnRoleRemoved, AssignmentOnRoleRemoved>();
    }

    /// <summary>«Спросить человека».</summary>
    private static void AddInquiries(IServiceCollection services)
    {
        services.AddScoped<InquiryStore>().AddScoped<InquiryReader>().AddScoped<InquiryNews>();
        services.AddCard<InquiryCard>().AddNextThing<InquiryWaiting>();
        services.AddFlow<AskFlow>().AddFlow<AnswerInquiryFlow>();
        services.AddHandler<AskHeads, AskHeadsHandler>().AddHandler<ReplyToInquiry, ReplyToInquiryHandler>();
        services.AddScoped<OnPersonErased, InquiryOnPersonErased>();
        services.AddHelpItem(AskFlow.IsFor, Button.Flow(AskTexts.Ask, PeopleLinks.Ask), AskTexts.Hint);
    }
}
