using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MspBot.Data.Conversations;
using Npgsql;

namespace MspBot.Data.Migrations;

/// <summary>
/// No version runs on the tables of another. Who is about to migrate announces it; instances that run see that within seconds, finish what
/// they have begun and stop; only then is the schema changed.
/// </summary>
static class RunningInstances
{
    /// <summary>The first key of the advisory lock that announces a migration.</summary>
    internal const int Announced = 0x4D54;

    /// <summary>Longer than an instance needs to notice and to stop.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Until the connection is closed.</summary>
    public static async Task Announce(NpgsqlConnection guard, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Announced}, 0)", guard);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <exception cref="DatabaseInUseException">One still runs after <paramref name="patience"/>.</exception>
    public static async Task Wait(NpgsqlConnection guard, TimeSpan patience, ILogger log, CancellationToken cancel)
    {
        for (var since = Stopwatch.GetTimestamp(); await Count(guard, cancel) is > 0 and var running; await Task.Delay(Look, cancel))
        {
            if (Stopwatch.GetElapsedTime(since) > patience)
                throw new DatabaseInUseException(running, patience);
            if (Stopwatch.GetElapsedTime(since) < Look)
                log.LogInformation("The database will be migrated; waiting for {Count} running instances to stop", running);
        }
    }

    /// <summary>Each holds a lock while it runs.</summary>
    static async Task<long> Count(NpgsqlConnection guard, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"""
            select count(*) from pg_locks
            where locktype = 'advisory' and classid = {InstanceStore.Instances} and objsubid = 2
              and database = (select oid from pg_database where datname = current_database())
            """, guard);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}

/// <summary>Another instance did not stop, so the schema was not changed.</summary>
public sealed class DatabaseInUseException(long running, TimeSpan patience) : Exception(
    $"Instances of another version that did not stop within {patience.TotalSeconds:0} s: {running}. Stop them first; the schema was not " +
    $"changed");
