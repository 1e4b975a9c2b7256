using MspBot.Data.Digests;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.Digests;

/// <summary>Each night, or when the machine is back: looks for what should never be. Asked each minute, does it once a day.</summary>
[DisallowConcurrentExecution]
internal sealed class AuditJob(AuditStore audit, JobItems items, SiteZone zone, TimeProvider time) : IJob
{
    private static readonly TimeOnly Night = new(4, 0);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var day = zone.DayOf(now);
        if (now < zone.At(day, Night)) return;
        await items.Once("audit of the night", async () =>
        {
            if (!await audit.Has(day)) await audit.Run(day, now);
        });
    }
}
