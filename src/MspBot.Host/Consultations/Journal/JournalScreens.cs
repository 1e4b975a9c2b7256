using MspBot.Data.Consultations.Journal;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>How lines of a journal and open outcomes look.</summary>
internal sealed class JournalScreens(SiteZone zone)
{
    /// <summary>Those that can be changed of a line, in the order of their buttons.</summary>
    private static readonly JournalField[] Fields =
        [JournalField.Minutes, JournalField.Pupils, JournalField.Recommendation, JournalField.Result, JournalField.Day, JournalField.Form,
            JournalField.Topic, JournalField.Note];

    internal static Screen Entry(JournalEntry entry, DateTimeOffset now, Html news = default, int unanswered = 0)
    {
        var screen = new Screen(Html.Paragraphs(news, JournalTexts.Entry(entry)));
        foreach (var pair in Fields.Where(f => IsOffered(entry, f, now)).Chunk(2))
            screen = screen.Row([.. pair.Select(f =>
                Button.Flow(JournalTexts.Change(f), ConsultationLinks.JournalEdit, Argument.Of(entry.Id, f)))]);
        return screen
            .Row(Reverse(entry, now))
            .Row(JournalCorrection.CheckRemoval(entry.Facts, now) is null
                ? Button.Card(JournalTexts.Remove, ConsultationLinks.Entry, entry.Id.Value, EntryCard.Remove) : null)
            .Row(unanswered == 0 ? null : ToUnanswered(unanswered))
            .Row(Button.Card($"← {Russian.MonthAtStart(entry.Day)}", ConsultationLinks.Journal, JournalCard.Number(entry.Day)),
                EngineTexts.ToMenu);
    }

    internal Screen Question(OutcomeDetails it) => Answers(new Screen(OutcomeTexts.Question(it, zone)), it.Id).Row(EngineTexts.ToMenu);

    /// <summary>Why it did not take place.</summary>
    internal Screen WhyNot(OutcomeDetails it, string action) => Enum.GetValues<NotHeldReason>()
        .Aggregate(new Screen(OutcomeTexts.WhyNot(it, zone)), (screen, reason) =>
            screen.Row(Button.Card(OutcomeTexts.Reason(reason), ConsultationLinks.Outcome, it.Id.Value, action, reason.ToString())))
        .Row(Button.Card(OutcomeTexts.Back, ConsultationLinks.Outcome, it.Id.Value));

    /// <summary>What the clock asks: of one at once, of several by a button each.</summary>
    internal Screen Ask(IReadOnlyList<OpenOutcome> all, bool again) => all.Count == 1
        ? Answers(new Screen(OutcomeTexts.Question(all[0], again, zone)), all[0].Id)
        : Rows(new Screen(OutcomeTexts.Several(all, again)), all.Take(Paging.Size))
            .Row(all.Count > Paging.Size ? ToUnanswered(all.Count) : null);

    internal Screen Rows(Screen screen, IEnumerable<OpenOutcome> all)
    {
        foreach (var one in all) screen = screen.Row(Button.Card(OutcomeTexts.Button(one, zone), ConsultationLinks.Outcome, one.Id.Value));
        return screen;
    }

    internal static Button ToUnanswered(int count) =>
        Button.Card(JournalTexts.Unanswered(count), ConsultationLinks.Journal, 0, arg: ConsultationLinks.OpenOutcomes);

    private static Screen Answers(Screen screen, ConsultationId id) => screen.Row(
        Button.Flow(OutcomeTexts.Held, ConsultationLinks.RecordOutcome, id),
        Button.Card(OutcomeTexts.NotHeld, ConsultationLinks.Outcome, id.Value, OutcomeCard.No));

    /// <summary>A result of its own belongs to what happened without the bot, a note to a consultation.</summary>
    private static bool IsOffered(JournalEntry entry, JournalField field, DateTimeOffset now) =>
        JournalCorrection.Check(entry.Facts, field, now) is null && (field != JournalField.Note || entry.ConsultationId is not null);

    private static Button? Reverse(JournalEntry entry, DateTimeOffset now) =>
        entry.ConsultationId is not { } consultation || now - entry.CreatedAt > JournalBounds.CorrectedFor ? null
        : entry.Held ? Button.Card(JournalTexts.AfterAllNotHeld, ConsultationLinks.Outcome, consultation.Value, OutcomeCard.AfterAllNot)
        : Button.Flow(JournalTexts.AfterAllHeld, ConsultationLinks.RecordOutcome, Argument.Of(consultation, OutcomeFlow.Again));

}
