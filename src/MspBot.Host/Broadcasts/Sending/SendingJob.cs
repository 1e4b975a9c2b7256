using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>
/// Each few seconds: begins what is due, copies what became of the messages, keeps the cards of it up to date, and says how it ended. It
/// sends nothing itself: the rows of the outbox have waited for their moment since the press. Safe to run twice, late, and on two machines
/// at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SendingJob(
    MeetingHalts meetings, OutcomeStore store, BroadcastScreens screens, Outbox outbox, JobItems items, QuietHours quiet, TimeProvider time)
    : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("broadcasts of cancelled meetings", meetings.Due, some => meetings.Stop(some, now), atOnce: 1);
        await items.Each("broadcasts under way", () => store.Going(now), some => Step(some, now), atOnce: 1);
    }

    private async Task<IReadOnlyCollection<Notice>> Step(IReadOnlyList<BroadcastId> some, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        foreach (var id in some)
        {
            if (await store.Step(id, now, quiet.NotBefore(now)) is not { } step) continue;
            if (step is { Begun: false, Known: 0, Ended: false }) continue;
            await outbox.Redraw(BroadcastScreens.Shown(id), who => screens.Of(id, who, now));
            if (step.Ended && await Report(id, now) is { } report) notices.Add(report);
        }
        return notices;
    }

    /// <summary>The card once more, as a message that is noticed.</summary>
    private async Task<Notice?> Report(BroadcastId id, DateTimeOffset now)
    {
        if (await store.Writer(id) is not { } writer) return null;
        var speaker = new Speaker(writer.Chat, writer.Person, writer.Roles.ToHashSet());
        return await screens.Of(id, speaker, now) is { } screen
            ? new Notice(writer.Chat, screen, NoticeKey.BroadcastEnded(id), quiet.NotBefore(now)) : null;
    }
}
