using System.Buffers.Binary;

namespace MspBot.Domain.Materials.Adding;

/// <summary>A rar by its headers up to the first file: the list or that file is behind a password.</summary>
internal static class RarCheck
{
    private const int OldSignature = 7;
    private const int Signature = 8;

    internal static bool IsLocked(ReadOnlySpan<byte> content) =>
        content.Length > OldSignature && content[OldSignature - 1] == 1 ? New(content[Signature..]) : Old(content);

    private static bool Old(ReadOnlySpan<byte> content)
    {
        const int headersLocked = 0x80;
        const int fileLocked = 0x04;
        var at = OldSignature;
        while (at + 7 <= content.Length)
        {
            var block = content[at..];
            var (flags, size) = (BinaryPrimitives.ReadUInt16LittleEndian(block[3..]), BinaryPrimitives.ReadUInt16LittleEndian(block[5..]));
            if (block[2] == 0x73 && (flags & headersLocked) != 0) return true;
            if (block[2] == 0x74) return (flags & fileLocked) != 0;
            if (size < 7) return false;
            at += size;
        }
        return false;
    }

    private static bool New(ReadOnlySpan<byte> rest)
    {
        const ulong file = 2;
        const ulong locked = 4;
        while (rest.Length > 4)
        {
            rest = rest[4..];   // the checksum
            if (Number(ref rest) is not { } size || size == 0 || size > (ulong)rest.Length) return false;
            var header = rest[..(int)size];
            rest = rest[(int)size..];
            if (Number(ref header) is not { } type || Number(ref header) is not { } flags) return false;
            if (type == locked) return true;
            var extra = (flags & 1) != 0 ? Number(ref header) ?? 0 : 0;
            var data = (flags & 2) != 0 ? Number(ref header) ?? 0 : 0;
            if (type == file) return extra <= (ulong)header.Length && HasLock(header[(header.Length - (int)extra)..]);
            if (data > (ulong)rest.Length) return false;
            rest = rest[(int)data..];
        }
        return false;
    }

    private static bool HasLock(ReadOnlySpan<byte> extra)
    {
        const ulong encryption = 1;
        while (Number(ref extra) is { } size && size > 0 && size <= (ulong)extra.Length)
        {
            var record = extra[..(int)size];
            extra = extra[(int)size..];
            if (Number(ref record) == encryption) return true;
        }
        return false;
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private static ulong? Number(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        for (var n = 0; n < Math.Min(bytes.Length, 10); n++)
        {
            value |= (ulong)(bytes[n] & 0x7F) << (7 * n);
            if ((bytes[n] & 0x80) != 0) continue;
            bytes = bytes[(n + 1)..];
            return value;
        }
        return null;
    }
}
