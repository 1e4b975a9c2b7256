using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute outside quiet hours: a tutor is asked how the consultations went that are over, and on the next working morning once more
/// about those that have no answer. What ended in quiet hours is asked together at their end. Marked and queued in one transaction; safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ConsultationAfterJob(
    OutcomeStore outcomes, JournalScreens screens, DbSession session, QuietHours quiet, SiteZone zone, Messenger messenger, TimeProvider time) : IJob
{
    /// <summary>Longer ago nobody is asked: it stays in the journal without an outcome.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    private static readonly TimeOnly Morning = new(9, 0);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (quiet.NotBefore(now) is not null) return;

        var today = zone.DayOf(now);
        List<OutboxNotice> notices = [.. Notices(await outcomes.TakeEnded(now - Fresh, now), again: false)];
        if (now >= zone.At(today, Morning)) notices.AddRange(Notices(await outcomes.TakeUnanswered(zone.At(today, TimeOnly.MinValue), now), again: true));

        OutboxWriter.PutMany(session, notices);
        await session.Commit(cancellationToken);
        if (notices.Count > 0) messenger.Wake();
    }

    /// <summary>One message a tutor, by the first of what it asks about.</summary>
    private IEnumerable<OutboxNotice> Notices(IReadOnlyList<OpenOutcome> open, bool again) =>
        from one in open
        where one.Chat is not null
        group one by one.Chat!.Value into mine
        select new OutboxNotice(mine.Key, ScreenJson.Write(screens.Ask([.. mine], again)), Priority.Bulk, $"{(again ? "outcome-again" : "outcome")}:{mine.First().Id.Value}", null, null);
}
