using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>A PostgreSQL of its own with a crowd in it, and readers over it.</summary>
internal sealed class CrowdedDatabase : IAsyncDisposable
{
    private readonly string folder;
    private readonly LocalPostgres local;
    private readonly ServiceProvider services;

    private CrowdedDatabase(string folder, LocalPostgres local, ServiceProvider services) =>
        (this.folder, this.local, this.services) = (folder, local, services);

    /// <param name="readers">Registers them.</param>
    /// <param name="fill">The crowd; null: that of consultations.</param>
    internal static async Task<CrowdedDatabase> Set(
        Func<IServiceCollection, IServiceCollection> readers, Func<string, Task>? fill = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-crowd-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        var local = await LocalPostgres.Start(new() { Folder = folder });
        await Migrator.Apply(local.ConnectionString, NullLogger.Instance);
        await (fill ?? ConsultationCrowd.Fill)(local.ConnectionString);
        return new(folder, local, readers(new ServiceCollection().AddLogging().AddDatabase(local.ConnectionString)).BuildServiceProvider());
    }

    internal async Task Read<TReader>(Func<TReader, Task> read) where TReader : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await read(scope.ServiceProvider.GetRequiredService<TReader>());
    }

    /// <summary>
    /// The plans of a second round, when the catalogue is warm, with the settings that the program's own connections have.
    /// </summary>
    /// <returns>Planning and execution of all of them in milliseconds, and the plans.</returns>
    internal async Task<(double Milliseconds, string Plans)> Explain(
        IReadOnlyList<string> statements, IReadOnlyDictionary<string, object> parameters)
    {
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(local.ConnectionString)
            {
                Options = "-c enable_seqscan=off -c jit=off",
                Pooling = false
            }.ConnectionString);
        await connection.OpenAsync();
        var (total, text) = (0.0, "");
        for (var round = 0; round < 2; round++)
        {
            (total, text) = (0, "");
            foreach (var sql in statements)
            {
                var plan = await Explain(connection, sql, parameters);
                total += plan.Where(l => l.StartsWith("Planning Time", StringComparison.Ordinal)
                    || l.StartsWith("Execution Time", StringComparison.Ordinal))
                    .Sum(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture));
                text += $"{string.Join('\n', plan)}\n\n";
            }
        }
        return (total, text);
    }

    private static async Task<List<string>> Explain(NpgsqlConnection connection, string sql, IReadOnlyDictionary<string, object> parameters)
    {
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, costs off) {sql}", connection);
        foreach (var (name, value) in parameters.Where(p => sql.Contains($"@{p.Key}",
            StringComparison.Ordinal))) command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await local.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>What a reader asks of the database, as it is sent.</summary>
internal static class Statements
{
    internal static async Task<IReadOnlyList<string>> Of(Func<Task> read)
    {
        var seen = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if ((activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string text) seen.Add(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await read();
        IReadOnlyList<string> asked =
            [.. seen.SelectMany(s => s.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(s => s.Contains("select", StringComparison.Ordinal))];
        return asked.Count > 0 ? asked : throw new InvalidOperationException("no statement was seen: that measures nothing");
    }
}
