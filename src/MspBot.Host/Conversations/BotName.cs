namespace MspBot.Host.Conversations;

/// <summary>How the bot is called by its messenger; known once it has connected. Deep links are made of it.</summary>
public sealed class BotName
{
    private string? username;

    public string Username
    {
        get => username ?? throw new InvalidOperationException("the bot has not connected yet");
        set => username = value;
    }

    /// <summary>A link that opens this bot with <c>/start argument</c>.</summary>
    public string DeepLink(string argument) => $"https://t.me/{Username}?start={argument}";
}
