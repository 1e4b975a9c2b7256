using MspBot.Data.People.Assignments;
using MspBot.Host.Conversations;

namespace MspBot.Host.People.Assignments;

/// <summary>Which tutor accompanies whom.</summary>
internal static class AssignmentsRegistration
{
    internal static IServiceCollection AddAssignments(this IServiceCollection services)
    {
        services.AddScoped<AssignmentStore>().AddScoped<AssignmentReader>().AddScoped<AssignmentNews>();
        services.AddCard<AssignmentCard>().AddCard<AssignmentsCard>();
        services.AddFlow<AssignFlow>().AddHandler<AssignTutor, AssignTutorHandler>();
        services.AddScoped<OnPersonErased, AssignmentOnPersonErased>().AddScoped<OnRoleRemoved, AssignmentOnRoleRemoved>();
        return services;
    }
}
