namespace MspBot.Sandbox;

/// <summary>Wakes whoever waits for the next change; costs nothing while nobody does.</summary>
internal sealed class Signal
{
    private TaskCompletionSource? waiting;

    /// <summary>Take it before looking at the state, wait for it after: no change is missed.</summary>
    public Task Next()
    {
        while (true)
        {
            if (Volatile.Read(ref waiting) is { } current) return current.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref waiting, fresh, null) is null) return fresh.Task;
        }
    }

    public void Raise() => Interlocked.Exchange(ref waiting, null)?.TrySetResult();
}
