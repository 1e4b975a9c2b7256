using System.Globalization;
using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>
/// «Состоялась»: how long it took, and what is to be said of it. Begun with the consultation's number; «.fix» after it corrects.
/// </summary>
internal sealed class OutcomeFlow(OutcomeStore outcomes) : Flow
{
    private const string Name = ConsultationLinks.RecordOutcome;
    internal const string Again = "fix";

    public override string Key => Name;

    public override Access Access => OutcomeCard.Rows(outcomes);

    public override string Title => OutcomeTexts.Title;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var again = ask.Start.Part(1) == Again;
        if (ask.Start.Count != (again ? 2 : 1) || ask.Row<ConsultationId>() is not { } id
            || await outcomes.Find(id, ask.Person) is not { } details)
            return Say(OutcomeCard.Refused(OutcomeRefusal.NoSuchConsultation));
        var refusal = again ? OutcomeRules.CheckCorrection(details.Facts, ask.Now) : OutcomeRules.Check(details.Facts, ask.Now);
        if (refusal is { } because) return Say(Closed(because, details));

        var minutes = await JournalQuestions.Minutes(ask, (int)(details.EndsAt - details.StartsAt).TotalMinutes);
        var recommendation = await JournalQuestions.Recommendation(ask);
        var note = await JournalQuestions.Note(ask);
        var pupils = await JournalQuestions.Pupils(ask);
        await ask.Confirm(OutcomeTexts.Confirm);

        return Do(new RecordOutcome(details.Id, new(minutes, recommendation, note, pupils), again));
    }

    /// <summary>Another device was first: the way on is what stands in the journal.</summary>
    internal static Screen Closed(OutcomeRefusal because, OutcomeDetails details) => new Screen(Html.Text(OutcomeTexts.Refused(because)))
        .Row(details.Entry is { } entry ? Button.Card(JournalTexts.OpenEntry, ConsultationLinks.Entry, entry.Value) : null)
        .Row(EngineTexts.ToMenu);
}

/// <summary>A consultation that took place, to be written down.</summary>
internal sealed record RecordOutcome(ConsultationId Id, OutcomeDraft.Held Outcome, bool Again);

/// <summary>Writes it down, and tells those whom the recommendation is for.</summary>
internal sealed class RecordOutcomeHandler(OutcomeStore outcomes, JournalReader journal, JournalNotices notices, SiteZone zone)
    : Handler<RecordOutcome>
{
    public override async Task<Done> Handle(RecordOutcome command, Turn turn)
    {
        var tutor = turn.Person;
        var details = await outcomes.Find(command.Id, tutor);
        var result = command.Again
            ? await outcomes.Correct(command.Id, tutor, command.Outcome, turn.Now)
            : await outcomes.Record(command.Id, tutor, command.Outcome, zone.DayOf(details?.StartsAt ?? turn.Now), turn.Now);
        if (result.Refusal is { } because)
            return new Done.With(result.Details is { } stands ? OutcomeFlow.Closed(because, stands) : OutcomeCard.Refused(because));

        OutcomeDeeds.Log(turn, details!, command.Outcome);
        var entry = (await journal.Find(result.Entry!.Value, tutor))!;
        await notices.TellRecommended(turn, entry, result.ToTell);
        return new Done.With(JournalScreens.Entry(entry, turn.Now, JournalTexts.Saved(result.ToTell.Count),
            await outcomes.CountUnanswered(tutor, turn.Now)));
    }
}
