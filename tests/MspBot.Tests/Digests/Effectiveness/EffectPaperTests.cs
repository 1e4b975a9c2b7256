using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Host.Digests.Effectiveness;
using MspBot.Tests.Plan.Papers;
using Xunit;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>
/// «Справка о мониторинге деятельности МСП». With MSPBOT_PAPERS it is written into that folder, to be looked at.
/// </summary>
public sealed class EffectPaperTests
{
    private static readonly EffectPeriod Half = new(EffectSpan.HalfYear, new(2026, 9, 1), new(2026, 12, 31));

    private static readonly EffectValue[] Values =
    [
        new(EffectFigure.PlanCarriedOut, 17, 20), new(EffectFigure.Schools, 7, 9), new(EffectFigure.Teachers, 64, 143),
        new(EffectFigure.Attendance, 118, 151), new(EffectFigure.Rating, 0, 32, 4.62), new(EffectFigure.Applied, 19, 26),
        new(EffectFigure.HoursToAnswer, 0, 45, 26.4), new(EffectFigure.Consultations, 38, 51), new(EffectFigure.Nominated, 21, 25),
        new(EffectFigure.Surveys, 0, 0), new(EffectFigure.Materials, 34, 210),
    ];

    private static readonly Dictionary<EffectFigure, decimal> Goals = new()
    {
        [EffectFigure.PlanCarriedOut] = 90,
        [EffectFigure.Schools] = 75,
        [EffectFigure.Rating] = 4.5m,
        [EffectFigure.HoursToAnswer] = 24,
        [EffectFigure.Surveys] = 85,
    };

    private static readonly ConclusionDetails Conclusion = new()
    {
        Id = new(1),
        Label = "1 полугодие 2026/27",
        FirstDay = Half.First,
        LastDay = Half.Last,
        Version = 2,
        Words = "Площадка работает по плану: из двадцати пунктов выполнено семнадцать.\nЯвка держится, оценка выше цели. "
            + "На заявки отвечают чуть дольше суток: предлагаем тьюторам открыть больше времени по вторникам.",
        Author = "Петрова Анна Ивановна",
        At = new(2026, 12, 30, 9, 0, 0, TimeSpan.Zero),
        SentAt = new DateTimeOffset(2026, 12, 30, 10, 0, 0, TimeSpan.Zero),
        Answer = "Согласовано. Расписание тьюторов обсудим на совещании 12 января.",
        AnsweredBy = "Смирнова Вера Павловна",
        AnsweredAt = new DateTimeOffset(2027, 1, 11, 8, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Each_figure_stands_with_its_count_its_goal_and_what_comes_of_it()
    {
        var rows = Rows(Docx(Conclusion));
        Assert.Equal(["Показатель", "Как считали", "Цель", "Факт", "Вывод"], rows[0]);
        Assert.Equal(Enum.GetValues<EffectFigure>().Select(EffectTexts.Name), rows.Skip(1).Select(row => row[0]));
        Assert.Equal(("90 %", "17 из 20 (85 %)", "Ниже цели на 5\u00A0п.\u00A0п."), (rows[1][2], rows[1][3], rows[1][4]));
        Assert.Equal(("75 %", "7 из 9 (78 %)", "Цель достигнута"), (rows[2][2], rows[2][3], rows[2][4]));
        Assert.Equal(("—", "64 из 143 (45 %)", "Цели нет"), (rows[3][2], rows[3][3], rows[3][4]));
        Assert.Equal(("Не дольше 24 ч", "26 ч (медиана по 45 ответам)", "Дольше цели на 2,4 ч"), (rows[7][2], rows[7][3], rows[7][4]));
        Assert.Equal(("85 %", "Нет данных", "Нет данных"), (rows[10][2], rows[10][3], rows[10][4]));
        Assert.Equal(("—", "34 из 210 (16 %)", "Цели нет"), (rows[11][2], rows[11][3], rows[11][4]));
    }

    [Fact]
    public void It_is_a_valid_paper_with_blocks_words_answer_and_room_for_hands()
    {
        foreach (var conclusion in new[] { Conclusion, null, Conclusion with { SentAt = null, Answer = null, AnsweredAt = null } })
        {
            var docx = Docx(conclusion);
            using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            var text = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
            Assert.Contains("СОГЛАСОВАНО", text);
            Assert.Contains("УТВЕРЖДАЮ", text);
            Assert.Contains("за период с 1 сентября 2026 г. по 31 декабря 2026 г.", text);
            Assert.Equal(2, text.Count(line => line.StartsWith("Методист ", StringComparison.Ordinal)
                || line.StartsWith("Руководитель площадки ", StringComparison.Ordinal)));
            Assert.Equal(conclusion?.Answer is not null, text.Contains("Ответ дан в системе 11.01.2027: Смирнова В. П."));
            Assert.Equal(conclusion is { SentAt: null }, text.Contains("Черновик, руководителю не отправлен: Петрова А. И."));
        }
    }

    [Fact]
    public void It_can_be_looked_at()
    {
        if (Environment.GetEnvironmentVariable("MSPBOT_PAPERS") is not { } folder) return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "effect.docx"), Docx(Conclusion));
        File.WriteAllBytes(Path.Combine(folder, "effect-empty.docx"), Docx(null));
    }

    private static byte[] Docx(ConclusionDetails? conclusion) =>
        new EffectDocx(PaperSamples.Site, Half, Values, Goals, conclusion, PaperSamples.Zone).Write(new(2027, 1, 12));

    private static List<string[]> Rows(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. document.MainDocumentPart!.Document!.Body!.Elements<Table>().Last().Elements<TableRow>()
            .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }
}
