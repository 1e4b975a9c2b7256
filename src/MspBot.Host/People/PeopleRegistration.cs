using MspBot.Data.People;
using MspBot.Host.Configuration;
using MspBot.Host.Conversations;
using MspBot.Host.People.Assignments;
using MspBot.Host.People.Inquiries;
using MspBot.Host.People.Logged;
using MspBot.Host.People.Profile;
using MspBot.Host.People.Registration;
using MspBot.Host.People.Roles;
using MspBot.Host.People.Rosters;
using MspBot.Host.People.Schools;

namespace MspBot.Host.People;

/// <summary>Who takes part: the welcome, registration, the profile, schools, and what the site says about itself.</summary>
internal static class PeopleRegistration
{
    /// <exception cref="SettingException">A file in the data folder is wrong.</exception>
    internal static IServiceCollection AddPeople(this IServiceCollection services, PeopleSettings settings)
    {
        services.AddSingleton(settings);
        services.AddScoped<PersonStore>().AddScoped<PersonReader>().AddScoped<PersonErasure>();
        services.AddScoped<Reachability, PersonReachability>().AddHostedService<PeopleStart>();
        services.AddRegistration(settings);
        services.AddProfile();
        services.AddSchools(settings);
        services.AddRoles();
        services.AddRosters();
        services.AddAssignments();
        services.AddInquiries();
        services.AddLogged();
        return services;
    }
}
