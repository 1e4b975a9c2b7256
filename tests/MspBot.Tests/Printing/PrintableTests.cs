using System.Globalization;
using System.Text;
using MspBot.Host.Certificates;
using MspBot.Host.Printing;
using MspBot.Tests.Certificates;
using SkiaSharp;
using UglyToad.PdfPig;
using Xunit;

namespace MspBot.Tests.Printing;

/// <summary>What the fonts lack is refused, or seen to be missing; nothing vanishes.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("Иванова Мария Петровна", true)]
    [InlineData("Nguyễn Thị Hương", true)]
    [InlineData("Օվսաննա Գրիգորյան", true)]
    [InlineData("Қасымова Әйгерім", true)]
    [InlineData("О’Коннор Анна-Мария", true)]
    [InlineData("Круглый стол 🎉 о чтении", true)]
    [InlineData("王 小明", false)]
    [InlineData("محمد علي", false)]
    [InlineData("שרה כהן", false)]
    [InlineData("Иванова 明", false)]
    [InlineData("Урок किताब", false)]
    [InlineData("🎉🎉 👩‍🏫", false)]
    [InlineData(" \u00A0", false)]
    public void It_is_known_what_can_be_read_on_paper(string text, bool reads) => Assert.Equal(reads, Printable.Reads(text));

    [Theory]
    [InlineData("王 小明", "□ □□")]
    [InlineData("Чтение 王", "Чтение □")]
    [InlineData("😀 Чтение", " Чтение")]
    [InlineData("👩‍🏫", "□")]
    public void What_cannot_be_printed_is_seen_to_be_missing(string text, string printed) => Assert.Equal(printed, Printable.Of(text));

    [Fact]
    public void No_letter_of_unicode_vanishes_from_papers_or_pictures()
    {
        var runes = Enumerable.Range(0x20, 0x2FFFF).Where(Rune.IsValid).Select(n => new Rune(n))
            .Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                or UnicodeCategory.Control)).ToList();
        var printed = string.Concat(runes.Select(r => Printable.Of($"а{r}")));

        using var type = new CertificateType(printed);
        foreach (var face in (SKTypeface[])[type.Regular, type.Bold, type.Italic])
            Assert.Equal(printed, string.Concat(type.Runs(printed, face).Select(run => run.Text)));
        Assert.All(printed.EnumerateRunes().Distinct(),
            r => Assert.True(FontFile.DejaVuSans.Value.Has(r) && FontFile.DejaVuSansBold.Value.Has(r), $"U+{r.Value:X4}"));
        Assert.All(runes.Where(Rune.IsLetterOrDigit), r => Assert.True(Printable.Of($"а{r}").Length > 1, $"U+{r.Value:X4} vanishes"));
    }

    [Theory]
    [InlineData("Урок 王", "«Урок □»")]
    [InlineData("🎉🎉", "«□»")]
    public void A_title_of_before_is_printed_so_that_it_is_seen_what_is_missing(string title, string printed)
    {
        using var document = PdfDocument.Open(CertificateSamples.Pdf(CertificateSamples.Details(title: title)));
        Assert.Contains(printed, document.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_head_that_cannot_be_printed_is_left_to_be_written() =>
        Assert.Null(CertificateSamples.Page(CertificateSamples.Details(head: "王 小明")).Head);
}
