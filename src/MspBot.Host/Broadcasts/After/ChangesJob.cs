using MspBot.Data.Broadcasts.After;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using Quartz;

namespace MspBot.Host.Broadcasts.After;

/// <summary>
/// Each few seconds: whoever got a message while it was corrected or deleted gets the correction or loses it as well, and whoever wrote it
/// is told in how many chats it is gone. Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ChangesJob(
    ChangeStore store, OutcomeStore outcomes, BroadcastMessages messages, BroadcastScreens screens, Outbox outbox, JobItems items,
    QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("broadcasts corrected on their way", () => store.Late(now), Correct, atOnce: 1);
        await items.Each("broadcasts being deleted", () => store.Deleting(now), some => Delete(some, now), atOnce: 1);
    }

    private async Task<IReadOnlyCollection<Notice>> Correct(IReadOnlyList<BroadcastId> some)
    {
        foreach (var id in some)
        {
            if (await store.Hold(id) is { DeletedAt: null } broadcast)
                await store.Overwrite(id, broadcast.WordsVersion, ScreenJson.Write(await messages.Of(broadcast)));
        }
        return [];
    }

    private async Task<IReadOnlyCollection<Notice>> Delete(IReadOnlyList<BroadcastId> some, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        foreach (var id in some)
        {
            if (await store.Hold(id) is not { DeletedAt: not null } broadcast) continue;
            await store.TakeBack(id, ScreenJson.Write(new Deletion()));
            var count = await store.Count(id);
            if (count.Open > 0) continue;
            await outbox.Redraw(BroadcastScreens.Shown(id), who => screens.Of(id, who, now));
            if (await outcomes.Writer(id) is not { } writer) continue;
            notices.Add(new(writer.Chat, new Screen(AfterTexts.Deleted(broadcast, count))
                .Row(Button.Card(BroadcastTexts.Open, BroadcastLinks.Broadcast, id.Value)), NoticeKey.BroadcastDeleted(id),
                quiet.NotBefore(now)));
        }
        return notices;
    }
}
