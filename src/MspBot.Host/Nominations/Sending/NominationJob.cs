using MspBot.Data.Nominations;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.Nominations.Sending;

/// <summary>
/// Each minute: who has not answered is reminded once, halfway; and when the answer is overdue and somebody waits, the place is theirs.
/// Safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class NominationJob(NominationDeadlines deadlines, NominationNews news, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("nominations to remind of", () => deadlines.ToRemind(now),
            async ids => await news.Reminders(await deadlines.TakeToRemind(ids, now), now));
        await items.Each("nominations without an answer", () => deadlines.WithLapsing(now),
            async ids => await deadlines.Lapse(ids[0], now) is { Lapsed.Count: > 0 } lapsed ? await news.Lapsed(lapsed, now) : [],
            atOnce: 1);
    }
}
