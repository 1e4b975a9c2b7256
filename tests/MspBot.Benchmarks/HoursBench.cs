using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Consultations;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// «hours»: free times of one tutor among 50, with 2,000 teachers and 50,000 past consultations: the plans with their times, and how
/// long the whole question takes, its round trip and the stepping through the hours included.
/// </summary>
internal static class HoursBench
{
    internal const string Argument = "hours";

    private const double TargetMs = 5;
    private const int Asked = 500;

    internal static async Task<int> Run()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-hours-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await using var local = await LocalPostgres.StartAsync(new() { Folder = folder });
            await Migrator.ApplyAsync(local.ConnectionString, NullLogger.Instance);
            await ConsultationCrowd.Fill(local.ConnectionString);
            var database = await Plans(local.ConnectionString);
            var whole = await Questions(local.ConnectionString);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"free times of one tutor: {database:0.000} ms of database time (planning and execution of four statements; target {TargetMs} ms)"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the whole question, {Asked} times: median {whole[Asked / 2]:0.00} ms, 99 % under {whole[Asked * 99 / 100]:0.00} ms"));
            NpgsqlConnection.ClearAllPools();
            return database < TargetMs ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Prints the plans of a second round, when the catalogue is warm.</summary>
    /// <returns>Their planning and execution in all, in milliseconds.</returns>
    private static async Task<double> Plans(string connectionString)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Options=-c enable_seqscan=off -c jit=off");
        await connection.OpenAsync();
        var (total, text) = (0.0, "");
        for (var round = 0; round < 2; round++)
        {
            (total, text) = (0, "");
            foreach (var sql in HoursReader.FreeSql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var plan = await Explain(connection, sql);
                total += plan.Where(l => l.StartsWith("Planning Time", StringComparison.Ordinal) || l.StartsWith("Execution Time", StringComparison.Ordinal))
                    .Sum(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture));
                text += $"{string.Join('\n', plan)}\n\n";
            }
        }
        Console.WriteLine(text);
        return total;
    }

    private static async Task<List<string>> Explain(NpgsqlConnection connection, string sql)
    {
        var (from, to) = (ConsultationCrowd.Now.AddDays(-1), ConsultationCrowd.Now.AddDays(15));
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, costs off) {sql}", connection);
        command.Parameters.AddWithValue("tutor", 25L);
        command.Parameters.AddWithValue("from", from.UtcDateTime);
        command.Parameters.AddWithValue("to", to.UtcDateTime);
        command.Parameters.AddWithValue("firstDay", DateOnly.FromDateTime(from.UtcDateTime));
        command.Parameters.AddWithValue("lastDay", DateOnly.FromDateTime(to.UtcDateTime));
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private static async Task<double[]> Questions(string connectionString)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString)
            .AddSingleton(new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))).AddSingleton(WorkingCalendar.Plain)
            .AddScoped<HoursReader>().BuildServiceProvider();
        var took = new double[Asked];
        for (var n = -50; n < Asked; n++)
        {
            await using var scope = services.CreateAsyncScope();
            var began = Stopwatch.GetTimestamp();
            var free = await scope.ServiceProvider.GetRequiredService<HoursReader>().Free(new PersonId(1 + (n + 50) % ConsultationCrowd.Tutors), ConsultationCrowd.Now);
            if (free.Count == 0) throw new InvalidOperationException("nothing is free: that measures nothing");
            if (n >= 0) took[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(took);
        return took;
    }
}
