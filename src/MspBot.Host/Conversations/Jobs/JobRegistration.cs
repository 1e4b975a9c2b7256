using MspBot.Domain.Clock;
using Quartz;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>A job, and when the clock starts it.</summary>
/// <param name="Name">Of the job and of its only trigger; /health shows it.</param>
/// <param name="Type">What runs.</param>
/// <param name="Cron">In the site's zone.</param>
internal sealed record JobPlan(string Name, Type Type, string Cron);

/// <summary>A feature registers its jobs beside its stores and cards.</summary>
internal static class JobRegistration
{
    internal const string EachFewSeconds = "0/5 * * * * ?";
    internal const string EachMinute = "0 * * * * ?";
    internal const string EachQuarter = "0 0/15 * * * ?";
    internal const string EachNight = "0 30 3 * * ?";

    internal static IServiceCollection AddPurge(this IServiceCollection services) => services.AddJob<PurgeJob>("purge", EachNight);

    internal static IServiceCollection AddJob<TJob>(this IServiceCollection services, string name, string cron = EachMinute)
        where TJob : class, IJob => services
        .AddSingleton(new JobPlan(name, typeof(TJob), cron))
        .ConfigureAllQuartzSchedulers(quartz =>
        {
            quartz.AddJob<TJob>(job => job.WithIdentity(name));
            quartz.AddTrigger((provider, trigger) => trigger.ForJob(name).WithIdentity(name).WithCronSchedule(cron, schedule => schedule
                .InTimeZone(provider.GetRequiredService<SiteZone>().Zone)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        });
}
