namespace MspBot.Host.Messaging;

/// <summary>A loop that must not end before the program does.</summary>
internal static class Loop
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <param name="work">Begun anew, after a second, each time it fails.</param>
    /// <param name="failed">Hears the kind and the reason.</param>
    /// <param name="stop">Ends it.</param>
    internal static async Task Run(Func<CancellationToken, Task> work, Action<string, string> failed, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                failed(e.GetType().Name, e.Message);
                await Task.Delay(Rest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
