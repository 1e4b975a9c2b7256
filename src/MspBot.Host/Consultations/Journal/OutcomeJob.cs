using MspBot.Data.Consultations.Journal;
using MspBot.Data.Conversations;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Consultations.Journal;

/// <summary>
/// Each minute outside quiet hours: asks tutors how their past consultations went, and on the next working morning once more about those
/// without an answer. Consultations that ended in quiet hours are asked about together when these end. Rows are marked and questions
/// queued in the same transaction; safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class OutcomeJob(
    OutcomeStore outcomes, JournalScreens screens, JobItems items, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    /// <summary>After this the tutor is no longer asked, and the consultation stays without an outcome.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    private static readonly TimeOnly Morning = new(9, 0);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (quiet.NotBefore(now) is not null) return;

        var today = zone.DayOf(now);
        await items.Each("tutors to ask how it went", () => outcomes.Ended(now - Fresh, now),
            async tutors => [.. Notices(await outcomes.TakeEnded(now - Fresh, now, tutors), again: false)]);
        if (now < zone.At(today, Morning)) return;
        var midnight = zone.At(today, TimeOnly.MinValue);
        await items.Each("tutors to ask again", () => outcomes.AskedBefore(midnight),
            async tutors => [.. Notices(await outcomes.TakeUnanswered(midnight, now, tutors), again: true)]);
    }

    /// <summary>One message a tutor, by the first of what it asks about.</summary>
    private IEnumerable<Notice> Notices(IReadOnlyList<OpenOutcome> open, bool again) =>
        from one in open
        where one.Chat is not null
        group one by one.Chat!.Value into mine
        let first = mine.First().Id
        select new Notice(mine.Key, screens.Ask([.. mine], again),
            again ? NoticeKey.OutcomeAskedAgain(first) : NoticeKey.OutcomeAsked(first))
        {
            Priority = Priority.Bulk,
        };
}
