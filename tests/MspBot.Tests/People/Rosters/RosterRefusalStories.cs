using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.People.Rosters;

/// <summary>Lists with faults, files that are none, presses of others.</summary>
public sealed class RosterRefusalStories(TestCluster cluster)
{
    [Fact]
    public async Task All_faults_come_at_once_and_links_can_be_made_for_the_rest()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        await world.Works(7, "Белова Ирина Олеговна");
        await world.Works(8, "Котова Ольга Львовна");
        await world.Works(9, "Смирнов Олег Ильич");
        var rows = Enumerable.Range(0, 18).Select(n => Row(null, $"Петров{(char)('а' + n)} Пётр Ильич")).ToArray();
        var message = await world.SendsList(head, Table(
            [.. rows, Row(null, "Белова Ирина Олеговна"), Row(null, "Котова Ольга Львовна"), Row(null, "Смирнов Олег Ильич"),
                Row(null, "Громов Олег", position: "")]));
        Assert.Contains("22 строки: 18 новых, 3 уже в боте, 1 с ошибкой.", message.Text, StringComparison.Ordinal);
        Assert.Contains("В строке 23 нет отчества. Если его нет, поставьте прочерк.", message.Text, StringComparison.Ordinal);
        Assert.Contains("В строке 23 не указана должность.", message.Text, StringComparison.Ordinal);
        Assert.InRange(message.Text.Length, 1, 1024);
        var back = Workbooks.Words((await head.SeesFile("Что исправить.xlsx")).Bytes.ToArray());
        Assert.Equal("Нет отчества. Если его нет, поставьте прочерк. Не указана должность.", back[22][^1]);
        Assert.Equal("""FileTaken SchoolHead {"file": "RosterFaults", "rows": 22}""",
            await world.Sql<string>("select action || ' ' || role || ' ' || detail::text from action_log where school_id is not null"));

