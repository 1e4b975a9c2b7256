using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.Composing;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>«Отправить»: what is asked once more, and the press itself. A second press is the same broadcast.</summary>
internal sealed class BroadcastPress(PressStore store, BroadcastAccess access, BroadcastMessages messages, QuietHours quiet)
{
    internal const string Sure = "sure";

    internal async Task<Pressed> Send(Turn turn, BroadcastId id, int version, SendPress press)
    {
        if (!await access.Holds(turn.Person)) return Pressed.Warn(BroadcastRefusalTexts.Of(BroadcastRefusal.RoleLost));
        var pressing = await store.Hold(id, version, turn.Person, turn.Now);
        if (pressing is not { Refusal: null, Broadcast: { } broadcast })
        {
            return pressing.Broadcast is { State: not BroadcastState.Composed } ? Pressed.Fresh()
                : Pressed.Warn(BroadcastRefusalTexts.Of(pressing.Refusal!.Value));
        }
        if (SendRules.Ask(press, pressing.Counts) is { } question)
            return Pressed.Instead(Question(turn, pressing, broadcast, question, press));
        var payload = ScreenJson.Write(await messages.Of(broadcast));
        await store.Send(pressing, press.Shown, payload, Starts(turn.Now), turn.Now);
        turn.Log(LogAction.BroadcastSent, LogSubject.Broadcast, id.Value, LogDetail.Of("people", pressing.Counts.Gets));
        return Pressed.Fresh();
    }

    /// <summary>In two minutes, or when quiet hours end.</summary>
    private DateTimeOffset Starts(DateTimeOffset now) => quiet.NotBefore(now + BroadcastBounds.Delay) ?? now + BroadcastBounds.Delay;

    private Screen Question(Turn turn, Pressing pressing, BroadcastDetails broadcast, SendQuestion question, SendPress press)
    {
        var at = (question == SendQuestion.SameWords ? pressing.SameAt : pressing.LatelyAt) ?? turn.Now;
        var gets = pressing.Counts.Gets;
        var another = question == SendQuestion.Another;
        return new Screen(ComposedTexts.Question(question, press, pressing.Counts, at, turn.Now, quiet.Zone))
            .Row(ComposedFace.Sending(
                another ? ComposedTexts.Send(gets) : ComposedTexts.SendAnyway(gets), broadcast, gets, !another || press.Sure).Main())
            .Row(Button.Card(BroadcastTexts.Back, BroadcastLinks.Broadcast, broadcast.Id.Value));
    }
}
