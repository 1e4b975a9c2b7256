using System.Collections.Concurrent;
using System.Diagnostics;
using MspBot.Sandbox;

namespace MspBot.Benchmarks;

/// <summary>All visitors, and the two ways in which they come: as fast as answers allow, or at a given pace.</summary>
internal sealed class Crowd
{
    private readonly Dictionary<long, Walk> walks;
    private readonly ConcurrentQueue<Walk> idle;

    internal Crowd(BotApiServer telegram, int visitors, int seminars)
    {
        walks = Enumerable.Range(1, visitors).ToDictionary(
            n => Stage.FirstChat + n, n => new Walk(telegram.Visitor(Stage.FirstChat + n).StartedEarlier(), n % seminars + 1));
        idle = new(walks.Values);
        telegram.Api.Changed += change =>
        {
            if (change is { ByBot: true, Kind: ChatStepKind.Posted or ChatStepKind.Edited }
                && walks.TryGetValue(change.ChatId, out var walk))
                walk.Answered(change.MessageId, change.Kind == ChatStepKind.Posted);
        };
    }

    /// <summary>So many visitors at a time, each going on as soon as it is answered.</summary>
    internal async Task<Latencies> AtFullSpeed(int updates, int inFlight, Action<int>? every = null)
    {
        var latencies = new Latencies(updates);
        var left = updates;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) is var rest and >= 0 && idle.TryDequeue(out var walk))
            {
                latencies.Add(await walk.Step());
                idle.Enqueue(walk);
                every?.Invoke(updates - rest);
            }
        })));
        latencies.Took = Stopwatch.GetElapsedTime(began);
        return latencies;
    }

    /// <summary>Steps at even intervals, whether the earlier ones are answered or not.</summary>
    internal async Task<Latencies> AtPace(double perSecond, Func<int, bool> goesOn)
    {
        var latencies = new Latencies(100_000);
        var open = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        for (var n = 0; goesOn(n); n++)
        {
            var due = TimeSpan.FromSeconds(n / perSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero) await Task.Delay(due);
            if (idle.TryDequeue(out var walk)) open.Add(One(walk));
        }
        await Task.WhenAll(open);
        latencies.Took = Stopwatch.GetElapsedTime(began);
        return latencies;

        async Task One(Walk walk)
        {
            latencies.Add(await walk.Step());
            idle.Enqueue(walk);
        }
    }

    /// <summary>Waits until no press waits for its answer.</summary>
    /// <returns>How many still do after some seconds.</returns>
    internal static async Task<int> PressesLeftOpen()
    {
        for (var began = Stopwatch.StartNew(); Walk.OpenPresses > 0 && began.Elapsed < TimeSpan.FromSeconds(5);) await Task.Delay(20);
        return Walk.OpenPresses;
    }
}

/// <summary>How long answers took, in milliseconds.</summary>
internal sealed class Latencies(int atMost)
{
    private readonly double[] values = new double[atMost];
    private int count;

    internal int Count => Math.Min(count, values.Length);

    internal TimeSpan Took { get; set; }

    internal double PerSecond => Count / Took.TotalSeconds;

    internal void Add(double milliseconds)
    {
        var at = Interlocked.Increment(ref count) - 1;
        if (at < values.Length) values[at] = milliseconds;
    }

    internal double Percentile(double part)
    {
        var sorted = values.AsSpan(0, Count).ToArray();
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
