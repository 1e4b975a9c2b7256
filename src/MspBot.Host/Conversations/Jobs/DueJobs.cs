using Quartz;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>The jobs that ask the tables what is due, run by hand: for tests and the demo, whose clock is moved.</summary>
internal static class DueJobs
{
    /// <summary>Runs each of them once, one after the other. Safe beside Quartz: what is due is dealt with once.</summary>
    internal static async Task RunAll(IServiceProvider services, CancellationToken cancel = default)
    {
        foreach (var plan in services.GetServices<JobPlan>().Where(plan => plan.Type != typeof(PurgeJob)))
        {
            await using var scope = services.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, plan.Type)).Execute(null!, cancel);
        }
    }
}
