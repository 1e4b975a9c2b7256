using System.Globalization;
using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>One thing about a line of the journal is corrected. Begun with «42.Minutes».</summary>
internal sealed class JournalEditFlow(JournalReader reader) : Flow
{
    private const string Name = ConsultationLinks.JournalEdit;

    public override string Key => Name;

    public override Access Access => EntryCard.Rows(reader);

    public override string Title => JournalTexts.Changing;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Start.Count != 2 || ask.Row<JournalId>() is not { } id || ask.Start.Case<JournalField>(1) is not { } field
            || await reader.Find(id, ask.Person) is not { } entry)
            return Say(Closed(JournalRefusal.NoSuchEntry, null));
        if (JournalCorrection.Check(entry.Facts, field, ask.Now) is { } refusal) return Say(Closed(refusal, entry));

        var value = await JournalQuestions.Again(ask, field);
        if (field == JournalField.Recommendation) await ask.Confirm(JournalTexts.SaveRecommendation);
        return Do(new EditEntry(entry.Id, field, value));
    }

    internal static Screen Closed(JournalRefusal because, JournalEntry? entry) => new Screen(Html.Text(JournalTexts.Refused(because)))
        .Row(entry is null ? Button.Command(JournalTexts.ToJournal, "journal")
            : Button.Card(JournalTexts.OpenEntry, ConsultationLinks.Entry, entry.Id.Value));
}

/// <summary>What is to be corrected.</summary>
internal sealed record EditEntry(JournalId Id, JournalField Field, object? Value);

/// <summary>Corrects it; a changed recommendation is sent to the teacher again.</summary>
internal sealed class EditEntryHandler(JournalStore store, OutcomeStore outcomes, JournalNotices notices, SiteZone zone)
    : Handler<EditEntry>
{
    public override async Task<Done> Handle(EditEntry command, Turn turn)
    {
        var tutor = turn.Person;
        if (command.Value is DateOnly day && !JournalBounds.FitsDay(day, zone.DayOf(turn.Now)))
            return new Done.With(JournalEditFlow.Closed(JournalRefusal.DayOutOfBounds, null));
        var (entry, refusal, chat) = await store.Change(command.Id, tutor, command.Field, command.Value, turn.Now);
        if (refusal is { } because) return new Done.With(JournalEditFlow.Closed(because, entry));

        var told = command.Field != JournalField.Recommendation || entry!.Recommendation is null ? []
            : entry.ConsultationId is { } consultation ? await outcomes.Audience(consultation)
            : chat is { } teacher ? [teacher] : (IReadOnlyList<ChatId>)[];
        await notices.TellRecommended(turn, entry!, told);
        return new Done.With(JournalScreens.Entry(entry!, turn.Now, JournalTexts.Saved(told.Count)));
    }
}
