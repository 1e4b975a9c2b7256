using System.Buffers.Binary;
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
            if (ProgramFiles.Are(Encoding.Latin1.GetString(entry.Slice(Entry, name)))) return EditionFault.Executable;
            at += Entry + name + more;
        }
        return isLocked ? EditionFault.Locked : null;
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
