namespace MspBot.Host.Conversations;

/// <summary>How the bot is called by its messenger, and by which links it is opened; known once it has connected.</summary>
public sealed class BotName
{
    private string? username;
    private string? address;

    public string Username
    {
        get => username ?? throw NotYet();
        set => username = value;
    }

    /// <summary>The link that opens the bot, as the messenger makes it.</summary>
    public string Address
    {
        get => address ?? throw NotYet();
        set => address = value;
    }

    /// <summary>A link that opens this bot with <c>/start argument</c>: both messengers take it so.</summary>
    public string DeepLink(string argument) => $"{Address}?start={argument}";

    private static InvalidOperationException NotYet() => new("the bot has not connected yet");
}
