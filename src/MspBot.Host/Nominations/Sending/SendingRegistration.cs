using MspBot.Data.Nominations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.People;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Sending;

/// <summary>Sending teachers to meetings, and their answers.</summary>
internal static class SendingRegistration
{
    internal static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddScoped<NominationReader>().AddScoped<NominationStore>().AddScoped<NominationAnswers>().AddScoped<NominationDeadlines>();
        services.AddSingleton<NominationClock>().AddScoped<SchoolMeetingScreens>().AddScoped<SchoolLetters>().AddScoped<NominationNews>();
        services.AddCard<SchoolMeetingCard>().AddCard<NomineeCard>().AddCard<AnswerCard>();
        services.AddFlow<NominateFlow>().AddHandler<NominateTeachers, NominateTeachersHandler>();
        services.AddHandler<CallNewcomers, CallNewcomersHandler>();
        services.AddFlow<ReplaceFlow>().AddHandler<ReplaceNominee, ReplaceNomineeHandler>();
        services.AddSingleton<SeminarCardButtons, AnswerButtons>().AddScoped<OnNominatedPlace, NomineesPlace>();
        services.AddScoped<NomineeDues, RenewedDues>();
        services.AddScoped<OnPersonErased, NominationsForgotten>().AddScoped<StoredPart, NominationsStored>();
        services.AddNextThing<NominationWaiting>();
        services.AddJob<NominationJob>("nominations");
        return services;
    }
}
