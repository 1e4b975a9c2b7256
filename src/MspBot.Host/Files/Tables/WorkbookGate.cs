using System.IO.Compression;
using System.Xml;

namespace MspBot.Host.Files.Tables;

/// <summary>What must hold before a workbook is opened: a file can be anything, whatever its name says.</summary>
internal static class WorkbookGate
{
    internal const int MaxBytes = 1 << 20;
    internal const int MaxRows = 500;

    /// <summary>500 rows with everything that fits into their cells are less than half of it.</summary>
    private const int MaxEntry = 4 << 20;
    private const int MaxUnpacked = 12 << 20;
    private const int MaxEntries = 200;

    /// <summary>A sheet is some ten deep; what is read into memory is read by recursion, which no catch survives.</summary>
    private const int MaxDepth = 100;

    /// <summary>Null: it is a zip of a size that can be opened.</summary>
    internal static WorkbookFault? Check(byte[] file)
    {
        if (file.Length > MaxBytes) return WorkbookFault.TooBig;
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return file.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"u8) >= 0
                ? WorkbookFault.Encrypted : WorkbookFault.OldFormat;
        if (!file.AsSpan().StartsWith("PK\x03\x04"u8)) return WorkbookFault.NotWorkbook;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return zip.Entries.Count > MaxEntries || !Fits(zip) ? WorkbookFault.TooMuchInside
                : zip.Entries.Any(IsTooDeep) ? WorkbookFault.Broken : null;
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            return WorkbookFault.Broken;
        }
    }

    /// <summary>
    /// Whatever is thrown while a file is read that anybody may have made is the file's fault: the libraries that read it name no list.
    /// </summary>
    internal static bool IsOfTheFile(Exception e) => e is not OutOfMemoryException;

    private static bool IsTooDeep(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > MaxDepth) return true;
            }
        }
        catch (XmlException)
        {
            // A picture, or what is damaged from here on: nobody reads further.
        }
        return false;
    }

    /// <summary>Counts what comes out: the sizes that the zip states can be false.</summary>
    private static bool Fits(ZipArchive zip)
    {
        var buffer = new byte[64 << 10];
        var all = 0;
        foreach (var entry in zip.Entries)
        {
            using var unpacked = entry.Open();
            for (var (one, read) = (0, 0); (read = unpacked.Read(buffer)) > 0;)
            {
                one += read;
                all += read;
                if (one > MaxEntry || all > MaxUnpacked) return false;
            }
        }
        return true;
    }
}
