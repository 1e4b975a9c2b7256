using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using MspBot.Data.Conversations;
using MspBot.Host;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Messaging;
using MspBot.Host.Telegram;
using MspBot.Sandbox;
using Npgsql;

namespace MspBot.Tests.Support;

/// <summary>
/// The whole program with a real PostgreSQL under it and a strict Bot API server at the other end of a real socket.
/// The clock stands until a story moves it.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    /// <summary>A Tuesday, 10:00 in Moscow: nothing is quiet.</summary>
    internal static readonly DateTimeOffset Morning = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    internal const long HeadId = 900_001;

    /// <summary>A cron expression that does not fire in the time of any story.</summary>
    internal const string Never = "0 0 8 1 1 ? 2099";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder;
    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? adjust;
    private readonly bool ticking;
    private readonly LoggedDeeds deeds;
    private bool runs;

    private World(TestDatabase database, BotApiServer telegram, string folder, Dictionary<string, string> settings,
        Action<IServiceCollection>? adjust, bool ticking)
    {
        (Database, Telegram, this.folder, this.settings, this.adjust, this.ticking) =
            (database, telegram, folder, settings, adjust, ticking);
        deeds = new(database.ConnectionString);
        telegram.WaitIdle = Idle;
    }

    internal TestDatabase Database { get; }

    internal BotApiServer Telegram { get; }

    internal FakeTimeProvider Clock { get; } = new(Morning);

    internal MspBotApp Bot { get; private set; } = null!;

    /// <summary>The story's moment, for a statement of SQL: what a story is told must not depend on the day it is told on.</summary>
    internal string Now => $"timestamptz '{Clock.GetUtcNow():O}'";

    internal static async Task<World> Open(
        TestCluster cluster, Action<IServiceCollection>? adjust = null, BotApiOptions? telegram = null, bool ticking = false,
        params (string Key, string Value)[] settings)
        => await Start(await cluster.CreateForStoryAsync(), adjust, telegram, ticking, settings);

    /// <summary>The world stands on this database, which is dropped with it.</summary>
    internal static async Task<World> Over(
        TestDatabase database, Action<IServiceCollection>? adjust = null, BotApiOptions? telegram = null, bool ticking = false,
        params (string Key, string Value)[] settings)
    {
        await TestCluster.RunAsync(database.ConnectionString, TestCluster.OneCodeWord);
        return await Start(database, adjust, telegram, ticking, settings);
    }

    private static async Task<World> Start(TestDatabase database, Action<IServiceCollection>? adjust, BotApiOptions? telegram, bool ticking,
        (string Key, string Value)[] settings)
    {
        // Digests come where a story is about them, and interrupt no other.
        var all = new Dictionary<string, string>
        {
            ["Msp:HeadTelegramId"] = $"{HeadId}",
            ["Digest:Weekly"] = Never,
            ["Digest:Monthly"] = Never,
        };
        foreach (var (key, value) in settings) all[key] = value;
        var world = new World(database, await BotApiServer.StartAsync(telegram), await TestFolder.NewAsync("w"), all, adjust, ticking);
        await world.StartBot();
        return world;
    }

    internal async Task StartBot(params (string Key, string Value)[] more)
    {
        Bot = await NewBot(adjust, more);
        runs = true;
        await Bot.Web.StartAsync();
    }

    /// <summary>One more instance of the bot on the same database, not started yet; whoever asks for it stops it.</summary>
    internal Task<MspBotApp> NewBot(Action<IServiceCollection>? adjusted = null, params (string Key, string Value)[] more)
    {
        string[] args =
        [
            $"--Telegram:Token={Telegram.Token}", $"--Telegram:BaseUrl={Telegram.BaseUrl}",
            $"--ConnectionStrings:Msp={Database.ConnectionString};Maximum Pool Size=12",
            $"--Data:Folder={folder}", "--urls=http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange=false",
            "--Logging:LogLevel:Default=Warning",
            .. settings.Select(s => $"--{s.Key}={s.Value}"), .. more.Select(s => $"--{s.Key}={s.Value}"),
        ];
        return MspBotApp.Create(args, Clock, services => Adjust(services, adjusted));
    }

    /// <summary>
    /// Quartz follows the clock in threads of its own: where a story does not ask for it, jobs run when the story says so. And a machine
    /// that has much to do is no part of a story: unless it asks for that, a press waits for its word.
    /// </summary>
    private void Adjust(IServiceCollection services, Action<IServiceCollection>? adjusted)
    {
        services.AddSingleton(new PressAnswers(TimeSpan.FromHours(1)));
        if (!ticking)
        {
            foreach (var quartz in services.Where(s => s.ServiceType == typeof(IHostedService)
                && s.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true).ToList())
                services.Remove(quartz);
        }
        adjusted?.Invoke(services);
    }

    /// <summary>As a deploy does: an orderly stop, a new process.</summary>
    internal async Task RestartBot()
    {
        await StopBot();
        await StartBot();
    }

    internal async Task StopBot()
    {
        if (!runs) return;   // a story that fails between a stop and a start shows its own failure
        await deeds.Check();
        Stops.AreSingle(Telegram.Journal);
        runs = false;
        await Bot.Web.StopAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>A story that uses stores as the bot does says so: what they did has no line in the log.</summary>
    internal Task DoneByStores() => deeds.Excuse();

    /// <summary>What a story does by stores has no line; what the bot did before it has.</summary>
    internal Task<IAsyncDisposable> ByStores() => deeds.Planting();

    internal Visitor Visitor(long id, string firstName = "Гость") => Telegram.Visitor(id, firstName);

    /// <summary>Waits until every update is handled and everything said has left and is marked.</summary>
    internal async Task Idle()
    {
        var services = Bot.Web.Services;
        var inbox = services.GetRequiredService<InboxStore>();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (Telegram.Api.PendingUpdates == 0 && services.GetRequiredService<Lanes>().Idle && services.GetRequiredService<Senders>().Idle
                && (await inbox.ChatsWaiting(TimeSpan.Zero, default)).Count == 0 && await NothingToSend()
                && Telegram.Api.PendingUpdates == 0 && services.GetRequiredService<Senders>().Idle)
                return;
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException("the bot did not come to rest");
            await Task.Delay(5);
        }
    }

    /// <summary>Nothing that may go now is unsent; what waits for its hour may.</summary>
    private async Task<bool> NothingToSend()
    {
        await using var command = Bot.Web.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            select not exists (
                select 1 from outbox
                where done_at is null and (not_before is null or not_before <= $1) and (not_after is null or not_after > $1))
            """);
        command.Parameters.Add(new() { Value = Clock.GetUtcNow().UtcDateTime });
        return await command.ExecuteScalarAsync() is true;
    }

    /// <summary>
    /// Moves the clock; what became due is sent when this returns. What lies between is skipped, as by a machine that was off.
    /// </summary>
    internal async Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        await RunJobs();
    }

    /// <summary>Moves the clock in steps, so that nothing is late.</summary>
    internal async Task PassInSteps(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step) await Pass(step < time - passed ? step : time - passed);
    }

    /// <summary>What Quartz does each minute, at once.</summary>
    internal async Task RunJobs()
    {
        await Idle();
        await DueJobs.RunAll(Bot.Web.Services);
        await Idle();
    }

    internal async Task<T?> Sql<T>(string sql)
    {
        await using var planting = await deeds.Planting(sql);
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), null) : default;
    }

    /// <summary>As a database that goes away: nothing that comes can be stored. The story can still look at it.</summary>
    internal Task InboxGoesAway() => Sql<int>("""
        create or replace function away() returns trigger language plpgsql as $$ begin raise exception 'away' using errcode = '57P03'; end
            $$;
        create trigger away before insert on inbox for each statement execute function away();
        """);

    internal Task InboxIsBack() => Sql<int>("drop trigger away on inbox");

    public async ValueTask DisposeAsync()
    {
        await StopBot();
        await Telegram.DisposeAsync();
        await Database.DisposeAsync();
        TestFolder.Remove(folder);
    }
}
