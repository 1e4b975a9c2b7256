using Microsoft.Extensions.Logging;
using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>
/// A private PostgreSQL in the data folder. Several processes may use one folder: the first one starts the server,
/// the last one stops it; a process that was killed counts as one that left, and what it left running is taken over.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    readonly ClusterFolder folder;
    readonly Cluster cluster;
    readonly FileStream user;
    readonly ILogger log;
    readonly CancellationTokenSource leaving = new();
    readonly Task watching;
    int left;

    LocalPostgres(ClusterFolder folder, Cluster cluster, FileStream user, ILogger log)
    {
        (this.folder, this.cluster, this.user, this.log) = (folder, cluster, user, log);
        ConnectionString = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = true }.ConnectionString;
        watching = Watch(leaving.Token);
    }

    public string ConnectionString { get; }

    /// <summary>Where the server keeps its files: under the data folder, or where that is closed to its account, elsewhere.</summary>
    public string ServerFolder => folder.Server;

    public static async Task<LocalPostgres> Start(LocalPostgresOptions options, CancellationToken cancel = default)
    {
        var folder = ClusterFolder.Open(options.Folder);
        using var starting = await FileLock.Exclusive(folder.StartLock, cancel);
        folder.Follow();
        var user = FileLock.TryShared(folder.UsersLock)
            ?? throw new LocalPostgresException($"{folder.UsersLock} is locked by something that is not this program");
        var cluster = new Cluster(folder, options);
        try
        {
            await cluster.Run(cancel);
            return new(folder, cluster, user, options.Log);
        }
        catch (Exception e)
        {
            await Leave(folder, cluster, user);
            if (e is IOException or UnauthorizedAccessException)
                throw new LocalPostgresException($"The private PostgreSQL cannot use {folder.Server}: {e.Message}", e);
            throw;
        }
    }

    /// <summary>Ends a server whose users are all gone; false when somebody still uses the folder.</summary>
    public static async Task<bool> StopAbandoned(string dataFolder, CancellationToken cancel = default)
    {
        var folder = ClusterFolder.Open(dataFolder);
        using var starting = await FileLock.Exclusive(folder.StartLock, cancel);
        using var alone = FileLock.TryExclusive(folder.UsersLock);
        if (alone is null)
            return false;

        await new Cluster(folder, new() { Folder = dataFolder }).Stop("immediate");
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref left, 1) == 1)
            return;

        await leaving.CancelAsync();
        await watching;
        leaving.Dispose();
        using var starting = await FileLock.Exclusive(folder.StartLock, CancellationToken.None);
        await Leave(folder, cluster, user);
    }

    static async Task Leave(ClusterFolder folder, Cluster cluster, FileStream user)
    {
        await user.DisposeAsync();
        using var alone = FileLock.TryExclusive(folder.UsersLock);
        if (alone is not null)
            await cluster.Stop();
    }

    /// <summary>A server that was killed under us (by a person, for want of memory) is started again.</summary>
    async Task Watch(CancellationToken cancel)
    {
        try
        {
            using var ticks = new PeriodicTimer(LookEvery);
            while (await ticks.WaitForNextTickAsync(cancel))
                if (!cluster.IsAlive)
                    await Revive(cancel);
        }
        catch (OperationCanceledException)
        {
            // We are leaving.
        }
    }

    async Task Revive(CancellationToken cancel)
    {
        try
        {
            using var starting = await FileLock.Exclusive(folder.StartLock, cancel);
            log.LogWarning("The private PostgreSQL is gone; starting it again");
            await cluster.Run(cancel);
        }
        catch (Exception e) when (e is LocalPostgresException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The private PostgreSQL could not be started again");
        }
    }
}
