using System.Globalization;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>One consultation, from the request to the meeting: each of those it concerns sees their own side of it.</summary>
internal sealed class ConsultationCard(
    ConsultationReader reader, ConsultationStore store, HandoverStore handovers, EngagementReader engagements, ConsultationScreens screens,
    ConsultationNotices notices, ConsultationMessages messages, SiteZone zone) : Card
{
    private const string Name = ConsultationLinks.Consultation;

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) =>
        (await reader.Sheet(new(id)) is { } sheet && Sides.Of(turn.Speaker, sheet) is not null) || await handovers.WasTutor(new(id), turn.Person));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Sheet(new(id)) is not { } sheet) return null;
        if (Sides.Of(turn.Speaker, sheet) is { } side) return screens.Card(sheet, side, turn.Now);
        return await handovers.WasTutor(new(id), turn.Person) ? ConsultationScreens.Elsewhere(sheet) : null;
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var it = new ConsultationId(id);
        switch (action)
        {
            case ConsultationActions.Confirm when await TakesPartElsewhere(turn, it, Time(arg)) is { } warned:
                return warned;
            case ConsultationActions.Confirm or ConsultationActions.ConfirmAnyway:
                return await Answer(turn, await store.Confirm(it, turn.Person, Time(arg), turn.Now), DeedTexts.YouConfirmed, notices.Agreed);
            case ConsultationActions.Choose when await OtherwiseEngaged(turn, it, Time(arg)) is { } warned:
                return warned;
            case ConsultationActions.Choose or ConsultationActions.ChooseAnyway:
                return await Answer(turn, await store.Choose(it, turn.Person, Time(arg), turn.Now), DeedTexts.YouChose, notices.Agreed);
            case ConsultationActions.None:
                return await Answer(turn, await store.NoneFits(it, turn.Person, turn.Now), DeedTexts.TutorWillKnow, notices.NoneFits);
            case ConsultationActions.Stay:
                return await Answer(turn, await store.Stay(it, turn.Person), DeedTexts.Stays, notices.Stays);
            case ConsultationActions.Take:
                return await Answer(turn, await handovers.Accept(it, turn.Person, turn.Now), DeedTexts.YouTook, notices.Taken);
            case ConsultationActions.Return:
                return await Answer(turn, await handovers.Return(it, turn.Person, turn.Now), DeedTexts.YouReturned, notices.Returned);
            case ConsultationActions.Calendar:
                return await SendCalendar(turn, it);
            case ConsultationActions.Fine when await Seen(turn, it) is var (sheet, side) && side == Side.Tutor:
                return MessageRules.Check(sheet.Facts, turn.Person, sheet.EndsAt, turn.Now) is { } no
                    ? Pressed.Warn(DeedTexts.Refused(no))
                    : Pressed.Instead(screens.Card(sheet, side, turn.Now, messages.Fine(turn, sheet, arg)));
            case ConsultationActions.Enter:
                return await LetIn(turn, it);
            default:
                return Pressed.Fresh(arg);
        }
    }

    /// <summary>Whoever it does not concern hears nothing and sees nothing, whatever the store would have said.</summary>
    private async Task<Pressed> Answer(Turn turn, ConsultationResult result, string done, Func<Turn, ConsultationResult, Task> tell)
    {
        if (result.Refusal is { } refusal)
        {
            var seen = result.After is { } sheet && Sides.Of(turn.Speaker, sheet) is not null
                || await handovers.WasTutor(result.After?.Id ?? default, turn.Person);
            if (!seen) return Pressed.Fresh();
            return result.Clash is null ? Pressed.Fresh(toast: DeedTexts.Refused(refusal)) : Pressed.Warn(DeedTexts.Refused(result, zone));
        }
        await tell(turn, result);
        return Sides.Of(turn.Speaker, result.After!) is { } side
            ? Pressed.Instead(screens.Card(result.After!, side, turn.Now), done)
            : Pressed.Fresh(toast: done);
    }

    /// <summary>What the teacher has at the time they are about to agree to, and the way on; null: nothing.</summary>
    private async Task<Pressed?> OtherwiseEngaged(Turn turn, ConsultationId id, long time)
    {
        if (await reader.Sheet(id) is not { } sheet
            || Confirming.ByTeacher(sheet.Facts, turn.Person, time, turn.Now) is not null) return null;
        var chosen = sheet.Times.First(t => t.Id == time);
        var others = await engagements.At(turn.Person, [chosen.StartsAt], chosen.EndsAt - chosen.StartsAt, id.Value);
        return others.Count == 0 ? null : Pressed.Instead(screens.Warned(sheet, chosen, others));
    }

    /// <summary>The same for the tutor, who may have a place at somebody else's meeting.</summary>
    private async Task<Pressed?> TakesPartElsewhere(Turn turn, ConsultationId id, long time)
    {
        if (await reader.Sheet(id) is not { } sheet
            || Confirming.ByTutor(sheet.Facts, turn.Person, time, turn.Now) is not null) return null;
        var chosen = sheet.Times.First(t => t.Id == time);
        var others = await engagements.Attended(turn.Person, [chosen.StartsAt], chosen.EndsAt - chosen.StartsAt);
        return others.Count == 0 ? null : Pressed.Instead(screens.WarnedTutor(sheet, chosen, others));
    }

    private async Task<Pressed> SendCalendar(Turn turn, ConsultationId id)
    {
        if (await Seen(turn, id) is var (sheet, side) && sheet.StartsAt is not null) ConsultationNotices.SayFile(turn, sheet, side);
        else return Pressed.Fresh();
        return Pressed.Nothing();
    }

    private async Task<Pressed> LetIn(Turn turn, ConsultationId id)
    {
        if (await Seen(turn, id) is not var (sheet, side) || sheet.State != ConsultationState.Confirmed) return Pressed.Fresh();
        if (!ConsultationScreens.IsNear(sheet, turn.Now)) return Pressed.Warn(DeedTexts.OpensAt(ConsultationScreens.OpensAt(sheet), zone));
        return sheet.JoinLink is null ? Pressed.Warn(DeedTexts.NoLinkYet(side)) : Pressed.Fresh(toast: DeedTexts.PressAgain);
    }

    private async Task<(ConsultationSheet Sheet, Side Side)?> Seen(Turn turn, ConsultationId id) =>
        await reader.Sheet(id) is { } sheet && Sides.Of(turn.Speaker, sheet) is { } side and (Side.Teacher or Side.Tutor) ? (sheet, side) : null;

    private static long Time(string arg) => new Argument(arg).Number() ?? 0;
}
