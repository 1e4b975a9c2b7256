using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute: marks the reminders that are due and queues their messages, both in one transaction, a batch after the
/// other. Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(
    ReminderStore reminders, LeaderReminderStore leaders, DbSession session, ReminderTimes times, QuietHours quiet, SiteZone zone, Messenger messenger, TimeProvider time) : IJob
{
    /// <summary>Small enough that whoever signs up meanwhile does not feel the wait.</summary>
    internal const int Batch = 1000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var today = zone.DayOf(now);
        var next = new NextDay(zone.At(today.AddDays(1), TimeOnly.MinValue), zone.At(today.AddDays(2), TimeOnly.MinValue));
        while (await reminders.Mark(times, now, next, Batch, cancellationToken) is { Count: > 0 } marked)
        {
            var notices = marked.Where(r => r.Message is not null).GroupBy(r => r.Message!).Select(one => Notice([.. one], now)).ToList();
            OutboxWriter.PutMany(session, notices);
            await session.Commit(cancellationToken);
            if (notices.Count > 0) messenger.Wake();
        }
        var led = await leaders.Mark(times, now, cancellationToken);
        if (led.Count > 0)
        {
            OutboxWriter.PutMany(session, [.. led.Where(r => r.Message is not null).Select(r => ToLeader(r, now))]);
            await session.Commit(cancellationToken);
            messenger.Wake();
        }
        await session.DisposeAsync();   // nothing was due: lets go of the connection at once
    }

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="now">When it came up.</param>
    private OutboxNotice Notice(IReadOnlyList<MarkedReminder> things, DateTimeOffset now)
    {
        var first = things[0];
        var notBefore = quiet.NotBefore(now, first.StartsAt);
        var sent = zone.DayOf(notBefore ?? now);
        var screen = things.Count == 1 ? ReminderTexts.One(first, zone) : ReminderTexts.Several(things, sent, zone);
        var notAfter = times.UsefulUntil(first.Before, first.StartsAt);
        // «Завтра» is wrong after midnight.
        if (things.Count > 1 && zone.DayOf(first.StartsAt) != sent) notAfter = Earlier(notAfter, zone.At(sent.AddDays(1), TimeOnly.MinValue));
        return new(first.Chat!.Value, ScreenJson.Write(screen), first.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk,
            first.Message!, notBefore, notAfter);
    }

    private OutboxNotice ToLeader(MarkedReminder thing, DateTimeOffset now) => new(thing.Chat!.Value,
        ScreenJson.Write(ReminderTexts.ToLeader(thing, zone)), thing.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk,
        thing.Message!, quiet.NotBefore(now, thing.StartsAt), times.UsefulUntil(thing.Before, thing.StartsAt));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
