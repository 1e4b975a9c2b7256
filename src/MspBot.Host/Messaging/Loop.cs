using System.Diagnostics;
using MspBot.Data.Postgres;

namespace MspBot.Host.Messaging;

/// <summary>A loop that must not end before the program does.</summary>
internal static class Loop
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>What fails sooner than that finds the database still away; longer than opening a connection waits.</summary>
    private static readonly TimeSpan StaysAway = TimeSpan.FromSeconds(20);

    /// <param name="work">Begun anew, after a second, each time it fails.</param>
    /// <param name="failed">Hears the kind and the reason; of a database that stays away, once.</param>
    /// <param name="stop">Ends it.</param>
    internal static async Task Run(Func<CancellationToken, Task> work, Action<string, string> failed, CancellationToken stop)
    {
        await Task.Yield();
        var away = false;
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                await work(stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                var still = away && Stopwatch.GetElapsedTime(began) < StaysAway;
                away = Database.IsUnavailable(e);
                if (!(still && away)) failed(e.GetType().Name, e.Message);
                await Task.Delay(Rest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
