using System.Text;

namespace MspBot.Sandbox;

/// <summary>Telegram's own reading of HTML: its tags, its escapes, its errors with offsets in bytes.</summary>
internal sealed class HtmlParser
{
    private readonly byte[] source;
    private readonly List<byte> result;
    private readonly List<TextEntity> entities = [];
    private readonly Stack<HtmlTag> open = new();
    private int at;
    private int units;

    private HtmlParser(string html)
    {
        source = Encoding.UTF8.GetBytes(html);
        result = new List<byte>(source.Length);
    }

    public static (string Text, List<TextEntity> Entities) Parse(string html) =>
        html.AsSpan().IndexOfAny('<', '&') < 0 ? (html, []) : new HtmlParser(html).Run();

    internal static ApiError Error(string reason) => ApiError.Bad("can't parse entities: " + reason);

    private (string Text, List<TextEntity> Entities) Run()
    {
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '&' && HtmlEscape.Decode(source, at) is { Code: not 0 } escape)
            {
                at = escape.Next;
                units += escape.Code > 0xffff ? 2 : 1;
                Append(result, escape.Code);
            }
            else if (c != '<')
            {
                if ((c & 0xC0) != 0x80) units += c >= 0xF0 ? 2 : 1;
                result.Add(c);
                at++;
            }
            else if (At(at + 1) == '/')
            {
                ReadEnd();
            }
            else
            {
                ReadStart();
            }
        }

        if (open.Count > 0) throw Error($"Can't find end tag corresponding to start tag \"{open.Peek().Name}\"");
        for (var i = 0; i < entities.Count; i++)
        {
            if (entities[i] is { Type: "code", Language: not null } code) entities[i] = code with { Language = null };
        }

        entities.Sort(TextEntity.Compare);
        return (Encoding.UTF8.GetString([.. result]), entities);
    }

    private byte At(int index) => index < source.Length ? source[index] : (byte)0;

    // A NUL ends every run of letters: it counts as a space in the real parser too.
    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\v' or 0;

    private void SkipSpaces()
    {
        while (at < source.Length && IsSpace(source[at])) at++;
    }

    private string Slice(int from, int to) => Encoding.UTF8.GetString(source, from, to - from);

    private void ReadStart()
    {
        var begin = at++;
        while (!IsSpace(At(at)) && At(at) != '>') at++;
        if (At(at) == 0) throw Error($"Unclosed start tag at byte offset {begin}");
        var name = Lower(Slice(begin + 1, at));
        if (!HtmlTag.IsKnown(name)) throw Error($"Unsupported start tag \"{name}\" at byte offset {begin}");
        var (argument, second) = ReadAttributes(name, begin);
        if (name == "span" && argument != "spoiler") throw Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        open.Push(new HtmlTag(name, argument, second, units, result.Count));
        at++;
    }

    private (string Argument, string Second) ReadAttributes(string tag, int begin)
    {
        var argument = "";
        var second = "";
        while (At(at) != '>')
        {
            SkipSpaces();
            if (At(at) == '>') break;
            var nameBegin = at;
            while (!IsSpace(At(at)) && At(at) is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\'')) at++;
            var name = Slice(nameBegin, at);
            if (name.Length == 0) throw Error($"Empty attribute name in the tag \"{tag}\" at byte offset {begin}");
            SkipSpaces();
            if (At(at) != '=')
            {
                if (At(at) == 0) throw Error($"Unclosed start tag \"{tag}\" at byte offset {begin}");
                if (tag == "blockquote" && name.Equals("expandable", StringComparison.OrdinalIgnoreCase)) argument = "1";
                continue;
            }

            at++;
            SkipSpaces();
            if (At(at) == 0) throw Error($"Unclosed start tag \"{tag}\" at byte offset {begin}");
            var value = ReadValue();
            if (At(at) == 0) throw Error($"Unclosed start tag at byte offset {begin}");
            switch (tag, name)
            {
                case ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "unix"): argument = value; break;
                case ("tg-time", "format"): second = value; break;
                case ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal): argument = value[9..]; break;
                case ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal): argument = value[3..]; break;
                case ("blockquote", "expandable"): argument = "1"; break;
            }
        }

        return (argument, second);
    }

    private string ReadValue()
    {
        var begin = at;
        if (At(at) is not ((byte)'\'' or (byte)'"'))
        {
            while (char.IsAsciiLetterOrDigit((char)At(at)) || At(at) is (byte)'.' or (byte)'-') at++;
            if (!IsSpace(At(at)) && At(at) != '>') throw Error($"Unexpected end of name token at byte offset {begin}");
            return Lower(Slice(begin, at));
        }

        var quote = source[at++];
        var value = new List<byte>();
        while (At(at) != quote && At(at) != 0)
        {
            if (At(at) == '&' && HtmlEscape.Decode(source, at) is { Code: not 0 } escape)
            {
                at = escape.Next;
                Append(value, escape.Code);
            }
            else
            {
                value.Add(source[at++]);
            }
        }

        if (At(at) == quote) at++;
        return Encoding.UTF8.GetString([.. value]);
    }

    private void ReadEnd()
    {
        var begin = at;
        if (open.Count == 0) throw Error($"Unexpected end tag at byte offset {begin}");
        while (!IsSpace(At(at)) && At(at) != '>') at++;
        var name = Lower(Slice(begin + 2, at));
        SkipSpaces();
        if (At(at) != '>') throw Error($"Unclosed end tag at byte offset {begin}");
        var tag = open.Pop();
        if (name.Length > 0 && name != tag.Name)
        {
            throw Error($"Unmatched end tag at byte offset {begin}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        if (units > tag.Offset)
        {
            var inner = tag.Name == "a" ? Encoding.UTF8.GetString([.. result[tag.Start..]]) : "";
            tag.Close(units - tag.Offset, inner, entities);
        }

        at++;
    }

    private static string Lower(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
    });

    private static void Append(List<byte> target, uint code)
    {
        if (!Rune.TryCreate(code, out var rune)) rune = Rune.ReplacementChar;
        Span<byte> bytes = stackalloc byte[4];
        var length = rune.EncodeToUtf8(bytes);
        for (var i = 0; i < length; i++) target.Add(bytes[i]);
    }
}
