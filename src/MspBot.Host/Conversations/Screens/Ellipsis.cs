using System.Globalization;

namespace MspBot.Host.Conversations.Screens;

/// <summary>Text cut to the room there is.</summary>
internal static class Ellipsis
{
    /// <summary>At most <paramref name="max"/> characters, cut with an ellipsis and never inside what a reader sees as one sign.</summary>
    internal static string Cut(string text, int max)
    {
        if (text.Length <= max) return text;
        var end = 0;
        for (var sign = 0; end + sign < max; sign = StringInfo.GetNextTextElementLength(text, end)) end += sign;
        return text[..end] + "…";
    }
}
