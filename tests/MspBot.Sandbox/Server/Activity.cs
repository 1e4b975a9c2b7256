using System.Diagnostics;

namespace MspBot.Sandbox;

/// <summary>Knows whether a call is under way and when the last one ended, in real time.</summary>
internal sealed class Activity
{
    private long running;
    private long last = Stopwatch.GetTimestamp();

    public void Enter() => Interlocked.Increment(ref running);

    public void Leave()
    {
        Volatile.Write(ref last, Stopwatch.GetTimestamp());
        Interlocked.Decrement(ref running);
    }

    /// <summary>Waits until nothing is pending and no call came for the span.</summary>
    public async Task Quiet(BotApi api, TimeSpan span, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var still = Stopwatch.GetElapsedTime(Math.Max(start, Volatile.Read(ref last)));
            var idle = api.PendingUpdates == 0 && Volatile.Read(ref running) == 0;
            if (idle && still >= span) return;
            if (Stopwatch.GetElapsedTime(start) > patience + span)
                throw new TimeoutException(
                    $"The bot is not idle: {api.PendingUpdates} updates pending, {Volatile.Read(ref running)} calls running.");
            await Task.Delay(idle ? span - still : TimeSpan.FromMilliseconds(10));
        }
    }
}
