using MspBot.Data.Conversations;
using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute: reminders of seminars that are due, to those with a seat and to leaders. Safe to run twice, late, and on two machines at
/// once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(
    ReminderStore reminders, LeaderReminderStore leaders, JobItems items, ReminderTimes times, QuietHours quiet, SiteZone zone,
    TimeProvider time) : IJob
{
    /// <summary>Small enough that whoever signs up meanwhile does not feel the wait.</summary>
    internal const int Batch = 1000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var today = zone.DayOf(now);
        var next = new NextDay(zone.At(today.AddDays(1), TimeOnly.MinValue), zone.At(today.AddDays(2), TimeOnly.MinValue));
        // A seat brings along what the same person has on that day: it is one message, and is not due any more when its own turn comes.
        await items.Each("seminars to remind of", () => reminders.Due(times, now), async seats =>
        {
            var marked = await reminders.Mark(seats, times, now, next);
            return Notices(marked, now, (things, sent) => things is [var one]
                ? ReminderTexts.One(one, sent, zone)
                : ReminderTexts.Several(things, zone.DayOf(sent), zone));
        }, Batch);
        await items.Each("seminars to remind leaders of", () => leaders.Due(times, now), async seminars =>
            Notices(await leaders.Mark(seminars, times, now), now, (things, sent) => ReminderTexts.ToLeader(things, sent, zone)));
    }

    /// <summary>One message for all that is marked with one key.</summary>
    private IReadOnlyCollection<Notice> Notices(
        IReadOnlyList<MarkedReminder> marked, DateTimeOffset now, Func<IReadOnlyList<MarkedReminder>, DateTimeOffset, Screen> screen) =>
        [.. marked.Where(r => r.Message is not null).GroupBy(r => r.Message!).Select(one => Notice([.. one], now, screen))];

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="now">When it came up.</param>
    /// <param name="screen">What it looks like when it goes out at a certain moment.</param>
    private Notice Notice(
        IReadOnlyList<MarkedReminder> things, DateTimeOffset now, Func<IReadOnlyList<MarkedReminder>, DateTimeOffset, Screen> screen)
    {
        var first = things[0];
        var notBefore = quiet.NotBefore(now, first.StartsAt);
        var sent = notBefore ?? now;
        return new(first.Chat!.Value, screen(things, sent), NoticeKey.Reminder(first.Message!), notBefore)
        {
            NotAfter = ReminderTexts.RightUntil(times.UsefulUntil(first.Before, first.StartsAt), first.StartsAt, sent, zone),
            Priority = first.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk,
        };
    }
}
