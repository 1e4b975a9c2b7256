using System.Buffers.Binary;
using System.Security.Cryptography;
using MspBot.Data.Log;
using MspBot.Data.Postgres;
using MspBot.Domain.Log;

namespace MspBot.Host.Log;

/// <summary>A file of settings whose changes the log tells. Registered by the feature that reads it.</summary>
internal sealed record WatchedFile(SettingsFile File, string Path);

/// <summary>Begins the log, before anything logs, and compares the files of settings with what they were at the last start.</summary>
internal sealed class LogStart(IServiceScopeFactory scopes, IEnumerable<WatchedFile> files, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var seen = scope.ServiceProvider.GetRequiredService<LogStartStore>();
        await seen.Begin(time.GetUtcNow());
        foreach (var file in files.OrderBy(f => f.File))
            await seen.Note(file.File, await Checksum(file.Path, cancellationToken), time.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>0: there is no such file.</summary>
    private static async Task<long> Checksum(string path, CancellationToken cancel) => File.Exists(path)
        ? BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(await File.ReadAllBytesAsync(path, cancel))) : 0;
}
