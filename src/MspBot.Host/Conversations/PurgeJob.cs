using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using Quartz;

namespace MspBot.Host.Conversations;

/// <summary>Each night: forgets what was handled, said and left behind long enough ago. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeJob(InboxStore inbox, OutboxStore outbox, DialogStore dialogs, DbSession session, TimeProvider time) : IJob
{
    /// <summary>Telegram sends an update again for a day at the most.</summary>
    internal static readonly TimeSpan InboxKept = TimeSpan.FromDays(2);

    /// <summary>Keys that guard against saying a thing twice must outlive every reason to say it.</summary>
    internal static readonly TimeSpan OutboxKept = TimeSpan.FromDays(60);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await inbox.Purge(InboxKept, cancellationToken);
        await outbox.Purge(OutboxKept, InboxKept, cancellationToken);
        await dialogs.Purge(time.GetUtcNow() - Talks.OpenFor - Talks.OpenFor);
        await session.Commit(cancellationToken);
    }
}
