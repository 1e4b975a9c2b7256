using System.Net;

namespace MspBot.Sandbox;

/// <summary>The sandbox on a port of its own, on 127.0.0.1 only.</summary>
public sealed class BotApiServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private BotApiServer(WebApplication app, BotApi api, Uri baseUrl)
    {
        this.app = app;
        Api = api;
        BaseUrl = baseUrl;
    }

    /// <summary>Everything behind the sockets: visitors, faults, the journal.</summary>
    public BotApi Api { get; }

    public Uri BaseUrl { get; }

    public string Token => Api.Token;

    public Faults Faults => Api.Faults;

    public Flood Flood => Api.Flood;

    public Journal Journal => Api.Journal;

    /// <summary>Tests assert that it is empty.</summary>
    public IReadOnlyList<string> Violations => Api.Violations;

    public Func<Task>? WaitIdle
    {
        get => Api.WaitIdle;
        set => Api.WaitIdle = value;
    }

    public static async Task<BotApiServer> StartAsync(BotApiOptions? options = null)
    {
        var api = new BotApi(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, api.Options.Port);
        });
        var app = builder.Build();
        app.Run(new Endpoint(api).HandleAsync);
        await app.StartAsync();
        return new BotApiServer(app, api, new Uri(app.Urls.First()));
    }

    public Visitor Visitor(
        long id, string firstName = "Гость", string? lastName = null, string? username = null, string? language = "ru") =>
        Api.Visitor(id, firstName, lastName, username, language);

    public GroupChat Group(long id, string title) => Api.Group(id, title);

    public bool DeliverTwice(long? updateId = null) => Api.DeliverTwice(updateId);

    public Task Idle() => Api.Idle();

    /// <summary>Until Ctrl-C or a polite end from outside.</summary>
    public Task WaitForEnd() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        // Held polls would keep the port open for a while.
        Faults.BeginOutage();
        Api.Dispose();
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
    }
}

public static class BotApiMount
{
    /// <summary>Serves /bot… and /file/bot… from the web application; everything else passes on.</summary>
    public static IApplicationBuilder MapBotApi(this IApplicationBuilder app, BotApi api)
    {
        var endpoint = new Endpoint(api);
        return app.Use(next => context => Endpoint.Owns(context.Request.Path) ? endpoint.HandleAsync(context) : next(context));
    }
}
