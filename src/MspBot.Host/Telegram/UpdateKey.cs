using System.Globalization;

namespace MspBot.Host.Telegram;

/// <summary>What the inbox knows an update of Telegram by.</summary>
internal static class UpdateKey
{
    internal const string Prefix = "telegram:";

    internal static string Of(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");
}
