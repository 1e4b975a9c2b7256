namespace MspBot.Sandbox;

/// <summary>A tag that is open while HTML is read.</summary>
internal sealed record HtmlTag(string Name, string Argument, string Second, int Offset, int Start)
{
    public static bool IsKnown(string name) => name is "a" or "b" or "strong" or "i" or "em" or "s" or "strike" or "del" or "u" or "ins"
        or "tg-spoiler" or "tg-emoji" or "tg-time" or "span" or "pre" or "code" or "blockquote";

    /// <summary>Adds what the closed tag means; bad links are dropped silently, as the real server does.</summary>
    public void Close(int length, string inner, List<TextEntity> entities)
    {
        TextEntity Plain(string type) => new(type, Offset, length);

        switch (Name)
        {
            case "b" or "strong": entities.Add(Plain("bold")); break;
            case "i" or "em": entities.Add(Plain("italic")); break;
            case "u" or "ins": entities.Add(Plain("underline")); break;
            case "s" or "strike" or "del": entities.Add(Plain("strikethrough")); break;
            case "span" or "tg-spoiler": entities.Add(Plain("spoiler")); break;
            case "blockquote": entities.Add(Plain(Argument.Length > 0 ? "expandable_blockquote" : "blockquote")); break;
            case "tg-emoji": entities.Add(Plain("custom_emoji") with { CustomEmojiId = EmojiId() }); break;
            case "tg-time":
                entities.Add(Plain("date_time") with { UnixTime = Time(), DateTimeFormat = Second.Length > 0 ? Second : null });
                break;
            case "a": AddLink(Plain("text_link"), inner, entities); break;
            case "pre": AddPre(Plain("pre"), entities); break;
            case "code": AddCode(Plain("code"), entities); break;
        }
    }

    private void AddLink(TextEntity link, string inner, List<TextEntity> entities)
    {
        var url = Argument.Length > 0 ? Argument : inner;
        if (Links.UserId(url) is var user and > 0) entities.Add(link with { Type = "text_mention", UserId = user });
        else if (Links.Check(url) is { } good) entities.Add(link with { Url = good });
    }

    private void AddPre(TextEntity pre, List<TextEntity> entities)
    {
        var last = entities.Count > 0 ? entities[^1] : null;
        if (last is { Type: "code", Language: not null } && last.Offset == Offset && last.Length == pre.Length)
        {
            entities[^1] = last with { Type = "pre" };
        }
        else
        {
            entities.Add(pre);
        }
    }

    private void AddCode(TextEntity code, List<TextEntity> entities)
    {
        var last = entities.Count > 0 ? entities[^1] : null;
        if (Argument.Length > 0 && last is { Type: "pre" } && last.Offset == Offset && last.Length == code.Length)
        {
            entities[^1] = last with { Language = Argument };
        }
        else
        {
            entities.Add(code with { Language = Argument.Length > 0 ? Argument : null });
        }
    }

    private string EmojiId() =>
        ulong.TryParse(Argument, out var id) && id != 0 ? Argument : throw HtmlParser.Error("Invalid custom emoji identifier specified");

    private long Time()
    {
        if (!IsTimeFormat(Second)) throw HtmlParser.Error("Invalid date format used");
        return Call.Lenient(Argument);
    }

    /// <summary>`r`, or a week day, a date and a time, each at most once and in this order.</summary>
    internal static bool IsTimeFormat(string format)
    {
        if (format is "r" or "R") return true;
        var at = 0;
        if (at < format.Length && format[at] is ('w' or 'W')) at++;
        if (at < format.Length && format[at] is ('d' or 'D')) at++;
        if (at < format.Length && format[at] is ('t' or 'T')) at++;
        return at == format.Length;
    }
}
