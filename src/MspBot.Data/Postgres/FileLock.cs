using System.Diagnostics;

namespace MspBot.Data.Postgres;

/// <summary>Locks on a file, which the operating system lets go of when the process ends, however it ends.</summary>
static class FileLock
{
    const int LinuxWouldBlock = 11;
    const int MacWouldBlock = 35;
    const int WindowsSharingViolation = unchecked((int)0x80070020);

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static FileStream? TryExclusive(string path) => TryOpen(path, FileShare.None);

    public static FileStream? TryShared(string path) => TryOpen(path, FileShare.Read);

    public static async Task<FileStream> Exclusive(string path, CancellationToken cancel)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (TryExclusive(path) is { } taken)
                return taken;
            if (waiting.Elapsed > Patience)
                throw new LocalPostgresException($"Another process has held {path} for two minutes: end it and start again");

            await Task.Delay(25, cancel);
        }
    }

    static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, share);
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            return null;
        }
    }
}
