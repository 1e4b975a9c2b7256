using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>
/// One line of the speaker's own journal. What was a consultation can be corrected, what was not can be taken away as well.
/// </summary>
internal sealed class EntryCard(JournalReader reader, JournalStore store) : Card
{
    private const string Name = ConsultationLinks.Entry;
    internal const string Remove = "del";
    private const string RemoveYes = "gone";

    public override string Key => Name;

    public override Access Access => Rows(reader);

    /// <summary>A journal names teachers, so access ends with the tutor role.</summary>
    internal static Access Rows(JournalReader reader) => Access.Rows(async (turn, id) =>
        turn.Speaker.Is(Role.Tutor) && await reader.Find(new(id), turn.Person) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.Find(new(id), turn.Person) is { } entry ? JournalScreens.Entry(entry, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is not (Remove or RemoveYes) || await reader.Find(new(id), turn.Person) is not { } entry) return Pressed.Fresh();
        if (action == RemoveYes) return await TakeAway(turn, entry);
        if (JournalCorrection.CheckRemoval(entry.Facts, turn.Now) is { } because) return Pressed.Warn(JournalTexts.Refused(because));
        return Pressed.Instead(new Screen(JournalTexts.RemoveAsk(entry))
            .Row(Button.Card(JournalTexts.RemoveYes, Name, id, RemoveYes)).Row(Button.Card(JournalTexts.Keep, Name, id)));
    }

    private async Task<Pressed> TakeAway(Turn turn, JournalEntry entry)
    {
        if ((await store.Remove(entry.Id, turn.Person, turn.Now)).Refusal is { } because)
            return Pressed.Warn(JournalTexts.Refused(because));
        turn.Flash(JournalTexts.Removed);
        return Pressed.Open(ConsultationLinks.Journal, JournalCard.Number(entry.Day));
    }
}
