using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

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
            return zip.Entries.Count > MaxEntries || !Fits(zip) ? WorkbookFault.TooMuchInside : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return WorkbookFault.Broken;
        }
    }

    /// <summary>What the library throws at files that are no workbooks, or damaged ones.</summary>
    internal static bool IsOfTheFile(Exception e) => e is OpenXmlPackageException or FileFormatException or XmlException
        or InvalidDataException or IOException or FormatException or InvalidOperationException or ArgumentException or OverflowException
        or NotSupportedException or KeyNotFoundException;

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
