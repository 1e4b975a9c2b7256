using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MspBot.Data.Plan;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Files.Tables;
using MspBot.Host.Plan.Papers;
using MspBot.Tests.Files.Tables;
using Xunit;
using static MspBot.Tests.Plan.Papers.PaperSamples;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace MspBot.Tests.Plan.Papers;

/// <summary>
/// The plan as a table: handed out and handed in again it changes nothing, and whatever is wrong in it is all said at once.
/// </summary>
public sealed class PlanSheetTests
{
    private static readonly object?[] Header =
        ["Мероприятие", "Форма", "Срок", "Ответственный", "Результат, вид документа", "Для кого", "Код"];

    private static readonly IReadOnlyList<(PersonId Id, string Name)> People =
        [(new(1), "Петрова Анна Ивановна"), (new(2), "Котова Ольга Львовна"), (new(3), "Иванова Мария Петровна"), (new(4),
            "Иванова Майя Павловна")];

    [Fact]
    public void The_table_is_valid_frozen_and_wrapped_its_code_is_hidden_and_forms_are_chosen_from_a_list()
    {
        foreach (var xlsx in new[] { PlanSheet.Xlsx(Stamp, Sampled, ItemScope.All, Turnout, Zone, Now), PlanSheet.Empty(Year) })
        {
            using var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
            Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            var sheet = SheetRows.First(book.WorkbookPart!).Worksheet!;
            Assert.Equal(Sheets.PaneStateValues.Frozen, sheet.Descendants<Sheets.Pane>().Single().State!.Value);
            Assert.Equal([8u], sheet.Descendants<Sheets.Column>().Where(c => c.Hidden?.Value == true).Select(c => c.Min!.Value));
            var list = sheet.Descendants<Sheets.DataValidation>().Single(v => v.Type?.Value == Sheets.DataValidationValues.List);
            Assert.Equal(("C2:C501", "'Списки'!$C$1:$C$14"), (list.SequenceOfReferences!.InnerText, list.Formula1!.Text));
            Assert.Equal([Sheets.SheetStateValues.Hidden],
                book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheets.Sheet>().Skip(1).Select(s => s.State!.Value));
            var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<Sheets.CellFormat>().ToList();
            // A term that is typed into the table is made no date.
            Assert.Equal(49u, formats[(int)sheet.Descendants<Sheets.Column>().Single(c =>
                c.Min! == 4u).Style!.Value].NumberFormatId!.Value);
            Assert.All(formats.Skip(1), format => Assert.True(format.Alignment!.WrapText!.Value));
        }
        Assert.Equal(["№", "Мероприятие", "Форма", "Срок", "Ответственный", "Результат, вид документа", "Для кого", "Код", "Статус", "Факт",
            "Дата", "Участников"], Workbooks.Words(PlanSheet.Empty(Year)).Single());
    }

    [Fact]
    public void Handed_in_as_it_was_handed_out_it_changes_nothing()
    {
        ItemDetails[] items = [.. Sampled,
            Item(13, WorkForm.Other, " Два  пробела и\nстрока =1+1", Sampled[1].Now.Text.Term, "Тьюторы", "100"),
            Sampled[0] with { Id = new(14), Number = 14, State = ItemState.Excluded }];
        var xlsx = PlanSheet.Xlsx(Stamp, items, ItemScope.All, Turnout, Zone, Now);
        Assert.Equal(["1", "Об организации работы площадки в 2026/27 учебном году", "Инструктивно-методическое совещание",
            "3 сентября 2026",
            "Смирнова Вера Павловна", "Протокол", "", Code(1), "действует", "выполнен", "03.09.2026", "24"],
            Workbooks.Words(xlsx)[1]);
        // Nobody of the site is called as the responsible people of this plan: they stay who they are all the same.
        var (content, faults) = PlanSheetCheck.Of(Rows(xlsx), Context(items, []));
        Assert.Empty(faults);
        var comparison = ImportComparison.Of([.. items.Select(Standing)], content.Rows);
        Assert.True(comparison is { IsEmpty: true, LacksItems: false, IsOutdated: false });
        // Nor without its codes.
        comparison = ImportComparison.Of([.. items.Select(Standing)], [.. content.Rows.Select(row => row with { Printed = null })]);
        Assert.True(comparison is { IsEmpty: true, LacksItems: false });
    }

