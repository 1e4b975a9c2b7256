using MspBot.Host.Nominations.MySchool;
using MspBot.Host.Nominations.Papers;
using MspBot.Host.Nominations.Seats;
using MspBot.Host.Nominations.Sending;

namespace MspBot.Host.Nominations;

/// <summary>What the head of a school can do.</summary>
internal static class NominationRegistration
{
    internal static IServiceCollection AddNominations(this IServiceCollection services)
    {
        services.AddSending();
        services.AddSchoolSeats();
        services.AddMeetingPapers();
        services.AddMySchool();
        return services;
    }
}
