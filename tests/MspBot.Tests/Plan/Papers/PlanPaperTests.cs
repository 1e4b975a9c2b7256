using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Plan;
using MspBot.Host.Plan.Papers;
using MspBot.Host.Printing;
using Xunit;
using static MspBot.Tests.Plan.Papers.PaperSamples;

namespace MspBot.Tests.Plan.Papers;

/// <summary>Papers of the plan: valid documents that say what the plan says, in the form that offices expect.</summary>
public sealed class PlanPaperTests
{
    [Fact]
    public void The_plan_is_printed_by_functions_then_by_date_with_both_blocks_and_its_edition()
    {
        var docx = PlanDocx.Write(Paper, PlanDocx.Lines(Sampled, ItemScope.InForce), isDraft: false, Changes, Zone);
        var text = Words(docx);
        Assert.Equal(["СОГЛАСОВАНО", "Методист", "Районный методический кабинет", "_________________ О. Л. Котова"], text.Take(4));
        Assert.Equal(["УТВЕРЖДАЮ", "Директор", "МОУ «СОШ № 4»", "_________________ Н. С. Орлова"], text.Skip(5).Take(4));
        Assert.Contains("на 2026/27 учебный год", text);
        Assert.Contains("Согласовано в системе 17.11.2026, редакция 3.", text);
        Assert.DoesNotContain("ПРОЕКТ", text);
        Assert.Equal(["Инструктивно-методические совещания", "Методическая поддержка школ",
            "Тьюторское сопровождение педагогов и обучающихся",
            "Мониторинг деятельности школ", "Мониторинг эффективности площадки", "Координация деятельности тьюторов", "Другие мероприятия"],
            Rows(docx, 0).Where(row => row.Length == 1).Select(row => row[0]));
        Assert.Equal(["№", "Мероприятие", "Форма", "Срок", "Ответственный", "Результат, вид документа"], Rows(docx, 0)[0]);
        Assert.Equal(["1", "3", "6", "5", "8", "9", "11", "2", "4", "10", "7", "12"],
            Rows(docx, 0).Skip(1).Where(row => row.Length > 1).Select(row => row[0]));
        Assert.Equal(["6", "Срок: 22 октября 2026", "Срок: 29 октября 2026", "В этот день районная конференция",
            "Котова О. Л., 12.10.2026"],
            Rows(docx, 1)[1]);
    }

    [Fact]
    public void Every_paper_is_valid_A4_with_numbered_pages_repeated_heads_and_whole_rows()
    {
        foreach (var (docx, across) in new[]
        {
            (PlanDocx.Write(Paper, PlanDocx.Lines(Sampled, ItemScope.All), false, Changes, Zone), true), (ChangesDocx.Write(Paper, Changes,
                Zone), false),
            (ChangesDocx.Write(Paper, [], Zone), false), (new ReportDocx(Sampled, Turnout, ItemDays, Zone, Now).Write(Paper), true),
        })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            var body = document.MainDocumentPart!.Document!.Body!;
            var size = body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!;
            Assert.Equal(across ? (16838u, 11906u) : (11906u, 16838u), (size.Width!.Value, size.Height!.Value));
            Assert.Contains("PAGE", document.MainDocumentPart.FooterParts.Single().Footer!.OuterXml, StringComparison.Ordinal);
            Assert.Contains("Times New Roman", document.MainDocumentPart.StyleDefinitionsPart!.Styles!.OuterXml, StringComparison.Ordinal);
            foreach (var table in Tables(body))
            {
                Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
                Assert.All(table.Elements<TableRow>(), row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
                Assert.All(table.Descendants<FontSize>(), font => Assert.Equal("20", font.Val));
            }
            using var png = document.MainDocumentPart.ImageParts.Single().GetStream();
            using var copy = new MemoryStream();
            png.CopyTo(copy);
            Assert.Equal(QrPicture.Png(Paper.Link), copy.ToArray());
        }
    }

