using MspBot.Sandbox;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.People.Rosters;

/// <summary>«Списком из Excel»: a school head sends a table, a teacher opens their link, the school head sees it.</summary>
public sealed class RosterStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_of_a_list_types_nothing_and_the_school_head_sees_who_has_come()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var colleague = await world.SchoolHead(501, "Громов Олег Ильич");
        await world.Heads(501);
        await head.Brings();
        await head.Taps("Образец");
        Assert.Equal(Header, Assert.Single(Workbooks.Words((await head.SeesFile("Учителя, образец.xlsx")).Bytes.ToArray())));

        var preview = await world.SendsList(head, Table(Row(3, Ivanova), Row(7, "петров ПЁТР -", "Учитель химии", "Химия"),
            Row(12, "Сидорова Анна Павловна", "директор", "—")));
        Assert.Contains("3 строки: 2 новых, 1 уже в боте.", preview.Text, StringComparison.Ordinal);
        Phone.Holds(preview);
        await head.Taps("Сделать ссылки");
        Phone.Holds(await head.SeesMessage("Готово: 2 личные ссылки"));
        var back = Workbooks.Words((await head.SeesFile("Учителя с личными ссылками.xlsx")).Bytes.ToArray());
        Assert.Equal([.. Header, "Личная ссылка"], back[0]);
        Assert.Equal(["7", "петров", "ПЁТР", "-", "Учитель химии", "Химия"], back[2].Take(6));
        Assert.Equal("Уже в боте", back[3][6]);
        var links = await head.SeesLinks();
        await head.Sees("Пришли 0 из 2; ещё не пришли № 3, 7.");
        await colleague.Brings();
        await colleague.Sees("Пришли 0 из 2");

        var maria = world.Visitor(7, "Мария");
        await maria.Types($"/start {links[3]}");
        var invited = await maria.Sees("Вас приглашает Школа № 500.");
        Assert.DoesNotContain("Иванова", invited, StringComparison.Ordinal);
        Assert.DoesNotContain("то, за чем вы пришли", await maria.Sees("закон 152-ФЗ"), StringComparison.Ordinal);
        await maria.Taps("Согласен");
        var summary = await maria.SeesMessage("Вы — Иванова Мария Петровна, учитель, Школа № 500?");
        Phone.Holds(summary);
        Assert.Contains("Предметы: Математика, Физика", summary.Text, StringComparison.Ordinal);
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы, Мария Петровна.");
        await maria.Sees("Меню");
        await head.Sees("Пришли 1 из 2; ещё не пришёл № 7.");
        await colleague.Sees("Пришли 1 из 2; ещё не пришёл № 7.");

        var petr = await world.Comes(8, links[7]);
        await petr.Sees("Вы — Петров Пётр, учитель химии, Школа № 500?");
        await petr.Taps("Всё верно");
        await head.Sees("Пришли 2 из 2.");
        Assert.Equal("Иванова Мария Петровна|учитель|Математика,Физика;Петров Пётр|Учитель химии|Химия", await world.Sql<string>("""
            select string_agg(full_name || '|' || position || '|' || array_to_string(subjects, ','), ';' order by id)
            from person where chat_id in (7, 8) and school_id = (select school_id from person where chat_id = 500)
            """));
        Assert.Equal(["""FileTaken {"file": "RosterLinks", "rows": 3}""", """RosterLinksMade {"links": 2}"""], (await world.Sql<string>(
            "select string_agg(action || ' ' || detail::text, '|' order by action) from action_log where school_id is not null"))!
            .Split('|'));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Whatever_is_in_a_list_can_be_changed_by_the_teacher()
    {
        await using var world = await World.Open(cluster);
        var links = await world.MakesLinks(await world.SchoolHead(), Row(1, Ivanova, subjects: null));
        var maria = await world.Comes(7, links[1]);
        await maria.Sees("Что вы преподаёте?");
        await maria.Taps("Химия");
        await maria.Taps("Готово (1)");
        await maria.Sees("Вы — Иванова Мария Петровна");
        await maria.Taps("Изменить");
        await maria.Taps("ФИО: Иванова Мария Петровна");
        await maria.Types("Иванова-Петрова Мария Петровна");
        await maria.Sees("Проверьте, всё ли верно.");
        await maria.Taps("Изменить");
        await maria.Taps("Школа: Школа № 500");
        await maria.Taps("МОУ «СОШ № 4»");
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");
        Assert.Equal("Иванова-Петрова Мария Петровна, МОУ «СОШ № 4»", await world.Sql<string>(
            "select full_name || ', ' || s.name from person p join school s on s.id = p.school_id where chat_id = 7"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link where used_at is not null"));
    }

    [Fact]
    public async Task Nobody_in_a_list_can_be_read_in_the_database_until_they_have_agreed()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        await world.SendsList(head, Table(Row(1, "Незабудкина Мария Петровна"), Row(2, "Ромашкин Пётр", "учитель")));
        var make = (await head.SeesMessage("2 строки: 1 новая, 1 с ошибкой.")).Buttons.SelectMany(row => row)
            .Single(b => b.Label == "Сделать ссылки").Data!;
        Assert.False(await world.Knows("Незабудкин"));
        Assert.False(await world.Knows(make.Split(":make:")[1].Split('.')[0]));
        Assert.Equal((0, 1), (await world.Sql<int>("select count(*) from stored_file"),
            await world.Sql<int>("select count(*) from roster_import where sealed is not null")));
        await head.Taps("Сделать ссылки");
        var links = await head.SeesLinks();
        Assert.False(await world.Knows("Незабудкин"));
        Assert.False(await world.Knows(links[1]));
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_import"));

        var maria = world.Visitor(7, "Мария");
        await maria.Types($"/start {links[1]}");
        await maria.Sees("закон 152-ФЗ");
        Assert.False(await world.Knows("Незабудкин"));
        Assert.False(await world.Knows(links[1]));
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog where chat_id = 7"));
        await maria.Taps("Не согласен");
        await maria.Sees("ничего не сохранено");
        Assert.False(await world.Knows("Незабудкин"));

        await maria.Taps("Вернуться к выбору");
        await maria.Taps("Согласен");
        await maria.Sees("Вы — Незабудкина Мария Петровна");
        Assert.True(await world.Knows("Незабудкин"));
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");
        Assert.False(await world.Knows(links[1]));
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_link where sealed is not null"));
    }

    [Fact]
    public async Task A_list_of_five_hundred_is_made_at_once()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, [.. Enumerable.Range(1, 500).Select(n =>
            Row(n, $"Иванова{(char)('а' + n % 26)} Мария{(char)('а' + n / 26)} Петровна"))]);
        Assert.Equal(500, links.Values.Distinct().Count());
        Phone.Holds(await head.SeesMessage("Пришли 0 из 500; ещё не пришли № 1, 2, 3"));
        Assert.Contains("и ещё 475", await head.Sees("Пришли 0 из 500"), StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_new_list_makes_unused_links_void_only_after_asking()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var old = await world.MakesLinks(head, Row(1, Ivanova), Row(2, "Петров Пётр Петрович"), Row(3, "Котова Ольга Львовна"));
        var maria = await world.Comes(7, old[1]);
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");

        await world.SendsList(head, Table(Row(1, Ivanova), Row(2, "Петров Пётр Петрович")));
        await head.Sees("2 строки: 1 новая, 1 уже в боте.");
        await head.Taps("Сделать ссылки");
        var asked = await head.SeesMessage("Прежние 2 ссылки, по которым никто не пришёл, перестанут действовать.");
        Phone.Holds(asked);
        Assert.Equal(3, await world.Sql<int>("select count(*) from roster_link"));
        // One of them is used before the answer: what was asked about is no longer so.
        var petr = await world.Comes(8, old[3]);
        await petr.Taps("Всё верно");
        await petr.Sees("Вы зарегистрированы");
        await head.Taps("Сделать новые ссылки");
        await head.Sees("Прежняя ссылка, по которой никто не пришёл, перестанет действовать.");
        await head.Taps("Сделать новые ссылки");
        await head.Sees("Пришли 0 из 1; ещё не пришёл № 2.");

        var late = world.Visitor(9, "Пётр");
        await late.Types($"/start {old[2]}");
        await late.Sees("Эта ссылка больше не действует: школа сделала новые.");
        Assert.Equal((2, 1, 1), (await world.Sql<int>("select count(*) from roster_link where used_at is not null"),
            await world.Sql<int>("select count(*) from roster_link where void_at is not null and sealed is null"),
            await world.Sql<int>("select count(*) from roster_link where sealed is not null")));
    }

    [Fact]
    public async Task Who_registers_meanwhile_gets_no_link_and_the_count_is_shown_again()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        await world.SendsList(head, Table(Row(1, Ivanova), Row(2, "Петров Пётр Петрович")));
        await head.Sees("2 строки: 2 новых.");
        await world.Works(7, Ivanova);
        await head.Taps("Сделать ссылки");
        await head.Sees("2 строки: 1 новая, 1 уже в боте.");
        Assert.Equal("За это время что-то изменилось, и ничего не сделано. Посмотрите ещё раз.", head.LastAlert);
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_link"));
        await head.Taps("Сделать ссылки");
        Assert.Equal([2], (await head.SeesLinks()).Keys);
        // The same press again finds no list any more.
        await head.TapsAgain();
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link"));
    }
}
