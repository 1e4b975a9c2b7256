using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.Feedback;

/// <summary>
/// Each quarter of an hour: waiting answers move into the views in threes, in a transaction that belongs to no person's turn. Safe to run
/// twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class FeedbackBoxJob(FeedbackMover mover, JobItems items, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var moved = false;
        var treated = await items.Once("answers for the views", async () => moved = await mover.Move(zone.DayOf(time.GetUtcNow())));
        if (treated && moved) await mover.Sweep(cancellationToken);
    }
}
