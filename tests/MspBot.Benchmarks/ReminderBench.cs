using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Conversations;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Reminders;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Reminders;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// «reminders»: 10,000 that are due, found, marked and queued by one run of the job, on a durable PostgreSQL; then the plan
/// by which they are found, with no past and with 200,000 sign-ups behind it.
/// </summary>
internal static class ReminderBench
{
    internal const string Argument = "reminders";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    internal static async Task<int> Run()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mspbot-reminders-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await using var local = await LocalPostgres.Start(new() { Folder = folder });
            await Migrator.Apply(local.ConnectionString, NullLogger.Instance);
            await using var services = Services(local.ConnectionString);

            await Fill(local.ConnectionString, past: 0, due: 10_000);
            Console.WriteLine($"plan with no past:\n{await Plan(local.ConnectionString)}");
            Print("10,000 due, no past, first run", await Job(services));
            await Fill(local.ConnectionString, past: 200_000, due: 10_000);
            Console.WriteLine($"plan with 200,000 past sign-ups:\n{await Plan(local.ConnectionString)}");
            var (ran, queued) = (await Job(services), await Count(local.ConnectionString));
            Print($"10,000 due, 200,000 past, {queued} queued", ran);
            Print("nothing due, 200,000 past", await Job(services));
            NpgsqlConnection.ClearAllPools();
            return queued == 10_000 && ran < TimeSpan.FromSeconds(2) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> Job(ServiceProvider services)
    {
        var began = Stopwatch.GetTimestamp();
        await using var scope = services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ReminderJob>(scope.ServiceProvider).Execute(null!, CancellationToken.None);
        return Stopwatch.GetElapsedTime(began);
    }

    private static ServiceProvider Services(string connectionString)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        return new ServiceCollection()
            .AddLogging()
            .AddDatabase(connectionString)
            .AddSingleton(zone)
            .AddSingleton(new QuietHours(new(20, 0), new(8, 0), zone))
            .AddSingleton<TimeProvider>(new Standing())
            .AddSingleton<Messenger, Nobody>()
            .AddSingleton<OutboxStore>().AddSingleton<OutboxNumbers>().AddScoped<Outbox>().AddScoped<TransactionEnd>()
            .AddSingleton<JobHealth>().AddScoped<JobItems>()
            .AddReminders(ReminderTimes.TryParse("24:00:00,01:00:00", out var times) ? times : throw new InvalidOperationException())
            .BuildServiceProvider();
    }

    /// <summary>Seminars of 500 that begin in a day, and behind them a past of seminars of 100.</summary>
    private static Task<int> Fill(string connectionString, int past, int due) =>
        Execute(connectionString, string.Create(CultureInfo.InvariantCulture, $"""
        set mspbot.retention = 'on';   -- people take their lines of the log along
        truncate outbox, meeting_reminder, sign_up, seminar, consultation, person, school restart identity cascade;
        insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', now(), now());
        insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
        select 1000000 + n, 'Иванова Мария Петровна', 1, 'Учитель', now(), now() from generate_series(1, {due}) n;

        insert into seminar (kind, title, starts_at, ends_at, seats, leader_id, state, calendar_uid, created_by, created_at, published_at)
        select 'RoundTable', 'Читательская грамотность на уроке, встреча ' || n, start, start + interval '90 minutes', null, 1 + n % {due},
            'Published', 'u' || n, 1, now(), now()
        from generate_series(1, {(past + 99) / 100 + due / 500}) n,
            lateral (select case when n <= {due / 500} then '{Now.AddDays(1):O}'::timestamptz
                else '{Now:O}'::timestamptz - (n || ' hours')::interval end as start) t;
        alter table sign_up disable trigger sign_up_counted;
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
        select 1 + (n - 1) / 500, n, 'Confirmed', '{Now.AddDays(-30):O}', '{Now.AddDays(-30):O}' from generate_series(1, {due}) n;
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
        select {due / 500} + 1 + (n - 1) / 100, 1 + n % {due}, 'Confirmed', '{Now.AddYears(-1):O}', '{Now.AddYears(-1):O}'
            from generate_series(1, {past}) n;
        alter table sign_up enable trigger sign_up_counted;
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, confirmed_at)
        select 'Individual', n, 1 + n % {due}, 'Письмо', 'Confirmed', start, start + interval '45 minutes', asked, asked, asked
        from generate_series(1, {due / 5}) n, lateral (select '{Now.AddDays(1):O}'::timestamptz + (n % 20) * interval '15 minutes' as start,
            '{Now.AddYears(-1):O}'::timestamptz as asked) t;
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, confirmed_at)
        select 'Individual', 1 + n % {due}, 1 + (n + 1) % {due}, 'Письмо', 'Confirmed', start, start + interval '45 minutes', asked, asked,
            asked
        from generate_series(1, {past / 5}) n,
            lateral (select '{Now:O}'::timestamptz - (n || ' minutes')::interval as start, '{Now.AddYears(-2):O}'::timestamptz as asked) t;
        insert into meeting_reminder (kind, meeting_id, person_id, before, starts_at, message, marked_at)
        select 'Seminar', s.id, m.person_id, b, s.starts_at, 'reminder:Seminar:' || m.id || ':' || extract(epoch from b)::int, s.starts_at
        from sign_up m join seminar s on s.id = m.seminar_id, unnest(array[interval '24 hours', interval '1 hour', interval '10 minutes']) b
        where s.starts_at < '{Now:O}';
        """), "vacuum analyze");

    private static async Task<string> Plan(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var undone = await connection.BeginTransactionAsync();
        var plans = "";
        foreach (var sql in (string[])[ReminderStore.FindDue, ReminderStore.Hold, ReminderStore.MarkDue])
            plans += $"{await Explain(connection, sql)}\n\n";
        return plans;
    }

    private static async Task<string> Explain(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, costs off) {sql}", connection);
        command.Parameters.AddWithValue("seminars", Enumerable.Range(1, 20).Select(n => (long)n).ToArray());
        command.Parameters.AddWithValue("consultations", Enumerable.Range(1, 2000).Select(n => (long)n).ToArray());
        command.Parameters.AddWithValue("before", (TimeSpan[])[TimeSpan.FromDays(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)]);
        command.Parameters.AddWithValue("longest", TimeSpan.FromDays(1));
        command.Parameters.AddWithValue("dayAhead", ReminderTimes.DayAhead);
        command.Parameters.AddWithValue("now", Now.UtcDateTime);
        command.Parameters.AddWithValue("nextFrom", Now.AddHours(14).UtcDateTime);
        command.Parameters.AddWithValue("nextTo", Now.AddHours(38).UtcDateTime);
        command.Parameters.AddWithValue("persons", Enumerable.Range(1, ReminderJob.Batch).Select(n => (long)n).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static async Task<long> Count(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from outbox where dedup like 'reminder:%'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<int> Execute(string connectionString, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var rows = 0;
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            rows += await command.ExecuteNonQueryAsync();
        }
        return rows;
    }

    private static void Print(string what, TimeSpan took) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took.TotalMilliseconds:0} ms\n"));

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>What is queued stays queued: only the job is measured.</summary>
    private sealed class Nobody : Messenger
    {
        public override void Send(IReadOnlyList<Outgoing> rows)
        {
        }

        public override void Wake()
        {
        }

        public override void Answer(ChatId chat, string update, string press, string? text, bool alert)
        {
        }

        public override bool IsBelow(ChatId chat, string message, string other) => false;

        public override void SayUnrecorded(ChatId chat, string text)
        {
        }
    }
}
