namespace MspBot.Host.Files;

/// <summary>One file at a time has its bytes in memory, whether it is fetched or sent anew.</summary>
internal sealed class FileGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Dispose what is returned once the bytes are needed no more.</summary>
    internal async Task<IDisposable> Enter(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        return new Pass(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
