using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host;

/// <summary>
/// What the clock starts, in the site's zone. Quartz is only the clock: a job asks the tables what is due, so one that is
/// late, early or run twice harms nothing, and nothing of Quartz's own is stored.
/// </summary>
internal static class Jobs
{
    internal static IServiceCollection AddJobs(this IServiceCollection services, SiteZone zone)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "msp");
            quartz.UseDefaultThreadPool(2);
            quartz.AddNightly<PurgeJob>("purge", "0 30 3 * * ?", zone);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void AddNightly<TJob>(this IQuartzBuilder quartz, string name, string cron, SiteZone zone) where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name));
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(zone.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }
}
