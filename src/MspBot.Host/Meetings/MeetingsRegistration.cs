using MspBot.Data.Meetings;

namespace MspBot.Host.Meetings;

/// <summary>What all kinds of meetings have in common.</summary>
internal static class MeetingsRegistration
{
    internal static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services.AddScoped<EngagementReader>().AddScoped<SchoolHoursReader>().AddScoped<SchoolHoursStore>();
}
