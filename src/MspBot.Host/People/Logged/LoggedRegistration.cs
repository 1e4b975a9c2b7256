using MspBot.Data.People;
using MspBot.Host.Log;

namespace MspBot.Host.People.Logged;

/// <summary>People, schools and what is between them, in the log.</summary>
internal static class LoggedRegistration
{
    internal static IServiceCollection AddLogged(this IServiceCollection services)
    {
        services.AddScoped<PeopleNames>();
        services.AddLoggedThings<PeopleInLog>().AddHistory<PeopleInLog>().AddScoped<LoggedPeople>(p => p.GetRequiredService<PeopleInLog>());
        services.AddLoggedThings<SchoolsInLog>().AddLoggedThings<InvitationsInLog>().AddLoggedThings<AssignmentsInLog>()
            .AddLoggedThings<InquiriesInLog>();
        services.AddScoped<StoredPart, TouchedByOthers>();
        return services;
    }
}
