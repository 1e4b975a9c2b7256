using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Turns;
using MspBot.Sandbox.History;
using MspBot.Sandbox.Page;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// The whole demo in one process: a private PostgreSQL, the Bot API server with its page, the bot, and a clock that can be moved.
/// </summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly DemoFolder folder;
    private readonly Stack<IAsyncDisposable> opened = new();

    private DemoRun(DemoFolder folder) => this.folder = folder;

    /// <summary>Where the page is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The port that was wanted, when something else has it.</summary>
    public int? PortWasTaken { get; private set; }

    public BotApi Api { get; private set; } = null!;

    public DemoClock Clock { get; private set; } = null!;

    public MspBotApp Bot { get; private set; } = null!;

    public NpgsqlDataSource Database { get; private set; } = null!;

    public SiteZone Zone { get; private set; } = null!;

    /// <exception cref="DemoException">The demo cannot be started; the message says why.</exception>
    /// <exception cref="LocalPostgresException">No PostgreSQL could be started.</exception>
    /// <exception cref="OperationCanceledException">Its end was asked for while it started.</exception>
    public static async Task<DemoRun> StartAsync(DemoOptions options)
    {
        var demo = new DemoRun(DemoFolder.Take(options.Folder));
        try
        {
            await demo.Start(options);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until Ctrl-C or a polite end from outside.</summary>
    public Task WaitForEnd() => Bot.Web.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        // An orderly stop, also where nobody waited for the end; a second one does nothing.
        if (Bot is not null) await Bot.Web.StopAsync();
        while (opened.TryPop(out var last)) await last.DisposeAsync();
        folder.Dispose();
    }

    private async Task Start(DemoOptions options)
    {
        if (options.Database is null) options.Progress?.Invoke("Starting PostgreSQL…");
        var database = options.Database ?? await StartPostgres(options);
        options.Progress?.Invoke("Starting the bot and filling its district…");
        if (options.Fresh)
        {
            await DemoData.Reset(database);
            folder.Offset = TimeSpan.Zero;
        }

        folder.WriteIfMissing("schools.csv", District.SchoolsFile);
        folder.WriteIfMissing("site.json", District.SiteFile);
        Clock = new DemoClock(options.Time, folder.Offset);
        Clock.Jump(WorkingHours.Wait(Clock.GetUtcNow()));

        var firstMessage = 0;
        // A token of this run only: nobody can call the server who was not told it.
        var token = $"7234567890:AAE{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16))}";
        Api = new BotApi(new BotApiOptions
        {
            Token = token,
            BotName = "Стажировочная площадка",
            BotUsername = "msp_sandbox_bot",
            Time = Clock,
            JournalSize = 500,
            MaxMessagesPerChat = 500,
            FirstMessageId = () => firstMessage + 1,
        });
        var page = await PageServer.StartAsync(Api, Clock, options);
        opened.Push(page);
        Address = page.Address;
        PortWasTaken = options.Port != 0 && Address.Port != options.Port ? options.Port : null;

        Bot = await MspBotApp.Create(
        [
            $"--Telegram:Token={token}", $"--Telegram:BaseUrl={Address}", "--Telegram:Webhook:Url=", $"--ConnectionStrings:Msp={database}",
            $"--Data:Folder={folder.Path}", $"--Msp:HeadTelegramId={Townspeople.Head}", "--Msp:TimeZone=Europe/Moscow",
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
        ], Clock, cancel: page.Stopping);
        opened.Push(Bot);

        var services = Bot.Web.Services;
        Database = services.GetRequiredService<NpgsqlDataSource>();
        Zone = services.GetRequiredService<SiteZone>();
        var data = new DemoData(Database, Zone, services.GetRequiredService<AuthorKey>());
        var isNew = await data.Ensure(Clock.GetUtcNow());
        firstMessage = await data.HighestMessage();
        var chats = new HistoryFolder(folder.Chats);
        if (isNew) chats.Forget();
        opened.Push(ChatHistory.Open(Api, chats, firstMessage));

        var people = new Cast(Api, new Registrations(Database), services.GetRequiredService<Registry>());
        await people.Arrive();
        await page.Open(new Stage(people, data, Zone, folder, services.GetRequiredService<Messenger>()));
        await Bot.Web.StartAsync(page.Stopping);
        folder.Announce(Address);
    }

    private async Task<string> StartPostgres(DemoOptions options)
    {
        var server = await LocalPostgres.Start(new() { Folder = folder.Path, Durable = options.Durable });
        opened.Push(server);
        return server.ConnectionString;
    }
}

/// <summary>What the page needs of the demo besides the server: who plays, and what happens when the clock moves.</summary>
internal sealed record Stage(Cast People, DemoData Data, SiteZone Zone, DemoFolder Folder, Messenger Messenger);
