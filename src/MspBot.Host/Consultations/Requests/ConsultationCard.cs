using System.Globalization;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.Log;
using MspBot.Domain.People;
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
        (await reader.Details(new(id)) is { } details && Sides.Of(turn.Speaker, details) is not null)
        || await handovers.WasTutor(new(id), turn.Person));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Details(new(id)) is not { } details) return null;
        if (Sides.Of(turn.Speaker, details) is { } side) return screens.Card(details, side, turn.Now);
        return await handovers.WasTutor(new(id), turn.Person) ? ConsultationScreens.Elsewhere(details) : null;
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var it = new ConsultationId(id);
        switch (action)
        {
            case ConsultationActions.Confirm when Time(arg) is { } time && await TakesPartElsewhere(turn, it, time) is { } warned:
                return warned;
            case ConsultationActions.Confirm or ConsultationActions.ConfirmAnyway when Time(arg) is { } time:
                return await Answer(turn, await store.Confirm(it, turn.Person, time, turn.Now), ConsultationReplies.YouConfirmed,
                    notices.Agreed, ConsultationDeeds.LogAgreed);
            case ConsultationActions.Choose when Time(arg) is { } time && await OtherwiseEngaged(turn, it, time) is { } warned:
                return warned;
            case ConsultationActions.Choose or ConsultationActions.ChooseAnyway when Time(arg) is { } time:
                return await Answer(turn, await store.Choose(it, turn.Person, time, turn.Now), ConsultationReplies.YouChose,
                    notices.Agreed, ConsultationDeeds.LogAgreed);
            case ConsultationActions.RejectAllTimes:
                return await Answer(turn, await store.RejectAllTimes(it, turn.Person, turn.Now), ConsultationReplies.TutorWillKnow,
                    notices.AllTimesRejected);
            case ConsultationActions.KeepTime:
                return await Answer(turn, await store.KeepTime(it, turn.Person), ConsultationReplies.TimeKept, notices.TimeKept);
            case ConsultationActions.Take:
                return await Answer(turn, await handovers.Accept(it, turn.Person, turn.Now), ConsultationReplies.YouTook, notices.Taken,
                    (by, taken) => ConsultationDeeds.Log(by, LogAction.ConsultationReassigned, taken.After!, role: Role.Tutor));
            case ConsultationActions.Return:
                return await Answer(turn, await handovers.Return(it, turn.Person, turn.Now), ConsultationReplies.YouReturned,
                    notices.Returned);
            case ConsultationActions.Calendar:
                return await SendCalendar(turn, it);
            case ConsultationActions.Fine when await Seen(turn, it) is var (details, side) && side == Side.Tutor:
                return MessageRules.Check(details.Facts, turn.Person, details.EndsAt, turn.Now) is { } no
                    ? Pressed.Warn(ConsultationReplies.Refused(no))
                    : Pressed.Instead(screens.Card(details, side, turn.Now, messages.Fine(turn, details, arg)));
            case ConsultationActions.Enter:
                return await LetIn(turn, it);
            default:
                return Pressed.Fresh(arg);
        }
    }

    /// <summary>People it does not concern get no answer and no card, whatever the store returned.</summary>
    private async Task<Pressed> Answer(Turn turn, ConsultationResult result, string done, Func<Turn, ConsultationResult, Task> tell,
        Action<Turn, ConsultationResult>? log = null)
    {
        if (result.Refusal is { } refusal)
        {
            var seen = result.After is { } details && Sides.Of(turn.Speaker, details) is not null
                || await handovers.WasTutor(result.After?.Id ?? default, turn.Person);
            if (!seen) return Pressed.Fresh();
            return result.Clash is null ? Pressed.Fresh(toast: ConsultationReplies.Refused(refusal))
                : Pressed.Warn(ConsultationReplies.Refused(result, zone));
        }
        log?.Invoke(turn, result);
        await tell(turn, result);
        return Sides.Of(turn.Speaker, result.After!) is { } side
            ? Pressed.Instead(screens.Card(result.After!, side, turn.Now), done)
            : Pressed.Fresh(toast: done);
    }

    /// <summary>What the teacher has at the time they are about to agree to, and the way on; null: nothing.</summary>
    private async Task<Pressed?> OtherwiseEngaged(Turn turn, ConsultationId id, long time)
    {
        if (await reader.Details(id) is not { } details
            || TimeConfirmation.ByTeacher(details.Facts, turn.Person, time, turn.Now) is not null) return null;
        var chosen = details.Times.First(t => t.Id == time);
        var others = await engagements.At(turn.Person, [chosen.StartsAt], chosen.EndsAt - chosen.StartsAt, id.Value);
        return others.Count == 0 ? null : Pressed.Instead(screens.Warned(details, chosen, others));
    }

    /// <summary>The same for the tutor, who may have a place at somebody else's meeting.</summary>
    private async Task<Pressed?> TakesPartElsewhere(Turn turn, ConsultationId id, long time)
    {
        if (await reader.Details(id) is not { } details
            || TimeConfirmation.ByTutor(details.Facts, turn.Person, time, turn.Now) is not null) return null;
        var chosen = details.Times.First(t => t.Id == time);
        var others = await engagements.Attended(turn.Person, [chosen.StartsAt], chosen.EndsAt - chosen.StartsAt);
        return others.Count == 0 ? null : Pressed.Instead(screens.WarnedTutor(details, chosen, others));
    }

    private async Task<Pressed> SendCalendar(Turn turn, ConsultationId id)
    {
        if (await Seen(turn, id) is var (details, side) && details.StartsAt is not null) ConsultationNotices.SayFile(turn, details, side);
        else return Pressed.Fresh();
        return Pressed.Nothing();
    }

    private async Task<Pressed> LetIn(Turn turn, ConsultationId id)
    {
        if (await Seen(turn, id) is not var (details, side) || details.State != ConsultationState.Confirmed) return Pressed.Fresh();
        if (!ConsultationScreens.IsNear(details, turn.Now))
            return Pressed.Warn(ConsultationReplies.OpensAt(ConsultationScreens.OpensAt(details), zone));
        return details.JoinLink is null ? Pressed.Warn(ConsultationReplies.NoLinkYet(side))
            : Pressed.Fresh(toast: ConsultationReplies.PressAgain);
    }

    private async Task<(ConsultationDetails Details, Side Side)?> Seen(Turn turn, ConsultationId id) =>
        await reader.Details(id) is { } details && Sides.Of(turn.Speaker, details) is { } side and (Side.Teacher or Side.Tutor)
        ? (details, side) : null;

    private static long? Time(string arg) => new Argument(arg).Number();
}
