using MspBot.Domain.Clock;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.Feedback;
using MspBot.Host.Monitoring;
using MspBot.Host.Reminders;
using MspBot.Host.Seminars;
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

    private static readonly Plan[] Plans =
    [
        Of<PurgeJob>("purge", "0 30 3 * * ?"),
        Of<ReminderJob>("reminders", EachMinute),
        Of<AttendanceJob>("attendance", EachMinute),
        Of<LineJob>("line", EachMinute),
        Of<AfterJob>("after", EachMinute),
        Of<ConsultationReminderJob>("consultation-reminders", EachMinute),
        Of<StandInJob>("stand-ins", EachMinute),
        Of<UnansweredJob>("unanswered", EachMinute),
        Of<WaitingJob>("waiting", EachMinute),
        Of<ConsultationAfterJob>("consultation-after", EachMinute),
        Of<FeedbackJob>("feedback", EachMinute),
        Of<FeedbackBoxJob>("feedback-box", EachQuarter),
        Of<GroupJob>("groups", EachMinute),
        Of<AuditJob>("audit", EachMinute),
        Of<DigestJob>("digests", EachMinute),
    ];

    /// <summary>Of each job, and of its only trigger.</summary>
    internal static IEnumerable<string> Names => Plans.Select(plan => plan.Name);

    internal static IEnumerable<string> EachMinuteNames => Plans.Where(plan => plan.Cron == EachMinute).Select(plan => plan.Name);

    /// <summary>Those that ask what is due; the purge only forgets.</summary>
    internal static IEnumerable<Type> DueTypes => Plans.Select(plan => plan.Job).Where(job => job != typeof(PurgeJob));

    internal static IServiceCollection AddJobs(this IServiceCollection services, SiteZone zone)
    {
        services.AddSingleton<JobHealth>().AddScoped<JobItems>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "msp");
            quartz.UseDefaultThreadPool(2);
            quartz.AddJobListener<JobHealth>(provider => provider.GetRequiredService<JobHealth>());
            foreach (var plan in Plans)
            {
                plan.Add(quartz);
                quartz.AddTrigger(trigger => trigger.ForJob(plan.Name).WithIdentity(plan.Name).WithCronSchedule(plan.Cron,
                    schedule => schedule.InTimeZone(zone.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton(ClockWatchTimes.Usual);
        services.AddHostedService<ClockWatch>();
        return services;
    }

    private static Plan Of<TJob>(string name, string cron) where TJob : class, IJob =>
        new(name, cron, typeof(TJob), quartz => quartz.AddJob<TJob>(job => job.WithIdentity(name)));

    private sealed record Plan(string Name, string Cron, Type Job, Action<IQuartzBuilder> Add);
}

/// <summary>The jobs that ask the tables what is due, run by hand: for tests and the demo, whose clock is moved.</summary>
internal static class DueJobs
{
    /// <summary>Runs each of them once, one after the other. Safe beside Quartz: what is due is dealt with once.</summary>
    internal static async Task RunAll(IServiceProvider services, CancellationToken cancel = default)
    {
        foreach (var type in Jobs.DueTypes)
        {
            await using var scope = services.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type)).Execute(null!, cancel);
        }
    }
}
