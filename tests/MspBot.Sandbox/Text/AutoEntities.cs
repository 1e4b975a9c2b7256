using System.Text.RegularExpressions;

namespace MspBot.Sandbox;

/// <summary>Commands, mentions, tags, addresses that Telegram finds by itself in any text.</summary>
internal static partial class AutoEntities
{
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("/@#$.");

    /// <summary>Adds what does not overlap the entities given.</summary>
    public static void AddTo(string text, List<TextEntity> entities)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0) return;
        var explicitOnes = entities.Count;
        Add(Email(), "email", text, entities);
        Add(Url(), "url", text, entities);
        Add(Command(), "bot_command", text, entities);
        Add(Mention(), "mention", text, entities);
        Add(Hashtag(), "hashtag", text, entities);
        Add(Cashtag(), "cashtag", text, entities);
        if (entities.Count > explicitOnes) entities.Sort(TextEntity.Compare);
    }

    private static void Add(Regex pattern, string type, string text, List<TextEntity> entities)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var (start, length) = (match.Index, match.Length);
            if (type == "url")
            {
                while (length > 0 && text[start + length - 1] is ('.' or ',' or ':' or ';' or '!' or '?' or '\'' or '"')) length--;
            }

            var found = new TextEntity(type, start, length);
            if (!entities.Exists(e => Clashes(e, found))) entities.Add(found);
        }
    }

    // A bold command is still a command; a command inside code, or inside a link, is not.
    private static bool Clashes(TextEntity e, TextEntity found) =>
        e.Offset < found.End && found.Offset < e.End
        && e.Type is not ("bold" or "italic" or "underline" or "strikethrough" or "spoiler" or "blockquote" or "expandable_blockquote");

    [GeneratedRegex(@"(?<![\w/<>@.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#(?=\w*\p{L})\w{1,256}(?![\w#])")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{3,8}(?![\w$])")]
    private static partial Regex Cashtag();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,8}(?![\w@])")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w@./-])(?:(?:https?|tg|ton)://[^\s<>""]+|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|org|net|ru|рф|su|me|io|edu|gov|info|biz|dev|app|online|site|moscow|tel|tv|by|kz|ua|uk|de|eu)(?![\p{L}\p{N}@-])(?::\d+)?(?:[/?#][^\s<>""]*)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Url();
}
