namespace MspBot.Host.Files;

/// <summary>One file at a time has its bytes in memory, whether it is fetched or sent anew.</summary>
internal sealed class FileGate : IDisposable
{
    /// <summary>Bytes of files passed on since the last collection from which on the next file waits for one.</summary>
    private const long Pending = 4 << 20;

    private readonly SemaphoreSlim one = new(1);
    private long passed;

    /// <summary>Dispose what is returned once the bytes are needed no more.</summary>
    internal async Task<IDisposable> Enter(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        // Large arrays are collected late: without this, the files before would still be in memory.
        if (passed >= Pending)
        {
            passed = 0;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
        return new Pass(one);
    }

    /// <summary>So many bytes were read by whoever has entered.</summary>
    internal void Read(long bytes) => passed += bytes;

    public void Dispose() => one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
