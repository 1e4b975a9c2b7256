using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MiniExcelLibs;
using MspBot.Domain.Digests;
using MspBot.Host.Digests;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Digests.PastDigests;

namespace MspBot.Tests.Digests;

/// <summary>Workbook and report are read back, and say what the message says.</summary>
public sealed class DigestAgreementTests(TestCluster cluster)
{
    private static readonly Dictionary<long, string> Nobody = [];

    [Theory]
    [InlineData("2026-11-16", PeriodKind.Week)]
    [InlineData("2026-10-01", PeriodKind.Month)]
    public async Task What_is_read_back_from_the_files_is_in_the_message(string first, PeriodKind kind)
    {
        var digest = await cluster.DigestOf(new(kind, DateOnly.Parse(first, CultureInfo.InvariantCulture)));
        var book = new MemoryStream(DigestWorkbook.Xlsx(digest, Nobody, Moscow));
        var figures = Sheet(book, DigestTexts.PeriodWord(kind)).ToDictionary(r => (string)r["Показатель"]!, r => r["Значение"]);
        string Of(string name) =>
            Convert.ToDouble(figures[name], CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.GetCultureInfo("ru-RU"));
        var lines = string.Join('\n', DigestMessage.Lines(digest));
        Assert.Contains($"Мероприятий: {Of("Проведено мероприятий")}", lines, StringComparison.Ordinal);
        Assert.Contains(
            $"Пришли: {Of("Пришли")} из {Of("Записаны на отмеченные")}, " +
            $"{Math.Round(Convert.ToDouble(figures["Пришли, % записанных"], CultureInfo.InvariantCulture))}\u00A0%", lines,
            StringComparison.Ordinal);
        Assert.Contains($"Новых записей: {Of("Новых записей")}", lines, StringComparison.Ordinal);
        Assert.Contains($"Заявок на консультации: {Of("Заявок на консультации")}", lines, StringComparison.Ordinal);
        Assert.Contains($"Состоялось консультаций: {Of("Состоялось консультаций")}", lines, StringComparison.Ordinal);
        Assert.Contains($"До ответа: {Of("До ответа, часов (медиана)")} ч", lines, StringComparison.Ordinal);
        Assert.Contains($"Оценка: {Of("Средняя оценка (из 5)")} по {Of("Отзывов")} отзывам", lines, StringComparison.Ordinal);
        Assert.Contains($"участвуют {Of("ШНОР участвовало")} из {Of("ШНОР всего")}", lines, StringComparison.Ordinal);
        Assert.Contains($"Педагогов участвовало: {Of("Педагогов участвовало")}", lines, StringComparison.Ordinal);

        int Sum(string sheet, string column) => Sheet(book, sheet).Sum(r => Convert.ToInt32(r[column] ?? 0, CultureInfo.InvariantCulture));
        Assert.Equal(Of("Пришли"), $"{Sum(SheetTexts.Seminars, "Пришли")}");
        Assert.Equal(Of("Пришли"), $"{Sum(SheetTexts.Schools, "Посещений")}");
        Assert.Equal(Of("Педагогов участвовало"), $"{Sum(SheetTexts.Schools, "Участвовали") - digest.FromTwoSchools()}");
        Assert.Equal(Of("Из направленных пришли"), $"{Sum(SheetTexts.Schools, "Из направленных пришли")}");
        Assert.Equal(Of("Заявок на консультации"), $"{Sum(SheetTexts.Tutors, "Заявок")}");
        Assert.Equal(Of("Состоялось консультаций"), $"{Sum(SheetTexts.Tutors, "Состоялось")}");
        Assert.Equal(Of("Отзывов"), $"{Sum(SheetTexts.Feedback, "Отзывов")}");
        Assert.All(Sheet(book, SheetTexts.Seminars), row => Assert.IsType<DateTime>(row["Начало"]));
    }

    [Fact]
    public async Task The_reports_tables_hold_the_months_figures_and_their_sums()
    {
        var digest = await cluster.DigestOf(new(PeriodKind.Month, new(2026, 10, 1)));
        using var report = WordprocessingDocument.Open(new MemoryStream(DigestReport.Docx(digest, Nobody, OurSite, Moscow)), false);
        var tables = report.MainDocumentPart!.Document!.Body!.Elements<Table>()
            .Select(table => table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())
                .ToList()).ToList();
        Assert.Equal(5, tables.Count);
        Assert.Equal(1, digest.FromTwoSchools());
        var figures = tables[0].Skip(1).ToDictionary(row => row[0], row => row[1]);
        foreach (var (name, of) in DigestTexts.Figures) Assert.Equal(FigureTexts.Exact(of(digest.Figures)), figures[name]);
        Assert.Equal(digest.Seminars.Count, tables[1].Count - 1);
        Assert.Equal(["Всего", $"{digest.Schools.Sum(s => s.People)}", $"{digest.Figures.Reached}", $"{digest.Figures.Came}"],
            tables[2][^1][..4]);
        Assert.Equal(("Направлено / пришли", $"{digest.Sent().Sum(s => s.Value.Sent)} / {digest.Figures.NominatedCame}"),
            (tables[2][0][5], tables[2][^1][5]));
        Assert.Equal(["Всего", $"{digest.Figures.Requested}", FigureTexts.Hours(digest.Figures.HoursToAnswer), $"{digest.Figures.Held}"],
            tables[3][^1][..4]);
        Assert.Equal(digest.Figures.Ratings, tables[4].Skip(1).Sum(row => int.Parse(row[1], CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<IDictionary<string, object?>> Sheet(Stream book, string name) =>
        book.Query(useHeaderRow: true, sheetName: name).Cast<IDictionary<string, object?>>();
}
