using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using MspBot.Host.Messaging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace MspBot.Host.Telegram;

/// <summary>
/// Receiving by webhook: who asks is checked before the body is read, and 200 is said as soon as the inbox has the
/// update, or has seen that it cannot be read. Anything else makes Telegram send it again.
/// </summary>
internal sealed partial class Webhook(
    ITelegramBotClient bot, TelegramOptions options, Receiver receiver, ReceivingHealth health, ILogger<Webhook> log) : BackgroundService
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
        // Holds for a body that comes in chunks, of no length known before, too.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBody;
        ReadUpdate read;
        try
        {
            using var update = await JsonDocument.ParseAsync(http.Request.Body, LenientJson.AnyDepth, http.RequestAborted);
            read = UpdateReader.Read(update.RootElement);
        }
        catch (JsonException)
        {
            LogNotAnUpdate();
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        catch (BadHttpRequestException e)
        {
            http.Response.StatusCode = e.StatusCode;
            return;
        }
        try
        {
            await receiver.Take([read], http.RequestAborted);
            health.Succeeded();
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogNotStored(e.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;   // Telegram keeps it and tries again
        }
    }

    /// <summary>Tells Telegram where to post; until it has heard, again and again.</summary>
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        health.IsPushed = true;
        await Task.Yield();
        for (var failures = 1; !stopping.IsCancellationRequested; failures++)
        {
            try
            {
                await bot.SendRequest(new RawRequest<bool>("setWebhook", WriteSettings), stopping);
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

    private void WriteSettings(Utf8JsonWriter json)
    {
        json.WriteString("url", options.WebhookUrl!.ToString());
        UpdateReader.WriteWanted(json);
        if (options.WebhookSecret is { } own) json.WriteString("secret_token", own);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that is no JSON was posted")]
    private partial void LogNotAnUpdate();

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update could not be stored: {Kind}")]
    private partial void LogNotStored(string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook could not be set: {Reason}; again in {Pause}")]
    private partial void LogNotSet(string reason, TimeSpan pause);
}
