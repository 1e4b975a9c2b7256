using System.Buffers.Binary;
using System.Text;

namespace MspBot.Host.Printing;

/// <summary>
/// A TrueType font with the outlines of a few glyphs only; all keep their numbers. Skia puts a font into a PDF whole, which
/// would be half a megabyte for a page.
/// </summary>
internal static class TrueTypeSubset
{
    /// <summary>
    /// Kerning, ligatures, signatures and screen metrics serve nothing here; post is written anew, without names of glyphs.
    /// </summary>
    private static readonly string[] Kept =
        ["OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"];

    internal static byte[] Of(byte[] font, IEnumerable<ushort> glyphs)
    {
        var tables = Tables(font);
        var longOffsets = U16(tables["head"].Span, 50) == 1;
        var (glyf, loca) = Outlines(tables["glyf"], Offsets(tables["loca"].Span, longOffsets), [0, .. glyphs]);
        var head = tables["head"].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);    // the sum over all, which no reader checks
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);   // long offsets
        (tables["head"], tables["glyf"], tables["loca"], tables["post"]) = (head, glyf, loca, Post(tables["post"].Span));
        return Assembled([.. Kept.Where(tables.ContainsKey).Select(name => (name, tables[name]))]);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Tables(byte[] font)
    {
        var tables = new Dictionary<string, ReadOnlyMemory<byte>>();
        for (var n = 0; n < U16(font, 4); n++)
        {
            var entry = font.AsSpan(12 + 16 * n, 16);
            tables[Encoding.ASCII.GetString(entry[..4])] = font.AsMemory((int)U32(entry, 8), (int)U32(entry, 12));
        }
        return tables;
    }

    private static int[] Offsets(ReadOnlySpan<byte> loca, bool longOffsets)
    {
        var offsets = new int[loca.Length / (longOffsets ? 4 : 2)];
        for (var n = 0; n < offsets.Length; n++) offsets[n] = longOffsets ? (int)U32(loca, 4 * n) : 2 * U16(loca, 2 * n);
        return offsets;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(ReadOnlyMemory<byte> all, int[] offsets, HashSet<ushort> wanted)
    {
        var waiting = new Queue<ushort>(wanted);
        while (waiting.TryDequeue(out var glyph))
        {
            foreach (var part in Parts(all.Span[offsets[glyph]..offsets[glyph + 1]]))
            {
                if (wanted.Add(part)) waiting.Enqueue(part);
            }
        }
        using var glyf = new MemoryStream();
        var loca = new byte[4 * offsets.Length];
        for (var glyph = 0; glyph < offsets.Length - 1; glyph++)
        {
            if (wanted.Contains((ushort)glyph)) glyf.Write(all.Span[offsets[glyph]..offsets[glyph + 1]]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), (uint)glyf.Length);
        }
        return (glyf.ToArray(), loca);
    }

    /// <summary>The glyphs that this one is put together from («й» is «и» and a breve).</summary>
    private static List<ushort> Parts(ReadOnlySpan<byte> outline)
    {
        const int words = 1, scale = 8, more = 32, twoScales = 64, matrix = 128;
        var parts = new List<ushort>();
        if (outline.Length < 10 || (short)U16(outline, 0) >= 0) return parts;
        for (var at = 10; ;)
        {
            var flags = U16(outline, at);
            parts.Add(U16(outline, at + 2));
            if ((flags & more) == 0) return parts;
            at += 4 + ((flags & words) != 0 ? 4 : 2) +
                ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
    }

    private static byte[] Post(ReadOnlySpan<byte> whole)
    {
        var post = whole[..32].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(post, 0x0003_0000);
        return post;
    }

    private static byte[] Assembled(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> tables)
    {
        using var font = new MemoryStream();
        var power = (int)Math.Log2(tables.Count);
        Write32(font, 0x0001_0000);
        foreach (var word in (int[])[tables.Count, 16 << power, power, 16 * (tables.Count - (1 << power))]) Write16(font, word);
        var at = 12 + 16 * tables.Count;
        foreach (var (name, content) in tables)
        {
            font.Write(Encoding.ASCII.GetBytes(name));
            Write32(font, Sum(content.Span));
            Write32(font, (uint)at);
            Write32(font, (uint)content.Length);
            at += (content.Length + 3) / 4 * 4;
        }
        foreach (var (_, content) in tables)
        {
            font.Write(content.Span);
            while (font.Length % 4 != 0) font.WriteByte(0);
        }
        return font.ToArray();
    }

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        Span<byte> word = stackalloc byte[4];
        for (var n = 0; n < table.Length; n += 4)
        {
            word.Clear();
            table[n..Math.Min(n + 4, table.Length)].CopyTo(word);
            sum += BinaryPrimitives.ReadUInt32BigEndian(word);
        }
        return sum;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static void Write16(MemoryStream to, int value)
    {
        to.WriteByte((byte)(value >> 8));
        to.WriteByte((byte)value);
    }

    private static void Write32(MemoryStream to, uint value)
    {
        Write16(to, (int)(value >> 16));
        Write16(to, (int)(value & 0xFFFF));
    }
}
