using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MspBot.Data.Postgres;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace MspBot.Host.Telegram;

/// <summary>
/// Receiving by webhook: who asks is checked before the body is read, and 200 is said as soon as the inbox has the
/// update. Anything else makes Telegram send it again.
/// </summary>
internal sealed partial class Webhook(ITelegramBotClient bot, TelegramOptions options, Receiver receiver, ReceivingHealth health, ILogger<Webhook> log) : BackgroundService
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const long MaxBody = 1 << 20;

    private readonly byte[] secret = Encoding.UTF8.GetBytes(options.WebhookSecret ?? "");

    internal async Task Receive(HttpContext http)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers[SecretHeader].ToString()), secret))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (http.Request.ContentLength > MaxBody)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        try
        {
            if (await JsonSerializer.DeserializeAsync<Update>(http.Request.Body, JsonBotAPI.Options, http.RequestAborted) is { } update
                && UpdateReader.Read(update) is { } received)
                await receiver.Take([received], http.RequestAborted);
            health.Succeeded();
            health.StoreWorks();
        }
        catch (JsonException e)
        {
            LogNotAnUpdate(e.Path);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (Exception e) when (Database.IsAway(e))
        {
            health.StoreFails();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;   // Telegram keeps it and tries again
        }
    }

    /// <summary>Tells Telegram where to post; until it has heard, again and again.</summary>
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        for (var failures = 1; !stopping.IsCancellationRequested; failures++)
        {
            try
            {
                await bot.SetWebhook(options.WebhookUrl!.ToString(), allowedUpdates: UpdateReader.Wanted, secretToken: options.WebhookSecret, cancellationToken: stopping);
                health.Succeeded();
                return;
            }
            catch (RequestException e)
            {
                var pause = Poller.PauseAfter(e, failures);
                LogNotSet(e.Message, pause);
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that is no update was posted, at {Path}")]
    private partial void LogNotAnUpdate(string? path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook could not be set: {Reason}; again in {Pause}")]
    private partial void LogNotSet(string reason, TimeSpan pause);
}
