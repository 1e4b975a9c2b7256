using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Turns;
using Quartz;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>How often the clock is looked at, in real time.</summary>
internal sealed record ClockWatchTimes(TimeSpan Every)
{
    internal static readonly ClockWatchTimes Usual = new(TimeSpan.FromSeconds(15));
}

/// <summary>
/// Quartz remembers when a job runs next. When the clock is set back, that moment is further away than the job's plan says, and the job is
/// rescheduled. A job asks the tables what is due, so nothing is sent twice. The inbox and the outbox store, by the database's clock,
/// until when a row rests: they are checked too, first at the start, because the clock may have been corrected while the program was down.
/// </summary>
internal sealed partial class ClockWatch(
    ISchedulerFactory schedulers, IEnumerable<JobPlan> plans, InboxStore inbox, OutboxStore outbox, ClockWatchTimes times,
    TimeProvider time, ILogger<ClockWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(times.Every);
        try
        {
            await LookAtRests(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAtRests(stoppingToken);
                await LookAtJobs(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private async Task LookAtRests(CancellationToken stopping)
    {
        try
        {
            if (await outbox.PullBack(stopping) | await inbox.PullBack(TurnRunner.LongestPause, stopping)) LogPulledBack();
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogNotLooked(e);   // the next look finds the same
        }
    }

    private async Task LookAtJobs(CancellationToken stopping)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(stopping);
            foreach (var name in plans.Select(plan => plan.Name))
            {
                var now = time.GetUtcNow();
                if (await scheduler.GetTrigger(new TriggerKey(name), stopping) is not { } trigger) continue;
                var fresh = trigger.GetTriggerBuilder().StartAt(now).Build();
                if (!(trigger.NextFireTimeUtc > fresh.GetFireTimeAfter(now))) continue;
                LogPutBack(name);
                await scheduler.RescheduleJob(trigger.Key, fresh, stopping);
            }
        }
        catch (SchedulerException e)
        {
            LogFailed(e);   // the scheduler is starting or stopping: looked at again
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was put back: job {Job} is planned anew")]
    private partial void LogPutBack(string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's clock was put back: what rested too far ahead rests no longer")]
    private partial void LogPulledBack();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for what rests too long")]
    private partial void LogNotLooked(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not compare the jobs with the clock")]
    private partial void LogFailed(Exception e);
}
