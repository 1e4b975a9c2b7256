using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MspBot.Data.Nominations.Papers;
using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Nominations.Papers;
using MspBot.Tests.Certificates;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Papers;

/// <summary>
/// Papers of meetings: valid documents that say who was sent, who came, and leave the rest to the hand. MSPBOT_PAPERS names a folder to
/// look at them in.
/// </summary>
public sealed class MeetingPaperTests
{
    private static readonly DateTimeOffset Start = World.Morning.AddDays(7);

    [Fact]
    public void The_list_for_the_order_names_everybody_who_is_sent_and_leaves_room_for_their_hand()
    {
        SentTeacher[] sent =
        [
            Sent("Иванова Мария Петровна", World.Morning),
            Sent("Ёлкина-Константинопольская Александра Всеволодовна", null) with
            { Subjects = ["Русский язык", "Литература"], Title = "Читательская <&> \"грамотность\" на уроках \u0001💡" },
            Sent(null, null) with { Position = null, Subjects = [] },
            Sent("Орлов Борис Львович", World.Morning) with { Waits = true },
            Sent("Белова Вера Олеговна", null) with { Waits = true },
        ];
        var docx = Kept("order", OrderListDocx.Write("МБОУ «Школа № 12»", sent, CertificateSamples.Zone, World.Morning));

        Assert.Contains(Words(docx), text => text.StartsWith("Приложение к приказу от __", StringComparison.Ordinal));
        Assert.Equal(["Список направленных педагогов", "МБОУ «Школа № 12»"],
            Words(docx).SkipWhile(t => !t.StartsWith("Список", StringComparison.Ordinal)).Take(2));
        Assert.Equal(["№", "ФИО", "Должность", "Предмет", "Мероприятие", "Дата, время, форма", "Согласие"], Rows(docx)[0]);
        Assert.Equal(["1", "Иванова Мария Петровна", "Учитель", "Математика", "Круглый стол «Читательская грамотность»",
            "1 декабря 2026 г., 10:00–11:30, дистанционно", "Согласие в системе 24.11.2026"], Rows(docx)[1]);
        Assert.Equal(["Русский язык, Литература", ""], (string[])[Rows(docx)[2][3], Rows(docx)[2][6]]);
        Assert.Equal("участник, удаливший данные", Rows(docx)[3][1]);
        Assert.Equal(["Согласие в системе 24.11.2026, в листе ожидания", "в листе ожидания"], Rows(docx).Skip(4).Select(row => row[6]));
        Assert.Contains("Согласие в системе — не подпись: подпись ставится от руки в той же графе.", Words(docx));
        Valid(docx, across: true);
    }

    [Fact]
    public void The_registration_sheet_says_how_each_was_marked_and_leaves_room_for_a_signature()
    {
        var docx = Kept("sheet", Of(60).Sheet());

        Assert.Equal(["№", "ФИО", "Школа", "Должность", "Отметка о присутствии", "Подпись"], Rows(docx)[0]);
        Assert.Equal(61, Rows(docx).Count);
        Assert.Equal(["по кнопке", "по коду", "вручную", "со слов участника", "нет", ""], Rows(docx).Skip(1).Take(6).Select(r => r[4]));
        Assert.All(Rows(docx).Skip(1), row => Assert.Equal("", row[5]));
        Assert.Equal("участник, удаливший данные", Rows(docx)[60][1]);
        Valid(docx, across: true);
    }

    [Fact]
    public void Minutes_name_up_to_fourteen_who_were_there_in_the_text()
    {
        // Four of six came.
        var docx = Kept("minutes-few", Of(18).Minutes());

        Assert.Equal(12, Words(docx).Count(text => text.Contains(", Учитель", StringComparison.Ordinal)));
        Assert.Contains("1. Участникова 01 Мария Петровна, Учитель, Школа № 1", Words(docx));
        Assert.Contains("1. Читательская грамотность", Words(docx));
        Assert.Contains("Разберём задания ВПР.", Words(docx));
        Assert.Equal(["Присутствовали", "Повестка дня", "Слушали", "Решили"],
            Words(docx).Where(text => text is "Присутствовали" or "Повестка дня" or "Слушали" or "Решили"));
        Assert.Equal(8, Words(docx).Count(text => text.Trim('_').Length == 0 && text.Length > 50));
        Assert.Contains(Words(docx), text => text.StartsWith("Председатель  ____", StringComparison.Ordinal));
        Assert.Contains(Words(docx), text => text.StartsWith("Секретарь  ____", StringComparison.Ordinal));
        Assert.Empty(Tables(docx));
        Valid(docx, across: false);
    }

