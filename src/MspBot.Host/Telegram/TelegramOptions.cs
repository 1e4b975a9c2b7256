using System.Text.RegularExpressions;
using MspBot.Host.Configuration;

namespace MspBot.Host.Telegram;

/// <summary>How to reach Telegram, checked at start.</summary>
internal sealed partial class TelegramOptions
{
    /// <summary>The bot's token, from @BotFather.</summary>
    public required string Token { get; init; }

    /// <summary>Another Bot API server, scheme, host and port; null for the public one.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where Telegram posts updates; null for long polling.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>What Telegram proves itself with on the webhook.</summary>
    public string? WebhookSecret { get; init; }

    /// <exception cref="SettingException">A value is missing or wrong.</exception>
    internal static TelegramOptions Read(SettingReader settings)
    {
        var token = settings.Text("Telegram:Token") ?? throw new SettingException(
            "Telegram__Token is not set: it should be the token that @BotFather gave you. To try the bot without one, start the " +
            "sandbox: ./run");
        if (!TokenShape().IsMatch(token))
            throw new SettingException(
                $"Telegram__Token is wrong ({token.Length} characters, not shown): it should look like 123456789:AAE…, as @BotFather " +
                $"gave it");

        var baseUrl = settings.Url("Telegram:BaseUrl", "https://host or http://host:port of a Bot API server");
        var webhook = settings.Url("Telegram:Webhook:Url", "the https address at which Telegram reaches this program");
        var secret = settings.Text("Telegram:Webhook:Secret");
        if (webhook is { Scheme: not "https" } && baseUrl is null)
            throw new SettingException($"Telegram__Webhook__Url is \"{webhook}\": it should begin with https://");
        if (webhook is { AbsolutePath: "/" or "/health" })
            throw new SettingException($"Telegram__Webhook__Url is \"{webhook}\": it should have a path of its own, such as /telegram");
        if (webhook is not null && secret is null)
            throw new SettingException(
                "Telegram__Webhook__Secret is not set: with a webhook it should be 16 to 256 letters, digits, «_» or «-» that nobody " +
                "can guess");
        if (secret is not null && !SecretShape().IsMatch(secret))
            throw new SettingException(
                $"Telegram__Webhook__Secret is wrong ({secret.Length} characters, not shown): it should be 16 to 256 letters, digits, " +
                $"«_» or «-»");
        return new() { Token = token, BaseUrl = baseUrl, WebhookUrl = webhook, WebhookSecret = secret };
    }

    [GeneratedRegex(@"^\d{1,20}:[A-Za-z0-9_-]{1,80}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{16,256}$")]
    private static partial Regex SecretShape();
}
