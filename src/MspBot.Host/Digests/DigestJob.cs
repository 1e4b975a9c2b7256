using MspBot.Data.Digests;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using Quartz;

namespace MspBot.Host.Digests;

/// <summary>
/// Each minute: makes the digest due at the latest fire time unless it has a row, and queues it to everybody entitled to it who has not
/// received it. Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(
    DigestStore store, DigestMaker maker, DigestSending sending, DigestSchedule schedule, JobItems items, QuietHours quiet, SiteZone zone,
    TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("digests to make", () => Due(now), async due =>
        {
            await store.Keep(await maker.Make(due[0].Period, now), due[0].FiredAt);
            return [];
        }, atOnce: 1);
        // It was not requested, so it waits for the morning, and rights are checked then.
        if (quiet.NotBefore(now) is not null) return;
        await items.Each("digests to send", store.Unsent, async ids => await store.TakeUnsent(ids[0], now) is { } digest
            ? await sending.Notices(digest, now) : [], atOnce: 1);
    }

    private async Task<IReadOnlyList<DueDigest>> Due(DateTimeOffset now)
    {
        var due = new List<DueDigest>();
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            if (DigestSchedule.Latest(schedule.Of(kind), now) is not { } fired || !(await store.Since() <= fired)) continue;
            var period = DigestSchedule.Told(kind, fired, zone);
            if (!await store.Has(period)) due.Add(new(period, fired));
        }
        return due;
    }
}

/// <summary>A digest that is due at the latest fire time and not made yet.</summary>
internal sealed record DueDigest(DigestPeriod Period, DateTimeOffset FiredAt);

/// <summary>Notes when this site's bot was first started: no digest is owed for a time before it.</summary>
internal sealed class DigestStart(IServiceScopeFactory scopes, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DigestStore>().Begin(time.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
