using System.Collections.Concurrent;
using System.Diagnostics;
using Quartz;

namespace MspBot.Host.Conversations.Jobs;

/// <summary>
/// When each job last ended, and what could not be treated: for /health. In real time, whatever the program's clock says.
/// </summary>
internal sealed class JobHealth(IEnumerable<JobPlan> plans) : IJobListener
{
    /// <summary>Longer than any run, and than a clock that is put back is noticed.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(5);

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, (long At, bool Failed)> ended = new();
    private readonly ConcurrentDictionary<string, int> untreated = new();

    public string Name => "health";

    /// <summary>Jobs that should run each minute or more often and have not ended for too long.</summary>
    internal IReadOnlyList<string> Stopped =>
    [
        .. plans.Where(plan => plan.Cron is JobRegistration.EachMinute or JobRegistration.EachFewSeconds).Select(plan => plan.Name)
            .Where(name => Stopwatch.GetElapsedTime(ended.TryGetValue(name, out var last) ? last.At : began) > TooLong),
    ];

    /// <summary>Jobs whose last run failed.</summary>
    internal IReadOnlyList<string> Failing =>
        [.. ended.Where(job => job.Value.Failed).Select(job => job.Key).Order(StringComparer.Ordinal)];

    /// <summary>How many items of each step could not be treated when it ran last.</summary>
    internal IReadOnlyDictionary<string, int> Untreated => new SortedDictionary<string, int>(untreated, StringComparer.Ordinal);

    /// <summary>How many seconds ago each job ended last.</summary>
    internal IReadOnlyDictionary<string, long> SecondsSince => new SortedDictionary<string, long>(
        ended.ToDictionary(job => job.Key, job => (long)Stopwatch.GetElapsedTime(job.Value.At).TotalSeconds), StringComparer.Ordinal);

    internal bool HasRun(string job) => ended.ContainsKey(job);

    internal void Treated(string step, IReadOnlyCollection<string> failed)
    {
        if (failed.Count > 0) untreated[step] = failed.Count;
        else untreated.TryRemove(step, out _);
    }

    public ValueTask JobWasExecuted(
        IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        ended[context.JobDetail.Key.Name] = (Stopwatch.GetTimestamp(), jobException is not null);
        return ValueTask.CompletedTask;
    }
}
