using MspBot.Data.Feedback;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using Quartz;

namespace MspBot.Host.Feedback;

/// <summary>Each quarter of an hour: answers that wait come into the views by three, in a transaction that is nobody's turn. Safe to run twice, late, and on two machines.</summary>
[DisallowConcurrentExecution]
internal sealed class FeedbackBoxJob(FeedbackMover mover, DbSession session, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!await mover.Move(zone.DayOf(time.GetUtcNow()))) return;
        await session.Commit(cancellationToken);
        await mover.Sweep(cancellationToken);
    }
}
