using System.IO.Compression;
using System.Text;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Adding;
using Xunit;

namespace MspBot.Tests.Materials.Adding;

/// <summary>What the bytes say, whatever the file is called.</summary>
public sealed class FileCheckTests
{
    [Fact]
    public void Programs_are_known_by_their_first_bytes()
    {
        foreach (var start in new[] { "4D5A9000", "7F454C46", "CFFAEDFE", "CAFEBABE", "23212F62696E", "4C0000000114020000" })
            Assert.Equal(EditionFault.Executable, FileCheck.Look([.. Convert.FromHexString(start), .. new byte[100]]));
    }

    [Fact]
    public void A_program_in_an_archive_is_found_and_a_document_is_not()
    {
        Assert.Equal(EditionFault.Executable, FileCheck.Look(Zip("урок.docx", "игры/setup.EXE")));
        Assert.Equal(EditionFault.Executable, FileCheck.Look(Zip("AndroidManifest.xml", "lib/x.so", "a.js")));
        Assert.Null(FileCheck.Look(Zip("[Content_Types].xml", "word/document.xml")));
    }

    [Fact]
    public void An_archive_behind_a_password_is_locked()
    {
        var zip = Zip("урок.docx");
        for (var at = 0; at < zip.Length - 4; at++)
        {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) zip[at + 8] |= 1;
        }
        Assert.Equal(EditionFault.Locked, FileCheck.Look(zip));
        Assert.Equal(EditionFault.Locked,
            FileCheck.Look(Convert.FromHexString("526172211A0700" + "0000738000" + "0D00" + "000000000000")));
        Assert.Equal(EditionFault.Locked, FileCheck.Look(Convert.FromHexString("526172211A0700" + "0000730000" + "0D00" + "000000000000"
            + "0000740400" + "2000" + "00000000")));
        Assert.Equal(EditionFault.Locked, FileCheck.Look(Convert.FromHexString("526172211A070100" + "00000000" + "0304000000")));
        Assert.Null(FileCheck.Look(
            Convert.FromHexString("526172211A0700" + "0000730000" + "0D00" + "000000000000" + "0000740000" + "2000")));
    }

    [Fact]
    public void A_7z_whose_list_is_encrypted_is_locked()
    {
        byte[] list = [0x17, 0x06, 0x01, 0x24, 0x06, 0xF1, 0x07, 0x01, 0x00];
        byte[] head = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0, .. BitConverter.GetBytes(4L),
            .. BitConverter.GetBytes((long)list.Length), 0, 0, 0, 0];
        Assert.Equal(EditionFault.Locked, FileCheck.Look([.. head, 1, 2, 3, 4, .. list]));
        Assert.Null(FileCheck.Look([.. head, 1, 2, 3, 4, .. new byte[9]]));
    }

    [Fact]
    public void A_document_behind_a_password_is_locked()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Assert.Equal(EditionFault.Locked, FileCheck.Look([.. container, 0, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Null(FileCheck.Look([.. container, 0, .. Encoding.Unicode.GetBytes("WordDocument")]));
        Assert.Equal(EditionFault.Locked, FileCheck.Look("%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 12 0 R >>"u8));
        Assert.Equal(EditionFault.Locked, FileCheck.Look("%PDF-1.7\ntrailer <</Encrypt<</Filter/Standard>>>>"u8));
        Assert.Null(FileCheck.Look("%PDF-1.7\n(about the key /Encrypt and /EncryptMetadata true)"u8));
    }

    [Fact]
    public void A_document_of_an_old_word_or_of_libreoffice_behind_a_password_is_locked()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        byte[] Word(byte flags) => [.. container, 0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, flags, .. new byte[600]];
        Assert.Equal(EditionFault.Locked, FileCheck.Look(Word(1)));
        Assert.Null(FileCheck.Look(Word(0x12)));

        const string entry = "<manifest:file-entry manifest:full-path=\"content.xml\">";
        Assert.Equal(EditionFault.Locked, FileCheck.Look(
            ZipOf(("content.xml", "?"), ("META-INF/manifest.xml", $"{entry}<manifest:encryption-data manifest:checksum=\"x\"/>"))));
        Assert.Null(FileCheck.Look(ZipOf(("content.xml", "<encryption-data/>"), ("META-INF/manifest.xml", entry))));
    }

    [Fact]
    public void A_list_of_a_document_that_would_fill_the_memory_is_not_read_to_its_end()
    {
        var bomb = ZipOf(("META-INF/manifest.xml", new string(' ', 30_000_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(FileCheck.Look(bomb));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000);
    }

    [Fact]
    public void Whatever_the_bytes_are_nothing_breaks()
    {
        var random = new Random(16);
        foreach (var start in new[] { "504B0304", "504B0506", "526172211A0700", "526172211A070100", "377ABCAF271C", "D0CF11E0A1B11AE1",
            "255044462D", "" })
        {
            for (var n = 0; n < 300; n++)
            {
                var rest = new byte[random.Next(0, 120)];
                random.NextBytes(rest);
                FileCheck.Look([.. Convert.FromHexString(start), .. rest]);
            }
        }
    }

    private static byte[] Zip(params string[] names) => ZipOf([.. names.Select(name => (name, "words"))]);

    private static byte[] ZipOf(params (string Name, string Words)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, words) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(words));
            }
        }
        return stream.ToArray();
    }
}
