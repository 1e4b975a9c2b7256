using MspBot.Data.Conversations;
using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations;
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
            return [.. marked.Where(r => r.Message is not null).GroupBy(r => r.Message!).Select(one => Notice([.. one], now))];
        }, Batch);
        await items.Each("seminars to remind leaders of", () => leaders.Due(times, now), async seminars =>
            OneMessage.Of((await leaders.Mark(seminars, times, now)).Where(r => r.Message is not null).OrderBy(r => r.StartsAt)
                .Select(r => ReminderTexts.LedLine(r, ToLeader(r, now), zone)), ReminderTexts.Led));
    }

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="now">When it came up.</param>
    private OutboxNotice Notice(IReadOnlyList<MarkedReminder> things, DateTimeOffset now)
    {
        var first = things[0];
        var notBefore = quiet.NotBefore(now, first.StartsAt);
        var sent = zone.DayOf(notBefore ?? now);
        var screen = things.Count == 1 ? ReminderTexts.One(first, notBefore ?? now, zone) : ReminderTexts.Several(things, sent, zone);
        var notAfter = ReminderTexts.RightUntil(times.UsefulUntil(first.Before, first.StartsAt), first.StartsAt, notBefore ?? now, zone);
        return new(first.Chat!.Value, ScreenJson.Write(screen), first.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk,
            first.Message!, notBefore, notAfter);
    }

    private OutboxNotice ToLeader(MarkedReminder thing, DateTimeOffset now)
    {
        var notBefore = quiet.NotBefore(now, thing.StartsAt);
        var notAfter = ReminderTexts.RightUntil(times.UsefulUntil(thing.Before, thing.StartsAt), thing.StartsAt, notBefore ?? now, zone);
        return new(thing.Chat!.Value, ScreenJson.Write(ReminderTexts.ToLeader(thing, notBefore ?? now, zone)),
            thing.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk, thing.Message!, notBefore, notAfter);
    }
}
