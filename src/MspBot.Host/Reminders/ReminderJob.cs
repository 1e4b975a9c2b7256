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
/// Each minute: reminders that are due, of all that people have before them. Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(
    ReminderStore reminders, JobItems items, ReminderTimes times, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    /// <summary>People at once: few enough that a person who signs up meanwhile does not feel the wait.</summary>
    internal const int Batch = 1000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var today = zone.DayOf(now);
        var next = new NextDay(zone.At(today.AddDays(1), TimeOnly.MinValue), zone.At(today.AddDays(2), TimeOnly.MinValue));
        await items.Each("people to remind", () => reminders.Due(times, now), async people =>
            [
                .. (await reminders.Mark(people, times, now, next)).Where(r => r.Message is not null).GroupBy(r => r.Message!)
                    .Select(one => Notice([.. one], now)),
            ], Batch);
    }

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="now">When it came up.</param>
    private Notice Notice(IReadOnlyList<MarkedReminder> things, DateTimeOffset now)
    {
        var first = things[0];
        var notBefore = quiet.NotBefore(now, first.StartsAt);
        var sent = notBefore ?? now;
        return new(first.Chat!.Value, ReminderScreens.Of(things, sent, zone), NoticeKey.Reminder(first.Message!), notBefore)
        {
            NotAfter = ReminderTexts.RightUntil(times.UsefulUntil(first.Before, first.StartsAt), first.StartsAt, sent, zone),
            Priority = first.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk,
        };
    }
}
