using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Messaging;
using Telegram.Bot;

namespace MspBot.Host.Telegram;

/// <summary>Telegram as a messenger: a client that polls, one that sends and one that fetches files.</summary>
internal static class TelegramRegistration
{
    internal const string SendingClient = "telegram-send";

    internal static IServiceCollection AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        services.AddSingleton(options);
        AddClient(services, SendingClient, TimeSpan.FromSeconds(30));
        AddClient(services, UpdateFeed.Client, TimeSpan.FromSeconds(PollTimes.Usual.HoldSeconds + 30));
        AddClient(services, TelegramFiles.Client, TelegramFiles.Patience);
        services.AddSingleton<FileFetcher>(provider => new TelegramFiles(
            NewClient(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(TelegramFiles.Client)),
            provider.GetRequiredService<ILogger<TelegramFiles>>()));
        services.AddSingleton(provider =>
            NewClient(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(SendingClient)));

        services.AddHostedService<Connecting>();
        services.AddMessenger<TelegramCalls>();
        return services;
    }

    internal static IServiceCollection AddTelegramReceiving(this IServiceCollection services, TelegramOptions options)
    {
        if (options.WebhookUrl is null)
        {
            services.AddSingleton(PollTimes.Usual);
            services.AddSingleton<UpdateFeed>();
            services.AddHostedService<Poller>();
        }
        else
        {
            services.AddSingleton<Webhook>();
            services.AddHostedService(provider => provider.GetRequiredService<Webhook>());
        }
        return services;
    }

    internal static WebApplication MapTelegram(this WebApplication app, TelegramOptions options)
    {
        if (options.WebhookUrl is { } url) app.MapPost(url.AbsolutePath, app.Services.GetRequiredService<Webhook>().Receive);
        return app;
    }

    /// <summary>The retries are ours: the library's would sleep inside the call and know nothing of the other senders.</summary>
    internal static ITelegramBotClient NewClient(TelegramOptions options, HttpClient http) => new TelegramBotClient(
        new TelegramBotClientOptions(options.Token, options.BaseUrl?.GetLeftPart(UriPartial.Authority)) { RetryThreshold = 0 }, http);

    /// <summary>Without the factory's loggers: they write whole addresses, and the token is part of the address.</summary>
    private static void AddClient(IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name, client => client.Timeout = timeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(3),
                ConnectTimeout = TimeSpan.FromSeconds(10),
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
