using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Logging;
using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Data.Migrations;

/// <summary>Brings the schema up to date; safe to run twice, and on several machines at once.</summary>
public static class Migrator
{
    // Any number will do, as long as it never changes: two versions of the program must meet at the same lock.
    const long Lock = 0x4D_5350_426F_74;

    /// <summary>Runs beside earlier versions, which do not know that a migration can be announced, and makes them stop.</summary>
    const string StopsEarlierVersions = "0033_stop_running_versions.sql";

    public static Task<IReadOnlyList<string>> Apply(string connectionString, ILogger log, CancellationToken cancel = default) =>
        Apply(connectionString, Migration.Embedded, log, null, cancel);

    /// <summary>Applies what is not in the journal yet, each script in its own transaction, and returns the names applied.</summary>
    /// <exception cref="MigrationException">A script failed.</exception>
    /// <exception cref="NewerSchemaException">The schema is of a later version than these migrations.</exception>
    /// <exception cref="DatabaseInUseException">An instance that runs did not stop; at most the first step was taken, which changes no
    /// schema.</exception>
    public static async Task<IReadOnlyList<string>> Apply(
        string connectionString, IReadOnlyList<Migration> migrations, ILogger log, TimeSpan? patience = null,
        CancellationToken cancel = default)
    {
        // No pool: a connection left behind would keep the database from being used as a template.
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString;

        await using var source = Database.Plain(unpooled);
        await using var guard = await source.OpenConnectionAsync(cancel);
        await TakeLock(guard, log, cancel);

        // The locks go with their connection, also when we are killed.
        var applied = await MigrationJournal.Read(guard, cancel);
        if (Migration.Newer(applied, migrations) is { } newer)
            throw new NewerSchemaException(newer);
        var pending = migrations.Where(m => !applied.Contains(m.Name)).ToList();
        if (pending.Count == 0)
            return [];

        List<string> done = [];
        if (applied.Count > 0)
        {
            await RunningInstances.Announce(guard, cancel);
            done = await RunAsync([.. pending.TakeWhile(m => m.Name == StopsEarlierVersions)]);
            await RunningInstances.Wait(guard, patience ?? RunningInstances.Patience, log, cancel);
        }
        return [.. done, .. await RunAsync([.. pending.Skip(done.Count)])];

        Task<List<string>> RunAsync(IReadOnlyList<Migration> some) => Task.Run(() => Upgrade(unpooled, some, log), cancel);
    }

    static async Task TakeLock(NpgsqlConnection guard, ILogger log, CancellationToken cancel)
    {
        await using var attempt = new NpgsqlCommand($"select pg_try_advisory_lock({Lock})", guard);
        if (await attempt.ExecuteScalarAsync(cancel) is true)
            return;

        log.LogInformation("Another instance is migrating the database; waiting for it");
        await using var wait = new NpgsqlCommand($"select pg_advisory_lock({Lock})", guard);
        await wait.ExecuteNonQueryAsync(cancel);
    }

    static List<string> Upgrade(string connectionString, IReadOnlyList<Migration> migrations, ILogger log)
    {
        var outcome = DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScripts(migrations.Select(m => new SqlScript(m.Name, m.Sql)))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .JournalTo(new MigrationJournal([]))
            .LogTo(new MigrationLog(log))
            .Build()
            .PerformUpgrade();
        if (!outcome.Successful)
            throw new MigrationException(outcome.ErrorScript?.Name ?? "journal", outcome.Error);

        return [.. outcome.Scripts.Select(script => script.Name)];
    }
}
