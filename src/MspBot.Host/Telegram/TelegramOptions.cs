namespace MspBot.Host.Telegram;

/// <summary>How to reach Telegram, checked at start.</summary>
internal sealed class TelegramOptions
{
    /// <summary>The bot's token, from @BotFather.</summary>
    public required string Token { get; init; }

    /// <summary>Another Bot API server, scheme, host and port; null for the public one.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where Telegram posts updates; null for long polling.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>What Telegram proves itself with on the webhook.</summary>
    public string? WebhookSecret { get; init; }
}
