using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Consultations;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// «consultations»: the head's load view and a month of /journal with 50 tutors, 2,000 teachers and 50,000 consultations of the past year:
/// the plan that PostgreSQL took, and how long the readers take over the program's own connection.
/// </summary>
internal static class ConsultationBench
{
    internal const string Argument = "consultations";
    private const double Target = 20;
    private const int Runs = 50;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MonthFrom = new(2026, 10, 31, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Month = new(2026, 11, 1);

    internal static async Task<int> Run()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-consultations-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await using var local = await LocalPostgres.StartAsync(new() { Folder = folder });
            await Migrator.ApplyAsync(local.ConnectionString, NullLogger.Instance);
            await Fill(local.ConnectionString);
            await using var services = new ServiceCollection().AddLogging().AddDatabase(local.ConnectionString)
                .AddScoped<LoadReader>().AddScoped<JournalReader>().AddScoped<OutcomeStore>().BuildServiceProvider();

            var tutor = new PersonId(7);
            double[] medians =
            [
                await Measure(services, local.ConnectionString, "load: tutors, first page", (LoadReader r) => r.Tutors(MonthFrom, Now, 0), LoadReader.ByTutor + LoadReader.ByNeed),
                await Measure(services, local.ConnectionString, "load: unanswered requests", (LoadReader r) => r.Unanswered(0)),
                await Measure(services, local.ConnectionString, "journal: months", (JournalReader r) => r.Months(tutor, 0)),
                await Measure(services, local.ConnectionString, "journal: a month's page", (JournalReader r) => r.Entries(tutor, Month, 0), JournalReader.MonthPage),
                await Measure(services, local.ConnectionString, "journal: a month's totals", (JournalReader r) => r.Totals(tutor, Month)),
                await Measure(services, local.ConnectionString, "journal: without an outcome", (OutcomeStore r) => r.CountUnanswered(tutor, Now)),
            ];
            NpgsqlConnection.ClearAllPools();
            return Array.TrueForAll(medians, m => m < Target) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Measure<TReader, T>(ServiceProvider services, string connectionString, string what, Func<TReader, Task<T>> read, string? explained = null)
        where TReader : notnull
    {
        if (explained is not null) Console.WriteLine($"{what}\n{await Explain(connectionString, explained)}\n");
        var times = new List<double>();
        for (var n = 0; n < Runs + 5; n++)
        {
            await using var scope = services.CreateAsyncScope();
            var began = Stopwatch.GetTimestamp();
            await read(scope.ServiceProvider.GetRequiredService<TReader>());
            if (n >= 5) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[Runs / 2]:0.0} ms, 95th {times[Runs * 95 / 100]:0.0} ms of {Runs} (target {Target} ms)\n"));
        return times[Runs / 2];
    }

    /// <summary>With the settings that the program's own connections have.</summary>
    private static async Task<string> Explain(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c enable_seqscan=off -c jit=off", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, costs off, timing off) {sql}", connection);
        foreach (var (name, value) in new (string, object)[]
        {
            ("now", Now.UtcDateTime), ("late", Now.AddDays(-1).UtcDateTime), ("answersFrom", Now.AddDays(-30).UtcDateTime), ("monthFrom", MonthFrom.UtcDateTime),
            ("tutor", 7L), ("month", Month), ("next", Month.AddMonths(1)), ("skip", 0), ("take", 7),
        }) command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static async Task Fill(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in (string[])[Crowded, "vacuum analyze"])
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static readonly string Crowded = $"""
        insert into school (name, kind, confirmed_at, created_at) select 'Школа № ' || n, 'LowResults', now(), now() from generate_series(1, 40) n;
        insert into person (telegram_id, full_name, school_id, position, consented_at, created_at)
        select 1000000 + n, 'Иванова Мария Петровна', 1 + n % 40, 'Учитель', now(), now() from generate_series(1, 2050) n;
        insert into person_role (person_id, role, granted_at) select n, 'Tutor', now() from generate_series(1, 50) n;

        -- A year of 50,000, nine in ten took place.
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, answered_at, confirmed_at, closed_at)
        select 'Individual', 51 + n % 2000, 1 + n % 50, 'Читательская грамотность на уроке', case when n % 10 = 0 then 'NotHeld' else 'Held' end,
               t, t + interval '45 minutes', t - interval '3 days', t - interval '3 days', t - interval '3 days' + n % 40 * interval '1 hour', t - interval '2 days', t + interval '1 hour'
        from generate_series(1, 50000) n, lateral (select '{Now.AddHours(-1):O}'::timestamptz - (n * 10.5 || ' minutes')::interval as t) at;
        insert into journal_entry (tutor_id, consultation_id, day, school_id, teacher_id, topic, form, minutes, held, reason, created_at)
        select tutor_id, id, starts_at::date, 1 + id % 40, teacher_id, topic, 'Individual', case when state = 'Held' then 45 end, state = 'Held', case when state = 'NotHeld' then 'Other' end, closed_at
        from consultation;

        -- Today: 300 that wait, 500 that are agreed, some over without an outcome.
        insert into consultation (kind, teacher_id, tutor_id, topic, state, created_at, asked_at)
        select 'Individual', 51 + n, 1 + n % 50, 'Функциональная грамотность', case n % 3 when 0 then 'Offered' when 1 then 'Waiting' else 'Requested' end, t, t
        from generate_series(1, 300) n, lateral (select '{Now:O}'::timestamptz - (n || ' hours')::interval as t) at;
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, answered_at)
        select 'Individual', 51 + n, 1 + n % 50, 'Функциональная грамотность', 'Confirmed', t, t + interval '45 minutes', t - interval '20 days', t - interval '20 days', t - interval '19 days'
        from generate_series(1, 500) n, lateral (select '{Now.AddDays(-2):O}'::timestamptz + (n || ' hours')::interval as t) at;
        """;
}
