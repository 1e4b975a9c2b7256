using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>How a consultation went: the question to its tutor, and once it is answered, what stands in the journal.</summary>
internal sealed class OutcomeCard(OutcomeStore outcomes, JournalReader journal, JournalScreens screens, SiteZone zone) : Card
{
    private const string Name = ConsultationLinks.Outcome;
    internal const string No = "no";
    internal const string AfterAllNot = "fixno";

    public override string Key => Name;

    public override Access Access => Rows(outcomes);

    internal static Access Rows(OutcomeStore outcomes) => Access.Rows(async (turn, id) =>
        turn.Speaker.Is(Role.Tutor) && await outcomes.Find(new(id), turn.Person) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await outcomes.Find(new(id), turn.Person) is not { } details) return null;
        return OutcomeRules.Check(details.Facts, turn.Now) switch
        {
            null => screens.Question(details),
            OutcomeRefusal.AlreadyRecorded => await Recorded(turn, details.Entry!.Value, default),
            { } because => Refused(because),
        };
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is not (No or AfterAllNot)) return Pressed.Fresh();
        if (await outcomes.Find(new(id), turn.Person) is not { } details)
            return Pressed.Warn(OutcomeTexts.Refused(OutcomeRefusal.NoSuchConsultation));

        var refusal = action == No ? OutcomeRules.Check(details.Facts, turn.Now) : OutcomeRules.CheckCorrection(details.Facts, turn.Now);
        if (refusal is { } because) return Pressed.Fresh(toast: OutcomeTexts.Refused(because));
        if (new Argument(arg).Case<NotHeldReason>() is not { } reason) return Pressed.Instead(screens.WhyNot(details, action));
        return await Write(turn, details, new OutcomeDraft.NotHeld(reason), again: action == AfterAllNot);
    }

    private async Task<Pressed> Write(Turn turn, OutcomeDetails details, OutcomeDraft outcome, bool again)
    {
        var result = again
            ? await outcomes.Correct(details.Id, turn.Person, outcome, turn.Now)
            : await outcomes.Record(details.Id, turn.Person, outcome, zone.DayOf(details.StartsAt), turn.Now);
        if (result.Refusal is { } because) return Pressed.Fresh(toast: OutcomeTexts.Refused(because));
        OutcomeDeeds.Log(turn, details, outcome);
        return Pressed.Instead(await Recorded(turn, result.Entry!.Value, JournalTexts.Saved(0)));
    }

    private async Task<Screen> Recorded(Turn turn, JournalId entry, Html news) => JournalScreens.Entry(
        (await journal.Find(entry, turn.Person))!, turn.Now, news, await outcomes.CountUnanswered(turn.Person, turn.Now));

    internal static Screen Refused(OutcomeRefusal because) => new Screen(Html.Text(OutcomeTexts.Refused(because))).Row(EngineTexts.ToMenu);
}
