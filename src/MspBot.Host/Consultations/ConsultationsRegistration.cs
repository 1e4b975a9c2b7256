using MspBot.Data.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

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
        services.AddScoped<OutcomeStore>().AddScoped<JournalStore>().AddScoped<JournalReader>().AddScoped<JournalNotices>().AddSingleton<JournalScreens>();
        services.AddCard<OutcomeCard>().AddCard<JournalCard>().AddCard<EntryCard>();
        services.AddFlow<OutcomeFlow>().AddFlow<JournalEntryFlow>().AddFlow<JournalEditFlow>();
        services.AddHandler<RecordOutcome, RecordOutcomeHandler>().AddHandler<AddEntry, AddEntryHandler>().AddHandler<EditEntry, EditEntryHandler>();
        services.AddCommand<JournalCommand>();
        services.AddScoped<PersonErasing, JournalErasing>();
        services.AddMenuItem(60, speaker => speaker.Is(Role.Tutor), Button.Command(JournalTexts.Journal, "journal"));

        // Coordination
        services.AddScoped<LoadReader>().AddScoped<AssignStore>();
        services.AddCard<LoadCard>().AddCard<TutorJournalCard>().AddCard<AssignCard>();
        services.AddMenuItem(120, speaker => speaker.Is(Role.Head), Button.Card(LoadTexts.Load, LoadCard.Name, 0));

        return services;
    }
}