    [Fact]
    public void A_draft_says_so_and_which_items_are_not_agreed_and_an_observer_prints_only_what_is_in_force()
    {
        var changed = Sampled[1].Now with { Version = 2, Text = Sampled[1].Now.Text with { Title = "Иначе" } };
        ItemDetails[] items =
        [
            Sampled[0], Sampled[1] with { State = ItemState.Draft, Now = changed },
            Item(13, WorkForm.Other, "Новое <&> \u0001 💡", Sampled[0].Now.Text.Term, "Тьюторы", "—", agreed: false),
            Sampled[3] with { Now = Sampled[3].Now with { IsExcluding = true, Version = 2 }, State = ItemState.Draft },
            Sampled[4] with { State = ItemState.Excluded },
        ];
        var draft = Words(PlanDocx.Write(Paper with { Signer = null }, PlanDocx.Lines(items, ItemScope.All), isDraft: true, [], Zone));
        Assert.Contains("ПРОЕКТ", draft);
        Assert.Contains("* Не согласованы пункты: 2 и 13.", draft);
        Assert.Contains("Новое <&>  💡", draft);
        Assert.Contains("2*", draft);
        Assert.DoesNotContain("Согласовано в системе 17.11.2026, редакция 3.", draft);
        Assert.Contains("_________________ / _________________ /", draft);

        Assert.Equal([(1, true), (2, true), (4, true)],
            PlanDocx.Lines(items, ItemScope.InForce).Select(line => (line.Number, line.IsAgreed)));
        Assert.Equal(Sampled[1].Now, PlanDocx.Lines(items, ItemScope.InForce)[1].Version);
        // What the head has not sent is nobody else's.
        Assert.Equal([1, 2], PlanDocx.Lines(items, ItemScope.Sent).Take(2).Select(line => line.Number));
        Assert.DoesNotContain(PlanDocx.Lines(items, ItemScope.Sent), line => line.Number == 13);
        Assert.Contains("* Не согласован ни один пункт.",
            Words(PlanDocx.Write(Paper, PlanDocx.Lines([items[2]], ItemScope.All), isDraft: true, [], Zone)));
    }

    [Fact]
    public void Without_somebody_who_approves_there_is_no_such_block() => Assert.DoesNotContain("УТВЕРЖДАЮ", Words(
        PlanDocx.Write(Paper with { Site = Site with { ApprovedBy = null } }, PlanDocx.Lines(Sampled, ItemScope.InForce), false, [],
            Zone)));

    [Fact]
    public void The_report_says_what_was_due_what_was_carried_out_and_leaves_room_for_a_reason()
    {
        var docx = new ReportDocx(Sampled, Turnout, ItemDays, Zone, Now).Write(Paper);
        Assert.Contains("В плане 12 пунктов. Срок истёк у 3: выполнено 3 (100 %), из них с опозданием 1.", Words(docx));
        Assert.Equal(["№", "Мероприятие", "Срок по плану", "Фактически", "Участников (школ)", "Отметка о выполнении, причина"], Rows(docx,
            0)[0]);
        Assert.Equal(["3", "20.10.2026 – 27.10.2026", "18 (7)", "Выполнено"], Row("3"));
        Assert.Equal(["6", "05.11.2026, вне срока", "21 (7)", "Выполнено с опозданием"], Row("6"));
        Assert.Equal(["4", "—", "—", "Срок не истёк"], Row("4"));
        // What lies outside the term is seen, also beside what lies in it, and before it is held.
        Assert.Equal(["5", "30.10.2026 – 12.11.2026; вне срока: 30.10.2026", "15 (6)", "Выполнено"], Row("5"));
        Assert.Equal(["7", "Назначено вне срока: 04.12.2026", "—", "Срок не истёк"], Row("7"));
        Assert.DoesNotContain(Rows(docx, 0), row => row[0] == "8");

        docx = Report(Now.AddDays(7), Sampled[0] with
        {
            Id = new(20),
            Number = 20,
            HeldAt = null,
            DoneOn = new(2026, 9, 2),
            DoneWords = "Отчёт сдан",
        });
        Assert.Equal(["4", "—", "—", "Не выполнено: "], Row("4"));
        Assert.Equal(["20", "02.09.2026, вне срока", "—", "Выполнено раньше срока. Отчёт сдан"], Row("20"));
        Assert.Contains("В плане 13 пунктов. Срок истёк у 7: выполнено 5 (71 %), из них с опозданием 1.", Words(docx));

        string[] Row(string number) => Rows(docx, 0).Single(row => row[0] == number) is var row ? [row[0], row[3], row[4], row[5]] : [];
    }

