using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Tests.Support;

/// <summary>The jobs that ask the tables what is due, run by hand, because a story moves the clock itself.</summary>
internal static class DueJobs
{
    /// <summary>
    /// The order in which stories see what falls due at one moment. Quartz has none: a job that is not named here comes last.
    /// </summary>
    private static readonly string[] Order =
    [
        "reminders", "attendance", "line", "stand-ins", "unanswered", "waiting", "outcomes", "feedback", "feedback-box", "groups", "audit",
        "digests",
    ];

    /// <summary>Runs each of them once, one after the other. Safe beside Quartz: what is due is dealt with once.</summary>
    internal static async Task RunAll(IServiceProvider services, CancellationToken cancel = default)
    {
        foreach (var plan in services.GetServices<JobPlan>().Where(plan => plan.Type != typeof(PurgeJob)).OrderBy(plan => Place(plan.Name)))
        {
            await using var scope = services.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, plan.Type)).Execute(null!, cancel);
        }
    }

    private static int Place(string name) => Array.IndexOf(Order, name) is >= 0 and var place ? place : Order.Length;
}
