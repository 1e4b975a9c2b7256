using MspBot.Data.People.Schools;
using MspBot.Host.Configuration;
using MspBot.Host.Conversations;

namespace MspBot.Host.People.Schools;

/// <summary>The list of schools, and those that somebody typed.</summary>
internal static class SchoolsRegistration
{
    /// <exception cref="SettingException">The file of schools is wrong.</exception>
    internal static IServiceCollection AddSchools(this IServiceCollection services, PeopleSettings settings)
    {
        // Read here, not when it is first needed: a wrong file then stops the start with one line.
        services.AddSingleton(SchoolsFile.Read(settings.DataFolder));
        services.AddScoped<SchoolStore>().AddScoped<SchoolReader>().AddScoped<HeadedSchools>().AddScoped<SchoolNaming>();
        services.AddCard<SchoolCard>().AddNextThing<UnlistedSchoolWaiting>();
        return services;
    }
}
