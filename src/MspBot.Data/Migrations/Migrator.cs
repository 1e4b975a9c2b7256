using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MspBot.Data.Migrations;

/// <summary>Brings the schema up to date; safe to run twice, and on several machines at once.</summary>
public static class Migrator
{
    // Any number will do, as long as it never changes: two versions of the program must meet at the same lock.
    const long Lock = 0x4D_5350_426F_74;

    public static Task<IReadOnlyList<string>> ApplyAsync(string connectionString, ILogger log, CancellationToken cancel = default) =>
        ApplyAsync(connectionString, Migration.Embedded, log, cancel);

    /// <summary>Applies what is not in the journal yet, each script in its own transaction, and returns the names applied.</summary>
    public static async Task<IReadOnlyList<string>> ApplyAsync(
        string connectionString, IReadOnlyList<Migration> migrations, ILogger log, CancellationToken cancel = default)
    {
        // No pool: a connection left behind would keep the database from being used as a template.
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString;

        await using var guard = new NpgsqlConnection(unpooled);
        await guard.OpenAsync(cancel);
        await LockAsync(guard, log, cancel);

        // The lock goes with its connection, also when we are killed.
        return await Task.Run(() => Upgrade(unpooled, migrations, log), cancel);
    }

    static async Task LockAsync(NpgsqlConnection guard, ILogger log, CancellationToken cancel)
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
            .LogTo(new MigrationLog(log))
            .Build()
            .PerformUpgrade();
        if (!outcome.Successful)
            throw new MigrationException(outcome.ErrorScript?.Name ?? "journal", outcome.Error);

        return [.. outcome.Scripts.Select(script => script.Name)];
    }
}
