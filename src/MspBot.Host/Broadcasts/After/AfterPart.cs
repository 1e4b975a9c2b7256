using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.After;
using MspBot.Domain.Log;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Broadcasts.After;

/// <summary>On the card of a broadcast: what can still be done to it, whom it did not reach, its papers.</summary>
internal sealed class AfterPart(AfterReader reader) : BroadcastPart
{
    public override int Order => 10;

    public override async Task<BroadcastRows> For(BroadcastDetails broadcast, Speaker speaker, DateTimeOffset now)
    {
        if (broadcast.State == BroadcastState.Composed) return BroadcastRows.None;
        var deleted = broadcast.DeletedAt is null ? 0 : await reader.Deleted(broadcast.Id);
        return new(AfterTexts.Stands(broadcast, deleted), [.. Rows(broadcast, now).Where(row => row.Count > 0)]);
    }

    private static IEnumerable<IReadOnlyList<Button>> Rows(BroadcastDetails one, DateTimeOffset now)
    {
        var id = one.Id.Value;
        var missed = one.Blocked + one.Failed + one.Stopped + one.OptedOut;
        var over = one.State is BroadcastState.Done or BroadcastState.Stopped;
        if (ChangeRules.Correct(one.State, one.DoneAt, one.DeletedAt, now) is null && one.Sent + one.Open > 0)
            yield return [Button.Flow(AfterTexts.Correct, BroadcastLinks.Correct, Argument.Of(one.Id, one.Version))];
        if (ChangeRules.Delete(one.State, one.DoneAt, one.DeletedAt, now) is null && one.Sent > 0)
        {
            yield return
            [
                Button.Card(AfterTexts.Delete, BroadcastLinks.Deeds, id, BroadcastDeedsCard.AskDelete, Russian.Number(one.Version)),
            ];
        }
        if (missed > 0) yield return [Button.Card(AfterTexts.Missed(missed), BroadcastLinks.Missed, id)];
        if (over && one.Blocked + one.Failed > 0 && one.DeletedAt is null)
            yield return [Button.Card(AfterTexts.PassOn, BroadcastLinks.Deeds, id, BroadcastDeedsCard.AskPassOn)];
        if (over && one.FailedForNow > 0 && one.DeletedAt is null)
            yield return [Button.Card(AfterTexts.Again, BroadcastLinks.Deeds, id, BroadcastDeedsCard.Again)];
        if (one.Acknowledge && one.Sent > 0)
        {
            yield return [Button.Card(AfterTexts.Marked(one.Acknowledged, one.Sent), BroadcastLinks.Acknowledged, id)];
            if (over) yield return [Button.Card(AfterTexts.Sheet, BroadcastLinks.Deeds, id, BroadcastDeedsCard.Sheet)];
        }
        if (over) yield return [Button.Card(AfterTexts.Table, BroadcastLinks.Deeds, id, BroadcastDeedsCard.Table)];
        yield return [LogLinks.History(LogSubject.Broadcast, id)];
    }
}
