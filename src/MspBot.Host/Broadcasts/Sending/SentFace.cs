using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>A broadcast from the press on: when it goes, how far it is, what became of it. Whoever sees it may stop it.</summary>
internal sealed class SentFace(AudienceReader audiences, StopStore store, BroadcastAccess access, SiteZone zone) : BroadcastFace
{
    internal const string Stop = "stop";

    public override bool Shows(BroadcastState state) => state != BroadcastState.Composed;

    public override async Task<Screen> Screen(BroadcastDetails broadcast, Speaker reader, DateTimeOffset now, Html news)
    {
        var whom = AudienceTexts.Of(broadcast.Audience, await audiences.Names(broadcast.Audience), zone);
        var going = broadcast.State is BroadcastState.Waiting or BroadcastState.Sending;
        return new Screen(SentTexts.Card(broadcast, whom, zone, now, news))
            .Row(going ? Button.Card(SentTexts.Stop, BroadcastLinks.Broadcast, broadcast.Id.Value, Stop).Danger() : null);
    }

    /// <summary>Stopping names no version: whatever has gone by then has gone, and the rest is not to.</summary>
    public override async Task<Pressed> Press(Turn turn, BroadcastDetails broadcast, string action, string arg)
    {
        if (action != Stop || broadcast.State is BroadcastState.Stopped) return Pressed.Fresh();
        if (!await access.Holds(turn.Person)) return Pressed.Warn(BroadcastRefusalTexts.Of(BroadcastRefusal.RoleLost));
        var result = await store.Stop(broadcast.Id, turn.Person, turn.Now);
        if (result is { Refusal: BroadcastRefusal.AllSent, Broadcast: { } sent }) return Pressed.Warn(SentTexts.AllSent(sent));
        if (result.Refusal is { } because) return Pressed.Warn(BroadcastRefusalTexts.Of(because));
        turn.Log(LogAction.BroadcastStopped, LogSubject.Broadcast, broadcast.Id.Value, LogDetail.Of("people", result.Broadcast!.Stopped));
        return Pressed.Fresh();
    }
}
