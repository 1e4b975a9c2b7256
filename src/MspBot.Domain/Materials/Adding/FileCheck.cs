using System.Buffers.Binary;
using System.Text;

namespace MspBot.Domain.Materials.Adding;

/// <summary>
/// What the bytes of a file say, whatever it is called: a program, or an archive or a document that nobody opens without a password. What
/// cannot be read is neither: it is somebody's document.
/// </summary>
public static class FileCheck
{
    private static readonly byte[][] Programs =
    [
        [0x4D, 0x5A],                                                   // Windows
        [0x7F, 0x45, 0x4C, 0x46],                                       // Linux
        [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],   // Apple
        [0xCA, 0xFE, 0xBA, 0xBE],                                       // Apple, Java
        [0x23, 0x21],                                                   // a script
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],               // a shortcut
    ];

    private static readonly byte[] Container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] SevenZip = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C];
    private static readonly byte[] Aes = [0x06, 0xF1, 0x07, 0x01];

    /// <summary>Null: nothing is against it.</summary>
    public static EditionFault? Look(ReadOnlySpan<byte> content)
    {
        foreach (var program in Programs)
        {
            if (content.StartsWith(program)) return EditionFault.Executable;
        }
        if (content.StartsWith("PK"u8)) return ZipCheck.Look(content);
        var isLocked = content.StartsWith(Container) ? content.IndexOf(EncryptedPackage) >= 0 || OldWordIsLocked(content)
            : content.StartsWith("Rar!\x1A\x07"u8) ? RarCheck.IsLocked(content)
            : content.StartsWith(SevenZip) ? SevenZipIsLocked(content)
            : content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0 && PdfIsLocked(content);
        return isLocked ? EditionFault.Locked : null;
    }

    /// <summary>A stream of Word's own begins with these marks, at the start of a block.</summary>
    private static bool OldWordIsLocked(ReadOnlySpan<byte> content)
    {
        const int block = 512;
        for (var at = block; at <= content.Length - block; at += block)
        {
            if (content[at] == 0xEC && content[at + 1] == 0xA5 && content[at + 3] == 0) return (content[at + 11] & 1) != 0;
        }
        return false;
    }

    /// <summary>The list of its files is encrypted, or says how they are; a packed list cannot be read here.</summary>
    private static bool SevenZipIsLocked(ReadOnlySpan<byte> content)
    {
        if (content.Length < 32) return false;
        var at = BinaryPrimitives.ReadInt64LittleEndian(content[12..]);
        var size = BinaryPrimitives.ReadInt64LittleEndian(content[20..]);
        return at >= 0 && size > 0 && at <= content.Length - 32 && size <= content.Length - 32 - at
            && content.Slice(32 + (int)at, (int)size).IndexOf(Aes) >= 0;
    }

    /// <summary>«/Encrypt 12 0 R» or «/Encrypt &lt;&lt;»: words of a text never stand so.</summary>
    private static bool PdfIsLocked(ReadOnlySpan<byte> content)
    {
        while (content.IndexOf("/Encrypt"u8) is >= 0 and var found)
        {
            content = content[(found + "/Encrypt"u8.Length)..];
            var value = content[..Math.Min(content.Length, 40)].TrimStart(" \t\r\n"u8);
            if (value.StartsWith("<<"u8)) return true;
            var digits = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits > 0 && value[digits..].TrimStart(" \t\r\n"u8) is var generation
                && generation.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is > 0 and var end
                && generation[end..].TrimStart(" \t\r\n"u8).StartsWith("R"u8)) return true;
        }
        return false;
    }
}
