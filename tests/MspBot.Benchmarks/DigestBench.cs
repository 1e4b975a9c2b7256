using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Digests;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People.Registration;
using MspBot.Host.Digests;
using MspBot.Sandbox.Past;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// «digest»: the digest of a week, and of a month, with picture and files, of a district with three years behind it; then with ten times
/// that past. CPU is this process's and PostgreSQL's together, memory what this process takes more at its peak.
/// </summary>
internal static class DigestBench
{
    internal const string Argument = "digest";
    private const int Runs = 5;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly Site Site =
        new("Площадка", "тема", "1-р", new(2026, 9, 1), new(2026, 9, 1), new(2029, 5, 31), "основания", "Гимназия");

    internal static async Task<int> Run()
    {
        var good = await Measure(PastSize.District, "3 years");
        return await Measure(PastSize.District.Longer(10), "30 years") && good ? 0 : 1;
    }

    private static async Task<bool> Measure(PastSize size, string past)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-digest-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await using var local = await LocalPostgres.Start(new() { Folder = folder });
            await Migrator.Apply(local.ConnectionString, NullLogger.Instance);
            var began = Stopwatch.GetTimestamp();
            await Write(local.ConnectionString, size);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{past}: {size.Teachers} teachers, {size.Seminars} seminars, {size.SignUps} sign-ups, " +
                $"{size.Consultations} consultations, made and copied in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
            await using var services = Services(local.ConnectionString);
            var postmaster = await Postmaster(local.ConnectionString);
            var week = await Digests(services, postmaster, DigestPeriod.Read(PeriodKind.Week, "2026-W47")!.Value);
            var month = await Digests(services, postmaster, DigestPeriod.Read(PeriodKind.Month, "2026-10")!.Value);
            Console.WriteLine($"  pages of the database that the figures of twelve weeks look at: {await Pages(local.ConnectionString)}");
            NpgsqlConnection.ClearAllPools();
            return week && month;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Its rows are garbage before anything is measured.</summary>
    private static async Task Write(string connectionString, PastSize size)
    {
        await PastWriter.Write(connectionString, DistrictPast.Make(size, Now, Moscow));
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
    }

    private static async Task<bool> Digests(ServiceProvider services, int postmaster, DigestPeriod period)
    {
        var (cpu, wall, more) = (new List<double>(), new List<double>(), 0.0);
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, true, true);
            var (before, memory, began) = (Cpu(postmaster), ProcessFigures.MemoryMb(Environment.ProcessId), Stopwatch.GetTimestamp());
            var peak = await Peak(async () =>
            {
                var digest = await services.GetRequiredService<DigestMaker>().Make(period, Now);
                services.GetRequiredService<DigestFiles>().All(digest, new Dictionary<long, string>());
            });
            cpu.Add(Cpu(postmaster) - before);
            wall.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            more = Math.Max(more, peak - memory);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {period}: first run {cpu[0]:0.00} s of CPU, then {cpu.Skip(1).Average():0.00} s ({wall[0]:0.00} and " +
            $"{wall.Skip(1).Average():0.00} s of wall time), {more:0} MB more memory at most"));
        return cpu.Max() < 1.5 && more < 150;
    }

    private static async Task<double> Peak(Func<Task> what)
    {
        var peak = 0.0;
        var work = Task.Run(what);
        while (!work.IsCompleted)
        {
            peak = Math.Max(peak, ProcessFigures.MemoryMb(Environment.ProcessId));
            await Task.Delay(5).ConfigureAwait(false);
        }
        await work;
        return Math.Max(peak, ProcessFigures.MemoryMb(Environment.ProcessId));
    }

    private static double Cpu(int postmaster) =>
        ProcessFigures.CpuSeconds(Environment.ProcessId) + ProcessFigures.FamilyCpuSeconds(postmaster);

    private static async Task<int> Postmaster(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        return ProcessFigures.Parent((int)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>What does not depend on how busy the machine is.</summary>
    private static async Task<int> Pages(string connectionString)
    {
        var weeks = DigestPeriod.Read(PeriodKind.Week, "2026-W47")!.Value.WithBefore(11);
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
            {
                Options =
                "-c enable_seqscan=off -c jit=off"
            }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, costs off, timing off, summary off) {FiguresReader.Sql}",
            connection);
        command.Parameters.AddWithValue("from", weeks.Select(w => w.Moments(Moscow).From.UtcDateTime).ToArray());
        command.Parameters.AddWithValue("to", weeks.Select(w => w.Moments(Moscow).To.UtcDateTime).ToArray());
        command.Parameters.AddWithValue("first", weeks.Select(w => w.First).ToArray());
        command.Parameters.AddWithValue("last", weeks.Select(w => w.Last).ToArray());
        command.Parameters.AddWithValue("fewest", Figures.FewestRatings);
        command.Parameters.AddWithValue("asOf", weeks.Select(_ => Now.UtcDateTime).ToArray());
        command.Parameters.AddWithValue("zone", Moscow.Zone.Id);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // The first line of buffers is the whole statement's: «Buffers: shared hit=1234 read=56».
            if (reader.GetString(0).Trim() is var line && line.StartsWith("Buffers:", StringComparison.Ordinal))
                return line.Split(' ').Where(w => w.StartsWith("hit=", StringComparison.Ordinal)
                    || w.StartsWith("read=", StringComparison.Ordinal)).Sum(w => int.Parse(w.Split('=')[1], CultureInfo.InvariantCulture));
        }
        return 0;
    }

    private static ServiceProvider Services(string connectionString) => new ServiceCollection()
        .AddDatabase(connectionString).AddSingleton(Moscow).AddSingleton(Site).AddSingleton(WorkingCalendar.Plain)
        .AddDigestMaking(new(DigestSchedule.Parse(DigestSchedule.EachMonday, Moscow)!,
            DigestSchedule.Parse(DigestSchedule.EachFirst, Moscow)!))
        .BuildServiceProvider();
}
