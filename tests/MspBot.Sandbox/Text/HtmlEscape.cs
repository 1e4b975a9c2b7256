namespace MspBot.Sandbox;

/// <summary>The four named escapes and the numeric ones; all else stays as it is written.</summary>
internal readonly record struct HtmlEscape(uint Code, int Next)
{
    public static HtmlEscape Decode(ReadOnlySpan<byte> text, int at)
    {
        var end = at + 1;
        uint code;
        if (Byte(text, end) == '#')
        {
            end++;
            code = Number(text, ref end);
            if (code is 0 or >= 0x10ffff || end - at >= 10) return default;
        }
        else
        {
            while (char.IsAsciiLetter((char)Byte(text, end))) end++;
            var name = text[(at + 1)..end];
            code = name.SequenceEqual("lt"u8) ? '<'
                : name.SequenceEqual("gt"u8) ? '>'
                : name.SequenceEqual("amp"u8) ? '&'
                : name.SequenceEqual("quot"u8) ? '"'
                : 0u;
            if (code == 0) return default;
        }

        return new HtmlEscape(code, Byte(text, end) == ';' ? end + 1 : end);
    }

    private static uint Number(ReadOnlySpan<byte> text, ref int end)
    {
        uint number = 0;
        if (Byte(text, end) == 'x')
        {
            for (end++; char.IsAsciiHexDigit((char)Byte(text, end)); end++)
            {
                number = unchecked((number * 16) + (uint)Convert.ToInt32(((char)text[end]).ToString(), 16));
            }
        }
        else
        {
            for (; char.IsAsciiDigit((char)Byte(text, end)); end++) number = unchecked((number * 10) + (uint)(text[end] - '0'));
        }

        return number;
    }

    private static byte Byte(ReadOnlySpan<byte> text, int index) => index < text.Length ? text[index] : (byte)0;
}
