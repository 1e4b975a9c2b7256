using Quartz;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>
/// Starts the jobs of all features. Quartz is only the clock: a job asks the tables what is due, so one that is late, early or run twice
/// harms nothing, and nothing of Quartz's own is stored.
/// </summary>
internal static class Scheduler
{
    internal static IServiceCollection AddScheduler(this IServiceCollection services)
    {
        services.AddSingleton<JobHealth>().AddScoped<JobItems>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "msp");
            quartz.UseDefaultThreadPool(3);
            quartz.AddJobListener<JobHealth>(provider => provider.GetRequiredService<JobHealth>());
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton(ClockWatchTimes.Usual).AddHostedService<ClockWatch>();
        return services;
    }
}
