using MspBot.Data.Consultations;
using MspBot.Domain.Consultations.Deadlines;
using MspBot.Host.Consultations.Deadlines;
using MspBot.Host.Consultations.Groups;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Consultations.Journal;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Consultations;

/// <summary>What the bot can do about consultations.</summary>
internal static class ConsultationsRegistration
{
    internal static IServiceCollection AddConsultations(this IServiceCollection services, AnswerTimes answers)
    {
        services.AddHours();
        // Before those of requests: what comes back out of a group goes the way of the others.
        services.AddGroupDepartures();
        services.AddRequests();
        services.AddDeadlines(answers);
        services.AddGroups();
        services.AddJournal();
        services.AddScoped<StoredConsultationsReader>().AddScoped<StoredPart, ConsultationsStored>();
        services.AddScoped<ConsultationNames>().AddLoggedThings<ConsultationsInLog>().AddHistory<ConsultationsInLog>();
        return services;
    }
}
