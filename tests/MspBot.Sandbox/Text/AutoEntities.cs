using System.Text.RegularExpressions;

namespace MspBot.Sandbox;

/// <summary>Commands, mentions, tags, addresses that Telegram finds by itself in any text.</summary>
internal static partial class AutoEntities
{
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("/@#$.");

    public static List<TextEntity> Find(string text)
    {
        var found = new List<TextEntity>();
        if (text.AsSpan().IndexOfAny(Signs) < 0) return found;
        var hasAt = text.Contains('@', StringComparison.Ordinal);
        if (hasAt) Add(Email(), "email", text, found);
        if (text.Contains('.', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal)) Add(Url(), "url", text, found);
        if (text.Contains('/', StringComparison.Ordinal)) Add(Command(), "bot_command", text, found);
        if (hasAt) Add(Mention(), "mention", text, found);
        if (text.Contains('#', StringComparison.Ordinal)) Add(Hashtag(), "hashtag", text, found);
        if (text.Contains('$', StringComparison.Ordinal)) Add(Cashtag(), "cashtag", text, found);
        found.Sort(TextEntity.Compare);
        return found;
    }

    private static void Add(Regex pattern, string type, string text, List<TextEntity> found)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var (start, length) = (match.Index, match.Length);
            if (type == "url")
            {
                while (length > 0 && text[start + length - 1] is ('.' or ',' or ':' or ';' or '!' or '?' or '\'' or '"' or ')')) length--;
            }

            var entity = new TextEntity(type, start, length);
            if (!found.Exists(e => e.Offset < entity.End && entity.Offset < e.End)) found.Add(entity);
        }
    }

    [GeneratedRegex(@"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#(?=\w*\p{L})\w{1,256}(?![\w#])")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")]
    private static partial Regex Cashtag();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,8}(?![\w@])")]
    private static partial Regex Email();

    [GeneratedRegex(
        @"(?<![\w@./-])(?:(?:https?|tg|ton)://[^\s<>""]+|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+" +
        @"(?:com|org|net|ru|рф|su|me|io|edu|gov|info|biz|dev|app|online|site|moscow|tel|tv|by|kz|ua|uk|de|eu)" +
        @"(?![\p{L}\p{N}@-])(?::\d+)?(?:[/?#][^\s<>""]*)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Url();
}
