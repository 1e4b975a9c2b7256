using MspBot.Data.Meetings;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Seats;

/// <summary>What presses on a card do to a place: taken, given back, taken back, a late one taken.</summary>
internal sealed class SeminarPlaces(
    SeminarReader reader, EngagementReader engagements, SignUpStore signUps, SeminarScreens screens, SeminarNotices notices,
    NominatedPlaces nominated, SeatsChanges schools, SiteZone zone)
{
    internal async Task<Pressed> SignUp(Turn turn, SeminarId id, bool anyway)
    {
        if (!anyway && await OtherwiseEngaged(turn, id, SeminarActions.Join) is { } asked) return asked;
        return await Seated(turn, await signUps.SignUp(id, turn.Person, turn.Now));
    }

    /// <summary>
    /// «Вернуть запись»: the kept seat, or any other that is free; never a place in line, which has to be asked for separately.
    /// </summary>
    internal async Task<Pressed> TakeBack(Turn turn, SeminarId id) =>
        await Seated(turn, await signUps.SignUp(id, turn.Person, turn.Now, orWait: false));

    /// <summary>Where somebody waits for the seat, it is asked about first: it cannot be taken back.</summary>
    internal async Task<Pressed> GiveBack(Turn turn, SeminarId id, bool sure)
    {
        if (await signUps.GiveBack(id, turn.Person, sure, turn.Now) is not { } left
            || !SeminarAccess.MaySee(turn.Speaker, left.Details, turn.Now))
            return Pressed.Fresh();
        if (left.Outcome is SeatReturnOutcome.AsksFirst asks)
            return Pressed.Instead(new Screen(SeminarTexts.LeaveAsk(left.Details, asks, zone))
                .Row(Button.Card(SeminarTexts.Leave, SeminarLinks.Seminar, id.Value, SeminarActions.Leave, SeminarActions.Sure).Danger())
                .Row(Button.Card(DialogTexts.DoNotCancel, SeminarLinks.Seminar, id.Value)));
        await nominated.Left(turn, left);
        if (left is { HeldFor: { } school, Nomination: null }) await schools.Changed(turn, new(id) { School = school });
        await notices.TellPromoted(turn, left.Details, left.Promoted);
        notices.TellAsked(turn, left.Details, left.Asked);
        return Fresh(turn, left.Details, left.Outcome switch
        {
            SeatReturnOutcome.Left { What: SignUpState.Waitlisted } => SeminarTexts.YouLeftLine,
            SeatReturnOutcome.Left => SeminarTexts.YouLeft,
            SeatReturnOutcome.Refused(var because) => SeminarTexts.Refused(because),
            _ => throw new InvalidOperationException("a person has left, was asked or was refused"),
        });
    }

    internal async Task<Pressed> TakeSeat(Turn turn, SeminarId id, bool anyway)
    {
        if (!anyway && await OtherwiseEngaged(turn, id, SeminarActions.Take) is { } asked) return asked;
        if (await signUps.Take(id, turn.Person, turn.Now) is not { } taken || !SeminarAccess.MaySee(turn.Speaker, taken.Details, turn.Now))
            return Pressed.Fresh();
        await notices.TellInVain(turn, taken.Details, taken.InVain);
        if (taken.Refusal is { } because) return Fresh(turn, taken.Details, SeminarTexts.Refused(because));
        if (taken.Details is { Nomination: { } nomination, AwaitsAnswer: false } theirs)
            await schools.Changed(turn, new(id) { School = theirs.NominatedBySchool, Nominations = [nomination] });
        return Fresh(turn, await nominated.CameIn(turn, taken.Details), SeminarTexts.YouAreIn);
    }

    /// <summary>What was read under the lock is today's state: the card needs no other query.</summary>
    internal Pressed Fresh(Turn turn, SeminarDetails details, string toast)
    {
        var card = screens.Card(details, turn.Now, SeminarAccess.RelationOf(turn.Speaker, details, turn.Now));
        turn.Overtake(SeminarScreens.Shown(details.Id), card);
        return Pressed.Instead(card, toast);
    }

    /// <summary>What the person has at the time of a seat that they are about to take, and the way on; null: nothing.</summary>
    private async Task<Pressed?> OtherwiseEngaged(Turn turn, SeminarId id, string action)
    {
        var others = await engagements.AtSeminar(turn.Person, id.Value, turn.Now, waits: action == SeminarActions.Take);
        if (others.Count == 0 || await reader.Details(id, turn.Person) is not { } wanted) return null;
        return Pressed.Instead(new Screen(SeminarTexts.SameTime(wanted, others, zone))
            .Row(Button.Card(SeminarTexts.JoinAnyway, SeminarLinks.Seminar, id.Value, action, SeminarActions.Anyway))
            .Row(Button.Card(SeminarTexts.DoNotJoin, SeminarLinks.Seminar, id.Value)));
    }

    private async Task<Pressed> Seated(Turn turn, SignUpResult? result)
    {
        if (result is { CameBack: true }) await nominated.CameBack(turn, result.Details);
        if (result is { TookHeld: true }) await schools.Changed(turn, new(result.Details.Id) { Took = [turn.Person], OnlyTook = true });
        return Said(turn, result);
    }

    private Pressed Said(Turn turn, SignUpResult? result) => result switch
    {
        { Outcome: SignUpOutcome.Seated, Details: var details } => Fresh(turn, details, SeminarTexts.YouAreIn),
        { Outcome: SignUpOutcome.Waitlisted(var place), Details: var details } => Fresh(turn, details, SeminarTexts.FullNow(place)),
        { Outcome: SignUpOutcome.Refused(var because), Details: var details } when SeminarAccess.MaySee(turn.Speaker, details, turn.Now) =>
            Fresh(turn, details, SeminarTexts.Refused(because)),
        _ => Pressed.Fresh(),
    };
}
