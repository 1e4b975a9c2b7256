using MspBot.Data.Conversations;
using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host.Reminders;

/// <summary>Each minute: reminders of consultations that are due, to both sides. Safe to run twice, late, and on two machines at once.</summary>
[DisallowConcurrentExecution]
internal sealed class ConsultationReminderJob(
    ConsultationReminderStore reminders, JobItems items, ReminderTimes times, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("consultations to remind of", () => reminders.Due(times, now),
            async ids => [.. (await reminders.Mark(ids, times, now)).Where(r => r.Message is not null).Select(r => Notice(r, now))]);
    }

    private OutboxNotice Notice(MarkedConsultation one, DateTimeOffset now) => new(one.Chat!.Value, ScreenJson.Write(ReminderTexts.Consultation(one, zone)),
        one.Before == ReminderTimes.Last ? Priority.Notice : Priority.Bulk, one.Message!, quiet.NotBefore(now, one.StartsAt), times.UsefulUntil(one.Before, one.StartsAt));
}
