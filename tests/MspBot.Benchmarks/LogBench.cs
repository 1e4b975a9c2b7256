using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Log;
using MspBot.Data.Migrations;
using MspBot.Data.People;
using MspBot.Data.Postgres;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// «log»: a log of 1,000,000 lines over three years, by 60 actors, read as its card reads it. Database time is what PostgreSQL itself
/// measures (explain analyze, generic plans, no sequential scans, as in the program). Then what a line costs the transaction it is in.
/// </summary>
internal static partial class LogBench
{
    internal const string Argument = "log";
    private const int Lines = 1_000_000;
    private const int People = 3_000;
    private const double LimitMs = 10;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    internal static async Task<int> Run()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-log-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await using var local = await LocalPostgres.Start(new() { Folder = folder });
            await Migrator.Apply(local.ConnectionString, NullLogger.Instance);
            await using var services = new ServiceCollection().AddDatabase(local.ConnectionString).AddScoped<LogReader>()
                .AddScoped<LogWriter>().AddScoped<PersonStore>().BuildServiceProvider();
            var source = services.GetRequiredService<NpgsqlDataSource>();
            await Fill(source);
            var good = await Reads(source);
            await Writes(services);
            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(NpgsqlDataSource source)
    {
        var began = Stopwatch.GetTimestamp();
        await Execute(source, string.Create(CultureInfo.InvariantCulture, $"""
            insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', '{Now:O}', '{Now:O}');
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 1000000 + n, 'Иванова Мария Петровна', 1, 'Учитель', '{Now:O}', '{Now:O}' from generate_series(1, {People}) n;
            insert into action_log (at, actor_id, role, action, subject, subject_id, detail)
            select '{Now.AddYears(-3):O}'::timestamptz + n * interval '{3.0 * 365 * 86400 / Lines} seconds', 1 + n * 7919 % 60, 'Head',
                case when n % 3 = 0 then 'SeminarChanged' when n % 3 = 1 then 'AttendanceMarked' else 'ConsultationConfirmed' end,
                case when n % 3 = 2 then 'Consultation' else 'Seminar' end, 1 + n * 104729 % 20000, '{"{\"people\": 3}"}'
            from generate_series(1::bigint, {Lines}) n;
            insert into action_log_person (person_id, line_id) select 1 + id * 31 % {People}, id from action_log;
            analyze action_log; analyze action_log_person;
            """));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Lines} lines, made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
    }

    private static async Task<bool> Reads(NpgsqlDataSource source)
    {
        var all = new LogFilter(null, null, DateTimeOffset.UnixEpoch, Now.AddYears(1));
        var month = all with { From = Now.AddYears(-1), To = Now.AddYears(-1).AddDays(30) };
        var good = true;
        foreach (var (name, sql, filter) in new[]
        {
            Read("first page", all),
            Read("by a person", all with { Actor = new(7) }),
            Read("by a kind of thing", all with { Kind = LogSubject.Consultation }),
            Read("by a person and a kind", all with { Actor = new(7), Kind = LogSubject.Seminar }),
            Read("by a month", month),
            Read("by a person in a month", month with { Actor = new(7) }),
            ("history of a thing", LogReader.StatementOfThing, all with { Kind = LogSubject.Seminar }),
            ("what touched a person", LogReader.StatementOfPerson, all),
        })
        {
            var plans = new List<string>();
            for (var run = 0; run < 5; run++) plans.Add(await Explained(source, sql, filter));
            var times = plans.Skip(1).Select(plan => double.Parse(Time().Match(plan).Groups[1].Value, CultureInfo.InvariantCulture))
                .ToList();
            good &= times.Max() < LimitMs;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name}: {times.Max():0.00} ms at most; ") + string.Join(", ", Scans().Matches(plans[^1]).Select(m => m.Value.Trim())));
        }
        return good;

        static (string, string, LogFilter) Read(string name, LogFilter filter) => (name, LogReader.Statement(filter), filter);
    }

    /// <summary>Transactions of one update each, in pairs: without a line and with one, which travels with the commit.</summary>
    private static async Task Writes(ServiceProvider services)
    {
        var times = new Dictionary<bool, List<double>> { [false] = [], [true] = [] };
        for (var run = 0; run < 2_000; run++)
        {
            var logs = run % 2 == 1;
            await using var scope = services.CreateAsyncScope();
            var began = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<PersonStore>().SetReminders(new(1 + run % People), run % 4 < 2);
            if (logs)
                scope.ServiceProvider.GetRequiredService<LogWriter>().Write(
                    new LogLine(Now, new PersonId(1 + run % 60), Role.Head, LogAction.AttendanceMarked, LogSubject.Seminar, run,
                        LogDetail.Of("people", 1)) { People = [new(1 + run % People)] });
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            if (run >= 200) times[logs].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  a transaction (two round trips): median {Median(times[false]):0.00} ms, with a line {Median(times[true]):0.00} ms"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<string> Explained(NpgsqlDataSource source, string sql, LogFilter filter)
    {
        await using var command = source.CreateCommand($"explain (analyze, costs off, timing off, summary on) {sql}");
        foreach (var (name, value) in new (string, object)[]
        {
            ("actor", filter.Actor?.Value ?? 7), ("kind", $"{filter.Kind}"), ("from", filter.From.UtcDateTime),
            ("to", filter.To.UtcDateTime), ("thing", 42L), ("person", 42L), ("take", 7), ("skip", 0),
        })
        {
            if (sql.Contains($"@{name}", StringComparison.Ordinal)) command.Parameters.AddWithValue(name, value);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static async Task Execute(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"Execution Time: ([\d.]+) ms")]
    private static partial Regex Time();

    [GeneratedRegex(@"(Index|Seq|Bitmap)[^(\n]*(?= \(|$)", RegexOptions.Multiline)]
    private static partial Regex Scans();
}