    [Fact]
    public void Fifteen_and_more_are_a_list_that_follows()
    {
        var docx = Kept("minutes-many", Of(60).Minutes());

        Assert.Contains("40 человек, список прилагается.", Words(docx));
        Assert.Equal(["№", "ФИО", "Школа", "Должность"], Rows(docx)[0]);
        Assert.Equal(41, Rows(docx).Count);
        Valid(docx, across: false);
        Assert.Contains("15 человек, список прилагается.", Words((Of(0) with { People = Came(15) }).Minutes()));
        Assert.DoesNotContain("14 человек, список прилагается.", Words((Of(0) with { People = Came(14) }).Minutes()));
    }

    [Fact]
    public void Where_nobody_is_marked_the_names_are_left_to_the_hand()
    {
        var docx = (Of(0) with { People = [Person(5)] }).Minutes();
        Assert.Equal(12, Words(docx).Count(text => text.Trim('_').Length == 0 && text.Length > 50));
    }

    private static SentTeacher Sent(string? name, DateTimeOffset? agreedAt) => new()
    {
        Name = name,
        Position = "Учитель",
        Subjects = ["Математика"],
        Kind = SeminarKind.RoundTable,
        Title = "Читательская грамотность",
        StartsAt = Start,
        EndsAt = Start.AddMinutes(90),
        AgreedAt = agreedAt,
    };

    private static MeetingDocx Of(int people) => new("Муниципальная стажировочная площадка «Функциональная грамотность»", new SeminarDetails
    {
        Kind = SeminarKind.RoundTable,
        Title = "Читательская грамотность",
        Description = "Разберём задания ВПР.\n\nСоставим <свои> & \"новые\".",
        StartsAt = Start,
        EndsAt = Start.AddMinutes(90),
        CalendarUid = "1",
        Leader = "Смирнова Вера Павловна",
    }, [.. Enumerable.Range(0, people).Select(Person)], CertificateSamples.Zone);

    private static IReadOnlyList<ListedParticipant> Came(int people) =>
        [.. Enumerable.Range(0, people).Select(n => Person(n) with { Came = true })];

    private static ListedParticipant Person(int nr) => new()
    {
        Name = nr == 59 ? null : nr % 10 == 7 ? $"Константинопольская-Преображенская {nr + 1:00} Александра Всеволодовна"
            : $"Участникова {nr + 1:00} Мария Петровна",
        School = nr % 9 == 4 ? "Муниципальное бюджетное общеобразовательное учреждение «Школа имени Ё. Ё. Щукина»" : $"Школа № {nr + 1}",
        Position = nr == 59 ? null : "Учитель",
        Came = (nr % 6) switch { 4 => false, 5 => null, _ => true },
        Because = (nr % 6) switch
        {
            0 => Evidence.Joined,
            1 => Evidence.Code,
            2 => Evidence.ByHand,
            3 => Evidence.OwnWord,
            _ => null,
        },
    };

    private static void Valid(byte[] docx, bool across)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var size = document.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!;
        Assert.Equal(across ? 16838u : 11906u, size.Width!.Value);
        Assert.Contains("PAGE", document.MainDocumentPart.FooterParts.Single().Footer!.OuterXml, StringComparison.Ordinal);
        Assert.All(Tables(docx), table =>
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
    }

    private static IReadOnlyList<Table> Tables(byte[] docx) =>
        [.. Body(docx).Elements<Table>().Where(t => t.Descendants<TableHeader>().Any())];

    private static IReadOnlyList<string[]> Rows(byte[] docx) =>
        [.. Tables(docx)[^1].Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];

    private static IReadOnlyList<string> Words(byte[] docx) => [.. Body(docx).Descendants<Paragraph>().Select(p => p.InnerText)];

    private static Body Body(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return (Body)document.MainDocumentPart!.Document!.Body!.CloneNode(deep: true);
    }

    private static byte[] Kept(string name, byte[] docx)
    {
        if (Environment.GetEnvironmentVariable("MSPBOT_PAPERS") is { } folder)
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.docx"), docx);
        return docx;
    }
}
