using MspBot.Data.Consultations;

namespace MspBot.Host.Consultations;

/// <summary>What the bot can do about consultations.</summary>
internal static class ConsultationsRegistration
{
    internal static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        // Hours
        services.AddScoped<HoursReader>();

        // Requests

        // Groups

        // What came of it: the journal

        // Coordination

        return services;
    }
}
