using MspBot.Data.Log;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Surveys.Checking;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Surveys.Checking;

/// <summary>
/// Each minute of a working day from eight o'clock on: schools that have not sent are reminded, five working days and one before the due
/// day, and on the morning after it, each once. In quiet hours nobody is marked as told, because who answers before they end needs no
/// message; nor where nobody can be written to: then it is tried again. Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SurveyReminderJob(
    SurveyReminderStore store, CheckingNews news, LogWriter log, JobItems items, QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (quiet.NotBefore(now) is not null || !IsMorning(now)) return;
        await items.Each("schools to remind of a survey", () => store.Due(now), reminders => Remind(reminders, now));
    }

    private bool IsMorning(DateTimeOffset now) => quiet.Calendar.IsWorking(quiet.Zone.DayOf(now))
        && TimeOnly.FromDateTime(quiet.Zone.Local(now).DateTime) >= SurveyReminders.Morning;

    private async Task<IReadOnlyCollection<Notice>> Remind(IReadOnlyList<DueReminder> reminders, DateTimeOffset now)
    {
        var all = new List<Notice>();
        foreach (var survey in (await store.Hold(reminders, now)).GroupBy(due => due.Survey.Id))
        {
            var told = 0;
            foreach (var due in survey)
            {
                if (await news.ByClock(due, now) is not { Count: > 0 } notices) continue;
                await store.Mark(due.Survey, due.School.School, due.Kind, now);
                all.AddRange(notices);
                told++;
            }
            if (told == 0) continue;
            log.Write(LogLine.ByClock(now, LogAction.SurveyReminded, LogSubject.Survey, survey.Key.Value));
        }
        return all;
    }
}
