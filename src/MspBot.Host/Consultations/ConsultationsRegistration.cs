using MspBot.Data.Consultations;
using MspBot.Domain.Consultations;

namespace MspBot.Host.Consultations;

/// <summary>What the bot can do about consultations.</summary>
internal static class ConsultationsRegistration
{
    internal static IServiceCollection AddConsultations(this IServiceCollection services, AnswerTimes answers)
    {
        // Hours
        services.AddScoped<HoursReader>();

        // Requests

        // Nothing hangs
        services.AddSingleton(answers);
        services.AddScoped<UnansweredStore>();

        // Groups

        // What came of it: the journal

        // Coordination

        return services;
    }
}
