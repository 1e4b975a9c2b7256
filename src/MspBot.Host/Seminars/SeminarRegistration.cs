using MspBot.Data.Seminars;
using MspBot.Host.Log;
using MspBot.Host.People;
using MspBot.Host.Seminars.Attendance;
using MspBot.Host.Seminars.Events;
using MspBot.Host.Seminars.Heads;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars;

/// <summary>What the bot can do about seminars.</summary>
internal static class SeminarRegistration
{
    internal static IServiceCollection AddSeminars(this IServiceCollection services)
    {
        services.AddScoped<SeminarReader>().AddScoped<ShownSeminars>();
        services.AddSingleton<SeminarScreens>().AddSingleton<SeminarList>();
        services.AddScoped<StoredPart, SeminarsStored>();
        services.AddScoped<SeminarNames>().AddLoggedThings<SeminarsInLog>().AddHistory<SeminarsInLog>();
        services.AddEvents();
        services.AddAttendance();
        services.AddSeats();
        services.AddHeads();
        return services;
    }
}
