using System.Globalization;

namespace MspBot.Host.Telegram;

/// <summary>Telegram numbers the messages of a chat from above; to the rest of the program the number is text.</summary>
internal static class MessageNumber
{
    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null: the text is no number of a message.</summary>
    internal static long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>False where either is no number.</summary>
    internal static bool IsBelow(string message, string other) => Read(message) > Read(other);
}
