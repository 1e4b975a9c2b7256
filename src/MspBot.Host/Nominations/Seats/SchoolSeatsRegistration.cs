using MspBot.Data.Nominations.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Seats;

/// <summary>Seats held for schools: the head of the site holds and frees them, the school's head sees them.</summary>
internal static class SchoolSeatsRegistration
{
    internal static IServiceCollection AddSchoolSeats(this IServiceCollection services)
    {
        services.AddScoped<SchoolSeatsReader>().AddScoped<HeldScreens>().AddScoped<HeldNews>();
        services.AddScoped<SchoolSeatsScreens>().AddScoped<MeetingNews>().AddScoped<OnSeatsChanged, SchoolCards>();
        services.AddCard<HeldSeatsCard>().AddCard<SchoolSeatsCard>();
        services.AddFlow<HoldSeatsFlow>().AddHandler<HoldSeats, HoldSeatsHandler>();
        services.AddSingleton<SeminarCardButtons, HeldSeatsButton>();
        return services;
    }
}
