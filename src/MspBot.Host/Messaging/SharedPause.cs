using System.Diagnostics;

namespace MspBot.Host.Messaging;

/// <summary>One clock for all parallel sends of this process: a 429 to one of them stops them all.</summary>
internal sealed class SharedPause
{
    private long until;

    internal void Extend(TimeSpan by)
    {
        var to = Stopwatch.GetTimestamp() + (long)(by.TotalSeconds * Stopwatch.Frequency);
        long known;
        while ((known = Interlocked.Read(ref until)) < to && Interlocked.CompareExchange(ref until, to, known) != known) { }
    }

    /// <summary>How long it lasts still.</summary>
    internal TimeSpan Left =>
        Interlocked.Read(ref until) is var end && Stopwatch.GetTimestamp() is var now && end > now ? Stopwatch.GetElapsedTime(now, end)
        : TimeSpan.Zero;

    internal async ValueTask Wait(CancellationToken cancel)
    {
        while (Interlocked.Read(ref until) is var end && end > Stopwatch.GetTimestamp())
            await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), end) + TimeSpan.FromMilliseconds(Random.Shared.Next(50)),
                cancel);
    }
}
