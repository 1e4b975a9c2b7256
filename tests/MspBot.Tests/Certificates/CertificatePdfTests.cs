using MspBot.Domain.Certificates;
using MspBot.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace MspBot.Tests.Certificates;

/// <summary>The paper itself, read by another library than the one that writes it.</summary>
public sealed class CertificatePdfTests
{
    private const int Largest = 150_000;
    private const string Long = "Александрова-Константинопольская-Шульц Преображенская-Заречная Анастасия-Елизавета Константиновна-Мария";

    public static TheoryData<string, string> Odd() => new()
    {
        { "Иванова Мария Петровна", "Читательская грамотность" },
        { Long, string.Concat(Enumerable.Repeat("Формирование функциональной грамотности учащихся основной школы ", 5))[..300] },
        { "Белоусова-Новгородская-Заславская Екатерина Александровна", "<b>Чтение</b> & \"письмо\" 😀 ≤ 5" },
        { $"{new string('Щ', 98)} Ы", new string('ж', 300) },
        { "Քոչարյան Անահիտ", "მათემატიკა" },
    };

    [Fact]
    public void Everything_that_was_promised_stands_on_the_page()
    {
        var text = Text(CertificateSamples.Pdf(CertificateSamples.Details()));

        foreach (var part in (string[])["СЕРТИФИКАТ", "участника", "№ 2026-0042", "Иванова Мария Петровна",
            "приняла участие в работе круглого стола",
            "«Читательская грамотность на уроках истории»", "24 ноября 2026 года, продолжительность 1 час 30 минут (2 академических часа)",
            "Муниципальная стажировочная площадка", "МОУ «СОШ № 4»", "распоряжением № 235-р", "1 марта 2021 года", "Руководитель площадки",
            "Орлова Н. С.",
            "@msp_site_bot", $"/start c_{CertificateSamples.Code}"])
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_that_no_font_has_leaves_no_gap_before_the_quotes()
    {
        Assert.Contains("«Чтение „вслух“ и про себя»",
            Text(CertificateSamples.Pdf(CertificateSamples.Details(title: "😀 Чтение «вслух» 😀 и про себя 😀"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_leader_led_and_a_tutor_has_a_statement()
    {
        var led = Text(CertificateSamples.Pdf(CertificateSamples.Details("Петров Иван Сергеевич", kind: CertificateKind.Led)));
        Assert.Contains("провёл круглый стол", led, StringComparison.Ordinal);

        var statement = Text(CertificateSamples.Pdf(CertificateSamples.Details("Ли Ян", kind: CertificateKind.Tutored)));
        Assert.Contains("СПРАВКА", statement, StringComparison.Ordinal);
        Assert.Contains("сопровождал(а) педагогов как тьютор", statement, StringComparison.Ordinal);
        Assert.Contains("34 консультации, 3 мероприятия", statement, StringComparison.Ordinal);
        Assert.Contains("26 часов 15 минут (35 академических часов)", statement, StringComparison.Ordinal);
        Assert.Contains("с 1 сентября 2026 по 24 ноября 2026 года", statement, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Whatever_people_are_called_stays_whole_inside_the_frame_and_the_file_small(string name, string title)
    {
        var pdf = CertificateSamples.Pdf(CertificateSamples.Details(name, title));

        Assert.InRange(pdf.Length, 10_000, Largest);
        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        Assert.Equal((842, 595), (page.Width, page.Height));
        Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Left, 40, 802));
        Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Right, 40, 802));
        Assert.All(page.Letters, l => Assert.InRange(l.StartBaseLine.Y, 45, 560));
        var (text, wanted) = (Solid(page.Text), Solid(name + title).Replace("😀", "", StringComparison.Ordinal));
        Assert.Contains(Solid(name), text, StringComparison.Ordinal);
        Assert.Contains(wanted[Solid(name).Length..], text, StringComparison.Ordinal);
        AssertNoLineOverAnother(page);
    }

    [Fact]
    public void The_fonts_are_the_programs_own_and_travel_in_the_file()
    {
        using var document = PdfDocument.Open(CertificateSamples.Pdf(CertificateSamples.Details(title: "Սևան")));
        var fonts = document.GetPage(1).Letters.Select(l => l.FontName!.Split('+')[^1]).Distinct().Order();

        Assert.Equal(["DejaVuSerif", "PTSerif-Bold", "PTSerif-Italic", "PTSerif-Regular"], fonts);
        var embedded = document.Structure.CrossReferenceTable.ObjectOffsets.Keys.Count(o =>
            document.Structure.GetObject(o).Data?.ToString()?.Contains("FontFile2", StringComparison.Ordinal) == true);
        Assert.Equal(4, embedded);
        var shipped = Directory.GetFiles(Path.Combine(Repository.Root, "src", "MspBot.Host", "Printing", "Fonts")).Select(Path.GetFileName);
        Assert.Contains("PTSerif.LICENSE.txt", shipped);
        Assert.Contains("DejaVuSerif.LICENSE.txt", shipped);
    }

    [Fact]
    public void The_code_on_the_paper_opens_the_bot()
    {
        using var document = PdfDocument.Open(CertificateSamples.Pdf(CertificateSamples.Details()));
        Assert.Equal($"https://t.me/msp_site_bot?start=c_{CertificateSamples.Code}", QrReading.Read(Squares(document.GetPage(1))));
    }

    [Fact]
    public void Many_in_one_file_share_their_fonts()
    {
        var pdf = CertificateSamples.Pdf(Enumerable.Range(1, 20).Select(n => CertificateSamples.Details() with { InYear = n }));
        using var document = PdfDocument.Open(pdf);

        Assert.Equal(20, document.NumberOfPages);
        Assert.Contains("№ 2026-0020", document.GetPage(20).Text, StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 10_000, 20 * 60_000);
    }

    /// <summary>The dark squares of the page's one path of many rectangles, looked at in the middle of each module.</summary>
    private static bool[,] Squares(Page page)
    {
        var squares = page.Paths.Where(p => p.IsFilled).MaxBy(p => p.Count)!.Select(s => s.GetBoundingRectangle()!.Value).ToList();
        var (left, right, top) = (squares.Min(s => s.Left), squares.Max(s => s.Right), squares.Max(s => s.Top));
        var module = squares.Min(s => s.Height);
        var size = (int)Math.Round((right - left) / module);
        var dark = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (px, py) = (left + (x + 0.5) * module, top - (y + 0.5) * module);
                dark[y, x] = squares.Exists(s => s.Left < px && px < s.Right && s.Bottom < py && py < s.Top);
            }
        }
        return dark;
    }

    /// <summary>Lines of the middle part keep a distance of at least two thirds of a letter.</summary>
    private static void AssertNoLineOverAnother(Page page)
    {
        var lines = page.Letters.Where(l => l.StartBaseLine.Y is > 135 and < 400).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1))
            .Select(g => (Y: g.Key, Size: g.Max(l => l.PointSize))).OrderByDescending(l => l.Y).ToList();
        Assert.True(lines.Count >= 5, "the middle part has five blocks");
        foreach (var (above, below) in lines.Zip(lines.Skip(1))) Assert.True(above.Y - below.Y >= 0.67 * below.Size,
            $"{above} and {below} overlap");
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        // A line ends where the next begins: broken lines are one sentence.
        return string.Join(' ', document.GetPage(1).Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).Select(g =>
            string.Concat(g.Select(l => l.Value)).Trim()));
    }

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
