using MspBot.Data.Broadcasts;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>Broadcasts in the log; their history is for whoever sees them.</summary>
internal sealed class BroadcastsInLog(BroadcastReader reader, BroadcastAccess access) : LoggedThings
{
    private const int WordsShown = 40;

    public override LogSubject Kind => LogSubject.Broadcast;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Words(ids)).ToDictionary(one => one.Key, one => $"рассылка «{Ellipsis.Cut(one.Value, WordsShown)}»");

    public override async Task<ThingCard?> Card(long id) =>
        (await reader.Words([id])).Count > 0 ? new ThingCard(BroadcastLinks.Broadcast, id) : null;

    public override Task<bool> MayRead(Turn turn, long id) => access.Sees(turn.Speaker, new Domain.Broadcasts.BroadcastId(id));

    public override string Detail(LogAction action, LogDetail detail) =>
        detail.Number("people") is { } people ? BroadcastTexts.People((int)people) : "";
}
