using MspBot.Domain.Clock;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.Feedback;
using MspBot.Host.Monitoring;
using MspBot.Host.Reminders;
using Quartz;

namespace MspBot.Host;

/// <summary>
/// What the clock starts, in the site's zone. Quartz is only the clock: a job asks the tables what is due, so one that is
/// late, early or run twice harms nothing, and nothing of Quartz's own is stored.
/// </summary>
internal static class Jobs
{
    private const string EachMinute = "0 * * * * ?";
    private const string EachQuarter = "0 0/15 * * * ?";

    internal static IServiceCollection AddJobs(this IServiceCollection services, SiteZone zone)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "msp");
            quartz.UseDefaultThreadPool(2);
            quartz.Add<PurgeJob>("purge", "0 30 3 * * ?", zone);
            quartz.Add<ReminderJob>("reminders", EachMinute, zone);
            quartz.Add<AfterJob>("after", EachMinute, zone);
            quartz.Add<ConsultationReminderJob>("consultation-reminders", EachMinute, zone);
            quartz.Add<StandInJob>("stand-ins", EachMinute, zone);
            quartz.Add<UnansweredJob>("unanswered", EachMinute, zone);
            quartz.Add<WaitingJob>("waiting", EachMinute, zone);
            quartz.Add<ConsultationAfterJob>("consultation-after", EachMinute, zone);
            quartz.Add<FeedbackJob>("feedback", EachMinute, zone);
            quartz.Add<FeedbackBoxJob>("feedback-box", EachQuarter, zone);
            quartz.Add<GroupJob>("groups", EachMinute, zone);
            quartz.Add<AuditJob>("audit", EachMinute, zone);
            quartz.Add<DigestJob>("digests", EachMinute, zone);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void Add<TJob>(this IQuartzBuilder quartz, string name, string cron, SiteZone zone) where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name));
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(zone.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }
}

/// <summary>The jobs that ask the tables what is due, run by hand: for tests and the demo, whose clock is moved.</summary>
internal static class DueJobs
{
    private static readonly Type[] All =
    [
        typeof(ReminderJob),
        typeof(AfterJob),
        typeof(ConsultationReminderJob),
        typeof(StandInJob),
        typeof(UnansweredJob),
        typeof(WaitingJob),
        typeof(ConsultationAfterJob),
        typeof(FeedbackJob),
        typeof(FeedbackBoxJob),
        typeof(GroupJob),
        typeof(AuditJob),
        typeof(DigestJob),
    ];

    /// <summary>Runs each of them once, one after the other. Safe beside Quartz: what is due is dealt with once.</summary>
    internal static async Task RunAll(IServiceProvider services, CancellationToken cancel = default)
    {
        foreach (var type in All)
        {
            await using var scope = services.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type)).Execute(null!, cancel);
        }
    }
}
