using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>A broadcast from the press on: when it goes, how far it is, what became of it.</summary>
internal sealed class SentFace(AudienceReader audiences, SiteZone zone) : BroadcastFace
{
    internal const string Stop = "stop";

    public override bool Shows(BroadcastState state) => state != BroadcastState.Composed;

    public override async Task<Screen> Screen(BroadcastDetails broadcast, Speaker reader, DateTimeOffset now, Html news)
    {
        var whom = AudienceTexts.Of(broadcast.Audience, await audiences.Names(broadcast.Audience), zone);
        var going = broadcast.State is BroadcastState.Waiting or BroadcastState.Sending;
        return new Screen(SentTexts.Card(broadcast, whom, zone, now, news)).Row(going ? StopButton(broadcast) : null);
    }

    private static Button StopButton(BroadcastDetails broadcast) => Button.Card(
        SentTexts.Stop, BroadcastLinks.Broadcast, broadcast.Id.Value, Stop, Russian.Number(broadcast.Version)).Danger();
}