        await head.Taps("Сделать ссылки");
        var links = await head.SeesLinks();
        Assert.Equal(Enumerable.Range(1, 18), links.Keys);
        var sent = Workbooks.Words((await head.SeesFile("Учителя с личными ссылками.xlsx")).Bytes.ToArray());
        Assert.Equal(("Уже в боте", "Нет отчества. Если его нет, поставьте прочерк. Не указана должность."), (sent[19][6], sent[22][6]));
        await head.Sees("Пришли 0 из 18");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_list_in_which_nothing_is_right_makes_no_links()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var message = await world.SendsList(head, Workbooks.Of(
            [Header, Row(1, Ivanova), Row(2, Ivanova, subjects: "Химия"), Row(3, "Иванов2 Пётр -"), Row(4, "Котова <b> -"),
                Row(5, "Белова Ирина -", subjects: "Алхимия, физика"), Row(6, "Зуев Ян -", position: "?"),
                [7, "", "Ольга", "-", "учитель", ""],
                [8, new Formula("A1", "Орлов"), "Пётр", "-", "учитель", ""]], ["B9:C9"]));
        foreach (var words in (string[])["8 строк: 8 с ошибками.", "Строки 2 и 3 одинаковы: Иванова Мария Петровна.",
            "В строке 4 в имени стоят цифры.", "В строке 5 в имени лишние знаки: пишите буквами, можно с дефисом.",
            "В строке 6 незнакомый предмет: «Алхимия». Пишите через запятую, например: Математика, Физика.",
            "В строке 7 должность непонятна: «?».", "В строке 8 нет фамилии.", "В строке 9 формула (B9)",
            "В строке 9 объединены ячейки B9:C9"])
            Assert.Contains(words, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(message.Buttons.SelectMany(row => row), button => button.Label == "Сделать ссылки");
        var back = Workbooks.Words((await head.SeesFile("Что исправить.xlsx")).Bytes.ToArray());
        Assert.Equal("Строки 2 и 3 одинаковы: Иванова Мария Петровна.", back[1][^1]);
        await head.Taps("Не делать");
        await head.Sees("Ссылки не сделаны, список забыт.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_import"));
    }

    [Fact]
    public async Task Of_many_faults_ten_are_said_and_the_rest_stands_in_the_file()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var message = await world.SendsList(head, Table([.. Enumerable.Range(0, 14).Select(n =>
            Row(n + 1, $"Петров Пётр -", position: $"{n} ?"))]));
        Assert.Contains("14 строк: 14 с ошибками.", message.Text, StringComparison.Ordinal);
        Assert.Contains("И ещё 4: всё в файле.", message.Text, StringComparison.Ordinal);
        Assert.InRange(message.Text.Length, 1, 1024);
        var back = Workbooks.Words((await head.SeesFile("Что исправить.xlsx")).Bytes.ToArray());
        Assert.Equal("Должность непонятна: «13 ?».", back[14][^1]);
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "xls", "Это файл .xls. Сохраните как .xlsx: Файл → Сохранить как." },
        { "picture", "Это не книга Excel (.xlsx), как бы файл ни назывался." },
        { "columns", "Не хватает столбцов: Отчество, Должность и Предметы.\nНезнакомые столбцы: Телефон." },
        { "rows", "В файле 640 строк, а можно до 500." },
        { "empty", "под заголовками нет ни одной строки" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_file_that_is_no_such_table_is_refused_with_the_way_on(string kind, string because)
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var message = await world.SendsList(head, kind switch
        {
            "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]],
            "picture" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1],
            "columns" => Workbooks.Of(["Фамилия", "Имя", "Телефон"], ["Иванова", "Мария", "1"]),
            "rows" => Table([.. Enumerable.Range(1, 640).Select(n => Row(n, Ivanova))]),
            _ => Table(),
        });
        Assert.Contains(because, message.Text, StringComparison.Ordinal);
        Assert.Contains("Ничего из него не сохранено.", message.Text, StringComparison.Ordinal);
        Phone.Holds(message);
        Assert.Equal((0, 0), (await world.Sql<int>("select count(*) from roster_import"),
            await world.Sql<int>("select count(*) from stored_file")));
        await head.Taps("Прислать другой файл");
        await head.Sees("Пришлите список учителей");
    }

    [Fact]
    public async Task Presses_of_others_open_no_list_and_bring_nobody_in()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var others = new[] { await world.SchoolHead(501, "Громов Олег Ильич"), await world.SchoolHead(502, "Зуева Анна Ильинична"),
            await world.Works(503, "Белова Ирина Олеговна") };
        await world.Heads(502);
        await world.SendsList(head, Table(Row(1, Ivanova)));
        var make = (await head.SeesMessage("1 строка: 1 новая.")).Buttons.SelectMany(row => row)
            .Single(b => b.Label == "Сделать ссылки").Data!;
        foreach (var other in others)
        {
            await other.LooksAround();
            foreach (var press in (string[])[make, make.Replace(":make:", ":show:", StringComparison.Ordinal),
                make.Split(":make:")[0] + ":drop"])
            {
                await other.TapsData(other.Chat[^1], press);
                await world.Idle();
                Assert.Contains("Этого больше нет или оно вам недоступно.", other.Chat[^1].Text, StringComparison.Ordinal);
            }
        }
        foreach (var press in (string[])["c:sr:0:show", "c:sr:0:link", "c:sr:0:sample"])
        {
            await others[2].TapsData(others[2].Chat[^1], press);
            await world.Idle();
            Assert.Contains("Этого больше нет или оно вам недоступно.", others[2].Chat[^1].Text, StringComparison.Ordinal);
        }
        // A button without its code, or with another's, opens nothing either.
        var id = make.Split(':')[2];
        foreach (var press in (string[])[$"c:rx:{id}:make", $"c:rx:{id}:make:AAAAAAAAAAAAAAAAAAAAAA.1", $"c:rx:{id}:show"])
        {
            await head.TapsData(head.Chat[^1], press);
            await world.Idle();
            Assert.Contains("Список учителей ждёт", head.Chat[^1].Text, StringComparison.Ordinal);
        }
        Assert.Equal((1, 0), (await world.Sql<int>("select count(*) from roster_import"),
            await world.Sql<int>("select count(*) from roster_link")));
    }

    [Theory, InlineData("delete from person_role where role = 'SchoolHead'"), InlineData(
        "update person_role set school_id = (select min(id) from school) where role = 'SchoolHead'")]
    public async Task A_head_who_loses_the_role_or_the_school_makes_no_links(string loss)
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        await world.SendsList(head, Table(Row(1, Ivanova)));
        await head.Sees("1 строка: 1 новая.");
        await world.Sql<int>(loss);
        await head.Taps("Сделать ссылки");
        await head.Sees("Этого больше нет или оно вам недоступно.");
        await head.SeesButton("Меню");
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_link"));
    }
}