    [Fact]
    public void A_mark_is_among_the_days_and_what_has_a_day_in_its_term_is_not_early()
    {
        var held = Sampled[4] with { HeldAt = Zone.At(Day(10, 30), new(12, 0)) };
        Assert.Equal("Выполнено", Rows(Report([held]), 0).Single(row => row[0] == "5")[5]);
        // The item of November was held before it, and marked in it.
        var meetings = new[] { new ItemDay(Zone.At(Day(10, 30), new(12, 0)), Zone.At(Day(10, 30), new(13, 0)), true) }
            .ToLookup(_ => held.Id);
        var row = Rows(new ReportDocx([held with { DoneOn = Day(11, 12) }], Turnout, meetings, Zone, Now).Write(Paper), 0)
            .Single(row => row[0] == "5");
        Assert.Equal(("30.10.2026 – 12.11.2026; вне срока: 30.10.2026", "Выполнено"), (row[3], row[5]));
        row = Rows(new ReportDocx([held], Turnout, meetings, Zone, Now).Write(Paper), 0).Single(row => row[0] == "5");
        Assert.Equal(("30.10.2026, вне срока", "Выполнено раньше срока"), (row[3], row[5]));

        static byte[] Report(IReadOnlyList<ItemDetails> items) => new ReportDocx(items, Turnout, ItemDays, Zone, Now).Write(Paper);
    }

    [Fact]
    public void On_its_last_day_a_term_is_not_over()
    {
        // The terms of three items end with November.
        var lastDay = Zone.At(Day(11, 30), new(23, 59));
        Assert.Contains("В плане 12 пунктов. Срок истёк у 3: выполнено 3 (100 %), из них с опозданием 1.", Words(Report(lastDay)));
        Assert.Contains("В плане 12 пунктов. Срок истёк у 6: выполнено 4 (67 %), из них с опозданием 1.",
            Words(Report(lastDay.AddMinutes(1))));
        Assert.Contains(Rows(Report(lastDay), 0), row => row[0] == "4" && row[5] == "Срок не истёк");
        Assert.Contains(Rows(Report(lastDay.AddMinutes(1)), 0), row => row[0] == "4" && row[5] == "Не выполнено: ");
    }

    [Fact]
    public void The_code_of_a_report_is_not_said_to_tell_whether_it_is_in_force()
    {
        var words = Words(Report(Now));
        Assert.Contains(words, line => line.StartsWith("По какой редакции плана составлен отчёт и есть ли новая, скажет бот @",
            StringComparison.Ordinal));
        Assert.DoesNotContain(words, line => line.Contains("Действует", StringComparison.Ordinal));
        Assert.Contains("План согласован в системе 17.11.2026, редакция 3.", words);
    }

    private static byte[] Report(DateTimeOffset now, params ItemDetails[] more) =>
        new ReportDocx([.. Sampled, .. more], Turnout, ItemDays, Zone, now).Write(Paper);

    /// <summary>Paragraphs, those of tables too.</summary>
    private static List<string> Words(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }

    private static List<string[]> Rows(byte[] docx, int table)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. Tables(document.MainDocumentPart!.Document!.Body!).ElementAt(table).Elements<TableRow>()
            .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }

    /// <summary>With lines around them; the blocks have none.</summary>
    private static IEnumerable<Table> Tables(Body body) =>
        body.Elements<Table>().Where(table => table.GetFirstChild<TableProperties>()!.GetFirstChild<TableBorders>() is not null);
}
