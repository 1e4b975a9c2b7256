using MspBot.Data.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Journal;

/// <summary>What came of a consultation, and the journal.</summary>
internal static class JournalRegistration
{
    internal static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddScoped<OutcomeStore>().AddScoped<JournalStore>().AddScoped<JournalReader>();
        services.AddScoped<JournalNotices>().AddSingleton<JournalScreens>().AddFileMaker<JournalFileMaker>();
        services.AddCard<OutcomeCard>().AddCard<JournalCard>().AddCard<EntryCard>();
        services.AddFlow<OutcomeFlow>().AddHandler<RecordOutcome, RecordOutcomeHandler>();
        services.AddFlow<JournalEntryFlow>().AddHandler<AddEntry, AddEntryHandler>();
        services.AddFlow<JournalEditFlow>().AddHandler<EditEntry, EditEntryHandler>();
        services.AddCommand<JournalCommand>();
        services.AddScoped<OnPersonErased, JournalOnPersonErased>();
        services.AddJob<OutcomeJob>("outcomes");
        services.AddMenuItem(60, speaker => speaker.Is(Role.Tutor), Button.Command(JournalTexts.Journal, "journal"));
        return services;
    }
}
