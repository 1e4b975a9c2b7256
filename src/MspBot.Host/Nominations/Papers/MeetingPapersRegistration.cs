using MspBot.Data.Nominations.Papers;
using MspBot.Host.Conversations;
using MspBot.Host.Seminars.Attendance;

namespace MspBot.Host.Nominations.Papers;

/// <summary>Papers of meetings: for a school's order, for the registration, for the minutes.</summary>
internal static class MeetingPapersRegistration
{
    internal static IServiceCollection AddMeetingPapers(this IServiceCollection services)
    {
        services.AddScoped<MeetingPaperReader>();
        services.AddCard<MeetingPapersCard>().AddCard<OrderListCard>().AddFileMaker<MeetingPaperMaker>();
        services.AddScoped<ParticipantsButton, PapersOfMeeting>();
        return services;
    }
}
