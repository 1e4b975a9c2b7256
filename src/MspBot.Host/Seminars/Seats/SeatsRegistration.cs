using MspBot.Data.Seminars.Seats;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Seats;

/// <summary>Sign-up and the waiting list.</summary>
internal static class SeatsRegistration
{
    internal static IServiceCollection AddSeats(this IServiceCollection services)
    {
        services.AddScoped<SignUpReader>().AddScoped<SignUpStore>().AddScoped<LineStore>().AddScoped<StoredSignUps>();
        services.AddScoped<SeminarNotices>().AddScoped<SeminarPlaces>().AddScoped<NominatedPlaces>().AddScoped<SeatsChanges>();
        services.AddScoped<OnPersonErased, SeminarOnPersonErased>().AddScoped<OnPersonReturned, SeminarReturned>();
        services.AddJob<LineJob>("line");
        return services;
    }
}