    [Fact]
    public void All_faults_of_all_rows_are_found_at_once()
    {
        var other = new PlanStamp(2025, Stamp.MadeAt);
        var stranger = new PlanStamp(2026, Stamp.MadeAt.AddSeconds(1));
        var table = Rows(Workbooks.Of(Header,
            Row(),
            [null, null, null, null, null, null, "?"],
            Row(form: "Вебинар", term: "когда-нибудь"),
            Row(term: "август 2026"), Row(term: "с 15.11 по 01.10"), Row(term: new DateOnly(2027, 9, 1)),
            Row(title: new string('я', 301), audience: new string('ю', 301)),
            Row(code: Code(2)), Row(code: Code(2).ToLowerInvariant()),
            Row(code: Code(3, other)), Row(code: Code(3, stranger)), Row(code: "26/7-KQM1"),
            Row(code: ItemCode.Of(Stamp, Printed(Sampled[0]) with { Number = 99 })),
            Row(code: Code(12)),
            Row(title: new Formula("A2", "Стол"))));
        var items = Sampled.Select(item => item.Number == 12 ? item with { State = ItemState.Excluded } : item).ToList();
        var said = PlanSheetCheck.Of(table, Context(items, People)).Faults.Select(fault => $"{fault.Row} {fault.Words}");
        Assert.Equal(
        [
            "3 код испорчен: у нового пункта сотрите его, у старого верните, каким он был",
            "3 не указан ответственный", "3 не указан результат",
                "3 не указан срок. Напишите, например: октябрь 2026, 15.10.2026 или «с 01.10 по 15.11».",
            "3 не указана форма: выберите её из списка", "3 не указано мероприятие",
            "4 нет такой формы: «Вебинар». Выберите её из списка",
            "4 срок непонятен: «когда-нибудь». Напишите, например: октябрь 2026, 15.10.2026 или «с 01.10 по 15.11».",
            "5 срок раньше начала учебного года (1 сентября 2026).", "6 конец срока раньше начала",
            "7 срок позже конца учебного года (31 августа 2027).",
            "8 «Для кого» записано длиннее 300 знаков", "8 мероприятие записано длиннее 300 знаков",
            "10 тот же код, что в строке 9: если это новый пункт, сотрите код",
            "11 код из другого плана: скачайте этот план и правьте его таблицу, а у нового пункта код сотрите",
            "12 код из другого плана: скачайте этот план и правьте его таблицу, а у нового пункта код сотрите",
            "13 код испорчен: у нового пункта сотрите его, у старого верните, каким он был",
            "14 код пункта, которого в плане больше нет: если пункт нужен, сотрите код",
            "15 пункт 12 исключён из плана: удалите строку или сотрите код",
            "16 формула (A16), а нужно значение: скопируйте и вставьте «только значения»",
        ], said.OrderBy(line => int.Parse(line.Split(' ')[0], null)).ThenBy(line => line, StringComparer.Ordinal));
        Assert.Equal(["2 " + PaperTexts.CodeOfOtherPlan], PlanSheetCheck.Of(Rows(Workbooks.Of(Header, Row(code: Code(1)))),
            Context([], People) with { Stamp = null }).Faults.Select(fault => $"{fault.Row} {fault.Words}"));
    }

