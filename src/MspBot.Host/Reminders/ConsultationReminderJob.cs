using MspBot.Data.Conversations;
using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>
/// Each minute: reminders of consultations that are due, to both sides; several to one person are one message. What falls into quiet hours
/// is marked at their end, together. Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ConsultationReminderJob(
    ConsultationReminderStore reminders, JobItems items, ReminderTimes times, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each<ConsultationId>("consultations to remind of",
            async () => [.. (await reminders.Due(times, now)).Where(one => quiet.NotBefore(now, one.StartsAt) is null).Select(one => one.Id)],
            async ids =>
            [
                .. (await reminders.Mark(ids, times, now)).Where(r => r.Message is not null).GroupBy(r => r.Message!)
                    .Select(one => Notice([.. one], now)),
            ]);
    }

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="now">When it came up.</param>
    private Notice Notice(IReadOnlyList<MarkedConsultation> things, DateTimeOffset now)
    {
        var first = things[0];
        return new(first.Chat!.Value, ReminderTexts.Consultations(things, now, zone), NoticeKey.Reminder(first.Message!))
        {
            NotAfter = ReminderTexts.RightUntil(times.UsefulUntil(first.Before, first.StartsAt), first.StartsAt, now, zone),
            Priority = first.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk,
        };
    }
}
