using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Sandbox;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>A durable PostgreSQL on a disk, a Telegram in this process, people and seminars; and the bot as a process of its own.</summary>
internal sealed class Stage : IAsyncDisposable
{
    internal const long FirstChat = 1_000_000;

    private readonly string folder;
    private readonly bool folderIsOurs;
    private LocalPostgres? local;

    private Stage(string folder, bool folderIsOurs, LocalPostgres local, BotApiServer telegram) =>
        (this.folder, this.folderIsOurs, this.local, Telegram) = (folder, folderIsOurs, local, telegram);

    internal BotApiServer Telegram { get; }

    internal string ConnectionString => local!.ConnectionString;

    internal string Log => Path.Combine(folder, "bot.log");

    /// <summary>All of PostgreSQL's processes are its children.</summary>
    internal int Postmaster { get; private set; }

    internal static async Task<Stage> Set(Sizes sizes)
    {
        var folder = sizes.Folder ?? Path.Combine(Path.GetTempPath(), $"mspbot-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        if (new DriveInfo(folder).DriveFormat == "tmpfs") Console.WriteLine($"! {folder} is in memory: the figures will be too good");
        var local = await LocalPostgres.Start(new() { Folder = folder, Settings = ServerSettings() });
        var telegram =
            await BotApiServer.StartAsync(new() { KeepJournal = false, MaxMessagesPerChat = 20, Patience = TimeSpan.FromSeconds(60) });
        var stage = new Stage(folder, sizes.Folder is null, local, telegram);
        await Migrator.Apply(local.ConnectionString, NullLogger.Instance);
        await stage.Fill(sizes);
        stage.Postmaster = ProcessFigures.Parent(await stage.Sql<int>("select pg_backend_pid()"));
        return stage;
    }

    /// <summary>Starts the bot, with the data folder alone, as a first try does.</summary>
    /// <returns>It, and how long it took to its first poll.</returns>
    internal async Task<(ChildProcess Bot, TimeSpan ToFirstPoll)> StartBot()
    {
        var begun = false;
        var polled = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Something waits, so that the first poll is answered, and seen, at once.
        await Telegram.Visitor(FirstChat).StartedEarlier().Types("/about");
        Telegram.Journal.Added += Look;
        var began = Stopwatch.GetTimestamp();
        var bot = ChildProcess.Start(Log, "MspBot.Host.dll", [],
            ("Telegram__Token", Telegram.Token), ("Telegram__BaseUrl", Telegram.BaseUrl.ToString()), ("Data__Folder", folder),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Logging__LogLevel__Default", "Warning"));
        try
        {
            var at = await polled.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return (bot, Stopwatch.GetElapsedTime(began, at));
        }
        catch (TimeoutException)
        {
            await bot.DisposeAsync();
            throw new InvalidOperationException(
                $"the bot did not poll:\n{await File.ReadAllTextAsync(Log)}{await File.ReadAllTextAsync(Log + ".err")}");
        }
        finally
        {
            Telegram.Journal.Added -= Look;
        }

        void Look(JournalEntry entry)
        {
            // A poll of the program before it may end only now.
            begun |= entry.Method.Equals("getMe", StringComparison.OrdinalIgnoreCase);
            if (begun && entry.Method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
                polled.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    internal ChildProcess StartFloor() => ChildProcess.Start(Path.Combine(folder, "floor.log"), "MspBot.Benchmarks.dll", [Floor.Argument],
        ("Telegram__Token", Telegram.Token), ("Telegram__BaseUrl", Telegram.BaseUrl.ToString()));

    /// <summary>Stops PostgreSQL: the next bot starts it by itself.</summary>
    internal async Task LeaveDatabase()
    {
        NpgsqlConnection.ClearAllPools();
        if (local is not null) await local.DisposeAsync();
        local = null;
    }

    internal async Task<T> Sql<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return await command.ExecuteScalarAsync() is { } value ? (T)value : default!;
    }

    public async ValueTask DisposeAsync()
    {
        await Telegram.DisposeAsync();
        await LeaveDatabase();
        if (folderIsOurs) Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// To look into PostgreSQL while it works: MSPBOT_BENCH_PG="shared_preload_libraries=auto_explain;auto_explain.log_min_duration=5".
    /// </summary>
    private static Dictionary<string, string> ServerSettings() =>
        (Environment.GetEnvironmentVariable("MSPBOT_BENCH_PG") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);

    private Task<object> Fill(Sizes sizes) => Sql<object>($"""
        set mspbot.retention = 'on';   -- people take their lines of the log along
        truncate inbox, outbox, dialog, sign_up, seminar, person_role, person, school restart identity cascade;

        insert into school (name, kind, confirmed_at, created_at)
        select 'МОУ «СОШ № ' || n || '»', 'Leader', now(), now() from generate_series(1, 40) n;

        insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
        select {FirstChat} + n, 'Иванова Мария Петровна', 1 + n % 40, 'Учитель', '{"{Математика,Физика}"}', now(), now()
        from generate_series(0, {sizes.Visitors}) n;

        insert into person_role (person_id, role, granted_at)
        select id, 'Teacher', now() from person;

        insert into seminar (kind, title, audience, description, starts_at, ends_at, seats, leader_id, state, calendar_uid, created_by,
            created_at, published_at)
        select 'RoundTable', 'Читательская грамотность на уроке, встреча ' || n, 'Учителя математики',
               repeat('Разбираем задания и обмениваемся находками. ', 5), now() + interval '7 days' + n * interval '1 hour',
               now() + interval '7 days' + n * interval '1 hour' + interval '90 minutes', 1000, 1 + n % 2, 'Published', 'bench-' || n, 1,
                   now(), now()
        from generate_series(1, {sizes.Seminars}) n;

        -- Everybody has places already, though not where they will ask for one.
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
        select 1 + (p.id + 50 * n) % {sizes.Seminars}, p.id, 'Confirmed', now(), now()
        from person p, generate_series(1, 3) n;

        analyze;
        """);
}
