using System.Net;
using MspBot.Sandbox.Demo;

namespace MspBot.Sandbox.Page;

/// <summary>The Bot API server and the page on one port of 127.0.0.1.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BotApi api;
    private readonly DemoClock clock;
    private readonly Feed feed = new();
    private readonly TaskCompletionSource<PageEndpoints> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedPump? pump;

    private PageServer(WebApplication app, BotApi api, DemoClock clock) => (this.app, this.api, this.clock) = (app, api, clock);

    public Uri Address => new(app.Urls.First());

    /// <summary>On the port that is asked for, or on a free one when that is taken.</summary>
    public static async Task<PageServer> StartAsync(BotApi api, DemoClock clock, DemoOptions options)
    {
        try
        {
            return await StartOn(options.Port, api, clock, options);
        }
        catch (IOException e) when (options.Port != 0
            && e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or System.Net.Sockets.SocketException)
        {
            return await StartOn(0, api, clock, options);
        }
    }

    /// <summary>Ctrl-C, or a polite end from outside.</summary>
    public CancellationToken Stopping => app.Lifetime.ApplicationStopping;

    /// <summary>From now on the page has people to show.</summary>
    public Task Open(Stage stage)
    {
        var view = new PageView(api, clock, feed, stage);
        pump = new FeedPump(api, feed, view);
        ready.TrySetResult(new PageEndpoints(api, clock, feed, view, stage, Stopping));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        api.Faults.BeginOutage();
        api.Dispose();
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await app.StopAsync(limit.Token);
        if (pump is not null) await pump.DisposeAsync();
        await app.DisposeAsync();
    }

    private static async Task<PageServer> StartOn(int port, BotApi api, DemoClock clock, DemoOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        var server = new PageServer(app, api, clock);
        var assets = new Assets(options.PageFolder);
        app.UseLoopbackOnly();
        app.MapBotApi(api);
        app.Run(async context =>
        {
            if (context.Request.Path.StartsWithSegments("/sandbox", out var rest))
                await (await server.ready.Task.WaitAsync(context.RequestAborted)).Handle(context, rest);
            else await assets.Serve(context);
        });
        try
        {
            await app.StartAsync();
            return server;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