    [Fact]
    public void What_was_changed_since_it_was_printed_is_a_fault_of_its_row_unless_the_row_says_the_same()
    {
        var later = Sampled.Select(item => item.Number is 2 or 3 ? item with
        {
            Now = item.Now with { Version = 2, Text = item.Now.Text with { Title = "Иначе" } },
        }
        : item.Number == 4 ? item with { Now = item.Now with { Version = 2, IsExcluding = true } } : item).ToList();
        var rows = Workbooks.Words(PlanSheet.Xlsx(Stamp, Sampled, ItemScope.All, Turnout, Zone, Now)).Select(row =>
            row.ToArray<object?>()).ToList();
        rows[3][1] = "Иначе";
        var faults = PlanSheetCheck.Of(Rows(Workbooks.Of([.. rows])), Context(later, People)).Faults;
        Assert.Equal(["3 пункт 2 в плане сейчас записан иначе, чем было в таблице: " +
            "скачайте таблицу сами и внесите правку в неё или в боте"],
            faults.Select(fault => $"{fault.Row} {fault.Words}"));
        // It is on its way out since: that its row says nothing new does not bring it back, and a change does not either.
        rows[4][5] = "Отчёт";
        faults = PlanSheetCheck.Of(Rows(Workbooks.Of([.. rows])), Context(later, People)).Faults;
        Assert.Equal([3, 5], faults.Select(fault => fault.Row));
        Assert.Equal("пункт 4 предложен к исключению: сначала нажмите «Оставить в плане»", faults[1].Words);
        // What the row lacks is said first: without it there is nothing to compare.
        rows[2][3] = "";
        faults = PlanSheetCheck.Of(Rows(Workbooks.Of([.. rows])), Context(later, People)).Faults;
        Assert.StartsWith("не указан срок", Assert.Single(faults, fault => fault.Row == 3).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_codes_that_has_moved_is_a_fault_of_each_row()
    {
        var rows = Workbooks.Words(PlanSheet.Xlsx(Stamp, Sampled, ItemScope.All, Turnout, Zone, Now)).Select(row =>
            row.ToArray<object?>()).ToList();
        var codes = rows.Select(row => row[7]).ToList();
        for (var n = 2; n < rows.Count; n++) rows[n][7] = codes[n == 2 ? ^1 : n - 1];
        var faults = PlanSheetCheck.Of(Rows(Workbooks.Of([.. rows])), Context(Sampled, People)).Faults;
        Assert.Equal(Sampled.Count - 1, faults.Count);
        Assert.Equal("строка говорит о пункте 3, а скрытый код — пункта 2: столбец «Код» сдвинут. Скачайте таблицу заново",
            faults[1].Words);
    }

    [Fact]
    public void The_table_of_somebody_who_reads_less_names_the_version_that_they_read()
    {
        ItemDetails[] items = [Sampled[0], Sampled[1] with
        {
            State = ItemState.Draft,
            Now = Sampled[1].Now with { Version = 2, SentAt = null, Text = Sampled[1].Now.Text with { Title = "Черновик" } },
        }];
        foreach (var scope in new[] { ItemScope.Sent, ItemScope.InForce })
        {
            var faults = PlanSheetCheck.Of(Rows(PlanSheet.Xlsx(Stamp, items, scope, Turnout, Zone, Now)), Context(items, People)).Faults;
            Assert.Equal([PaperTexts.Faulty(new(0, RowFault.Stale, 2))], faults.Select(fault => fault.Words));
        }
        var own = Rows(PlanSheet.Xlsx(Stamp, items, ItemScope.All, Turnout, Zone, Now));
        Assert.Empty(PlanSheetCheck.Of(own, Context(items, People)).Faults);
    }

    [Theory]
    [InlineData("октябрь 2026", "2026-10-01", "2026-10-31"), InlineData("15.10.2026", "2026-10-15", "2026-10-15")]
    [InlineData("с 01.10 по 15.11", "2026-10-01", "2026-11-15"), InlineData(46310, "2026-10-15", "2026-10-15")]
    [InlineData("сентябрь – май", "2026-09-01", "2027-05-31")]
    public void Terms_are_read_as_people_write_them(object term, string first, string last) => Assert.Equal(
        new Term(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), One(Row(term: term)).Text.Term);

    [Fact]
    public void A_month_that_a_spreadsheet_has_made_a_date_is_a_month()
    {
        Assert.True(One(Row(term: new MonthShown(new(2026, 10, 1)))).Text.Term.IsMonth);
        Assert.True(One(Row(term: new DateOnly(2026, 10, 1))).Text.Term.IsDay);
    }

    [Theory]
    [InlineData("Петрова Анна Ивановна", 1L), InlineData("петрова анна  ивановна", 1L), InlineData("Петрова А.И.", 1L),
        InlineData("Петрова А. И.", 1L)]
    [InlineData("Иванова М. П.", null), InlineData("Иванова Мария Петровна", 3L), InlineData("Тьюторы", null), InlineData("Петрова", null)]
    public void A_name_that_is_exactly_one_of_the_site_is_that_person_all_else_is_words(string typed, long? person)
    {
        var responsible = One(Row(responsible: typed)).Text.Responsible;
        Assert.Equal(person, responsible.Person?.Value);
        Assert.Equal(person is null, responsible.Words is not null);
    }

    [Fact]
    public void Every_form_is_known_by_its_name_and_by_its_label() => Assert.All(Enum.GetValues<WorkForm>(), form =>
    {
        Assert.Equal(form, One(Row(form: Host.Plan.FormTexts.Form(form).ToUpperInvariant())).Text.Form);
        Assert.Equal(form, One(Row(form: Host.Plan.FormTexts.Label(form))).Text.Form);
    });

    internal static object?[] Row(
        object? title = null, string form = "Круглый стол", object? term = null, string responsible = "Тьюторы", string? audience = null,
        string? code = null) => [title ?? "Стол", form, term ?? "октябрь 2026", responsible, "Рекомендации", audience, code];

    private static ImportRow One(object?[] row)
    {
        var (content, faults) = PlanSheetCheck.Of(Rows(Workbooks.Of(Header, row)), Context(Sampled, People));
        Assert.Empty(faults);
        return content.Rows.Single();
    }

    private static ReadTable.Rows Rows(byte[] xlsx) => Assert.IsType<ReadTable.Rows>(TableReader.Read(xlsx, PlanSheet.Read));

    private static SheetContext Context(IReadOnlyList<ItemDetails> items, IReadOnlyList<(PersonId, string)> people) =>
        new(Year, Stamp, [.. items.Select(Standing)], people);

    private static ItemNow Standing(ItemDetails item) => new(item.Id, item.Number, item.Revision, item.State, item.Now.Text,
        item.Now.Text.Responsible.Words ?? item.Now.ResponsibleName!, item.Now.IsExcluding, WayOut.OnceAgreed);

    private static PrintedItem Printed(ItemDetails item) => PlanSheet.Printed(item, item.Now);

    private static string Code(int number, PlanStamp? plan = null) =>
        ItemCode.Of(plan ?? Stamp, Printed(Sampled.Single(item => item.Number == number)));
}
