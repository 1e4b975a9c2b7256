using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MspBot.Domain.Materials.Adding;

/// <summary>A zip by its list of files: a program among them, or one behind a password.</summary>
internal static class ZipCheck
{
    private const uint Listed = 0x02014B50;
    private const uint End = 0x06054B50;
    private const int ShortestEnd = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int Entry = 46;
    private const int Local = 30;

    internal static EditionFault? Look(ReadOnlySpan<byte> content)
    {
        var isLocked = false;
        var at = ListAt(content);
        while (at >= 0 && at <= content.Length - Entry && BinaryPrimitives.ReadUInt32LittleEndian(content[at..]) == Listed)
        {
            var entry = content[at..];
            isLocked |= (entry[8] & 1) != 0;
            var (name, more) = (Short(entry, 28), Short(entry, 30) + Short(entry, 32));
            if (Entry + name > entry.Length) break;
            var called = Encoding.Latin1.GetString(entry.Slice(Entry, name));
            if (ProgramFiles.Are(called)) return EditionFault.Executable;
            isLocked |= called == "META-INF/manifest.xml" && SaysLocked(content, entry);
            at += Entry + name + more;
        }
        return isLocked ? EditionFault.Locked : null;
    }

    /// <summary>The manifest of LibreOffice's document names how its parts are encrypted.</summary>
    private static bool SaysLocked(ReadOnlySpan<byte> content, ReadOnlySpan<byte> entry)
    {
        const int packed = 8;
        var (size, at) = (BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]));
        if (at > content.Length - Local || size > content.Length) return false;
        var start = (int)at + Local + Short(content[(int)at..], 26) + Short(content[(int)at..], 28);
        if (start > content.Length - (int)size) return false;
        var bytes = content.Slice(start, (int)size);
        return (Short(entry, 10) == packed ? Unpacked(bytes) : bytes).IndexOf("encryption-data"u8) >= 0;
    }

    /// <summary>Its beginning; what cannot be unpacked says nothing.</summary>
    private static ReadOnlySpan<byte> Unpacked(ReadOnlySpan<byte> bytes)
    {
        const int most = 1 << 20;
        try
        {
            using var source = new DeflateStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            var text = new byte[most];
            return text.AsSpan(0, source.ReadAtLeast(text, most, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static int ListAt(ReadOnlySpan<byte> content)
    {
        for (var at = content.Length - ShortestEnd; at >= Math.Max(0, content.Length - ShortestEnd - LongestComment); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(content[at..]) != End) continue;
            var list = BinaryPrimitives.ReadUInt32LittleEndian(content[(at + 16)..]);
            return list < content.Length ? (int)list : -1;
        }
        return -1;
    }

    private static int Short(ReadOnlySpan<byte> entry, int at) => BinaryPrimitives.ReadUInt16LittleEndian(entry[at..]);
}
