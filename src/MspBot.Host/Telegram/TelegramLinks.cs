namespace MspBot.Host.Telegram;

/// <summary>Links that Telegram's own apps open.</summary>
internal static class TelegramLinks
{
    private const string Home = "https://t.me/";

    internal static string Bot(string username) => $"{Home}{username}";

    /// <summary>Every app knows this link; an inline query would ask for a mode of the bot that has to be switched on by hand.</summary>
    internal static string Share(string url, string text) =>
        $"{Home}share/url?url={Uri.EscapeDataString(url)}&text={Uri.EscapeDataString(text)}";
}
