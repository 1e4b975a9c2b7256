using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MspBot.Data.Conversations;
using MspBot.Host;
using MspBot.Host.Conversations;
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

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string folder;
    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? adjust;

    private World(TestDatabase database, BotApiServer telegram, string folder, Dictionary<string, string> settings, Action<IServiceCollection>? adjust)
    {
        (Database, Telegram, this.folder, this.settings, this.adjust) = (database, telegram, folder, settings, adjust);
        telegram.WaitIdle = Idle;
    }

    internal TestDatabase Database { get; }

    internal BotApiServer Telegram { get; }

    internal FakeTimeProvider Clock { get; } = new(Morning);

    internal MspBotApp Bot { get; private set; } = null!;

    internal static async Task<World> Open(TestCluster cluster, Action<IServiceCollection>? adjust = null, BotApiOptions? telegram = null,
        params (string Key, string Value)[] settings)
        => await Over(await cluster.CreateAsync(), adjust, telegram, settings);

    /// <summary>The world stands on this database, which is dropped with it.</summary>
    internal static async Task<World> Over(TestDatabase database, Action<IServiceCollection>? adjust = null, BotApiOptions? telegram = null,
        params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["Msp:HeadTelegramId"] = $"{HeadId}" };
        foreach (var (key, value) in settings) all[key] = value;
        var world = new World(database, await BotApiServer.StartAsync(telegram), await TestFolder.NewAsync("w"), all, adjust);
        await world.StartBot();
        return world;
    }

    internal async Task StartBot()
    {
        Bot = await NewBot(adjust);
        await Bot.Web.StartAsync();
    }

    /// <summary>One more instance of the bot on the same database, not started yet; whoever asks for it stops it.</summary>
    internal Task<MspBotApp> NewBot(Action<IServiceCollection>? adjusted = null, params (string Key, string Value)[] more)
    {
        string[] args =
        [
            $"--Telegram:Token={Telegram.Token}", $"--Telegram:BaseUrl={Telegram.BaseUrl}", $"--ConnectionStrings:Msp={Database.ConnectionString};Maximum Pool Size=12",
            $"--Data:Folder={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning",
            .. settings.Select(s => $"--{s.Key}={s.Value}"), .. more.Select(s => $"--{s.Key}={s.Value}"),
        ];
        return MspBotApp.Create(args, Clock, adjusted);
    }

    /// <summary>As a deploy does: an orderly stop, a new process.</summary>
    internal async Task RestartBot()
    {
        await StopBot();
        await StartBot();
    }

    internal async Task StopBot()
    {
        await Bot.Web.StopAsync();
        await Bot.DisposeAsync();
    }

    internal Visitor Visitor(long id, string firstName = "Гость") => Telegram.Visitor(id, firstName);

    /// <summary>Waits until every update is handled and everything said has left and is marked.</summary>
    internal async Task Idle()
    {
        var services = Bot.Web.Services;
        var outbox = services.GetRequiredService<OutboxStore>();
        var inbox = services.GetRequiredService<InboxStore>();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (Telegram.Api.PendingUpdates == 0 && services.GetRequiredService<Lanes>().Idle && services.GetRequiredService<Sender>().Idle
                && (await inbox.ChatsWaiting(TimeSpan.Zero, default)).Count == 0 && await outbox.IsEmpty(Clock.GetUtcNow(), default)
                && Telegram.Api.PendingUpdates == 0 && services.GetRequiredService<Sender>().Idle)
                return;
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new TimeoutException("the bot did not come to rest");
            await Task.Delay(5);
        }
    }

    /// <summary>Moves the clock; what became due is sent when this returns.</summary>
    internal async Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        await Idle();
    }

    internal async Task<T?> Sql<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), null) : default;
    }

    public async ValueTask DisposeAsync()
    {
        await StopBot();
        await Telegram.DisposeAsync();
        await Database.DisposeAsync();
        TestFolder.Remove(folder);
    }
}
