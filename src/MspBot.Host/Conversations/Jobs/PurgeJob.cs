using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Turns;
using Quartz;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>Each night: deletes old updates, messages and abandoned dialogs. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeJob(InboxStore inbox, OutboxStore outbox, DialogStore dialogs, JobItems items, TimeProvider time) : IJob
{
    /// <summary>A messenger sends an update again for a day at the most.</summary>
    internal static readonly TimeSpan InboxKept = TimeSpan.FromDays(2);

    /// <summary>Keys that guard against saying a thing twice must outlive every reason to say it.</summary>
    internal static readonly TimeSpan OutboxKept = TimeSpan.FromDays(60);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await items.Once("handled updates", () => inbox.Purge(InboxKept, cancellationToken));
        await items.Once("what was said", () => outbox.Purge(OutboxKept, InboxKept, cancellationToken));
        await items.Once("talks left behind", () => dialogs.Purge(time.GetUtcNow() - ActiveDialog.OpenFor - ActiveDialog.OpenFor));
    }
}
