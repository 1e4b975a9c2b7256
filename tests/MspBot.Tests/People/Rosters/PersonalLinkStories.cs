using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.People.Rosters;

/// <summary>A personal link that is opened twice, late, by somebody who is there already, by two at once.</summary>
public sealed class PersonalLinkStories(TestCluster cluster)
{
    [Fact]
    public async Task A_link_is_for_one_person_and_says_so_to_the_next()
    {
        await using var world = await World.Open(cluster);
        var links = await world.MakesLinks(await world.SchoolHead(), Row(1, Ivanova));
        var maria = await world.Comes(7, links[1]);
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");
        // Her own again.
        await maria.Types($"/start {links[1]}");
        await maria.Sees("Вы уже зарегистрированы: Иванова Мария Петровна, учитель, Школа № 500.");

        var other = await world.Works(8, "Петров Пётр Петрович");
        await other.Types($"/start {links[1]}");
        await other.Sees("По этой ссылке уже зарегистрировались: она для одного человека.");
        var stranger = world.Visitor(9, "Олег");
        await stranger.Types($"/start {links[1]}");
        await stranger.Sees("По этой ссылке уже зарегистрировались");
        await stranger.Taps("Согласен");
        await stranger.Sees("Как вас зовут?");
        Assert.DoesNotContain(stranger.Chat, m => m.Text.Contains("Вы — ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_is_not_used_up_can_be_opened_again_and_of_two_at_once_one_registers()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(1, Ivanova));
        var first = await world.Comes(7, links[1]);
        await first.Sees("Вы — Иванова Мария Петровна");
        var second = await world.Comes(8, links[1]);
        await second.Sees("Вы — Иванова Мария Петровна");
        await world.RestartBot();
        await second.Taps("Всё верно");
        await second.Sees("Вы зарегистрированы");
        await first.Taps("Всё верно");
        await first.Sees("По этой ссылке только что зарегистрировался другой человек: она для одного.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from person where chat_id = 7"));
        await head.Sees("Пришли 1 из 1.");

        await first.Types("/start");
        await first.Taps("Согласен");
        await first.Sees("Как вас зовут?");
    }

    [Fact]
    public async Task Of_six_who_finish_at_one_moment_one_registers_and_the_others_read_why_not()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(1, Ivanova));
        var all = new List<Visitor>();
        for (var chat = 7; chat < 13; chat++)
        {
            all.Add(await world.Comes(chat, links[1]));
            await all[^1].SeesButton("Всё верно");
        }
        await Task.WhenAll(all.Select(who => who.TapsWithoutWaiting("Всё верно")));
        await world.Idle();
        Assert.Single(all, who => Last(who).Contains("Меню", StringComparison.Ordinal));
        Assert.Equal(5, all.Count(who => Last(who).Contains("По этой ссылке только что зарегистрировался", StringComparison.Ordinal)));
        Assert.Equal((1, 1), (await world.Sql<int>("select count(*) from person where chat_id between 7 and 12"),
            await world.Sql<int>("select count(*) from roster_link where used_at is not null")));
        await head.Sees("Пришли 1 из 1.");

        static string Last(Visitor who) => who.Chat.Last(m => m.FromBot).Text;
    }

    [Fact]
    public async Task A_half_done_registration_goes_on_where_it_was_left()
    {
        await using var world = await World.Open(cluster);
        var links = await world.MakesLinks(await world.SchoolHead(), Row(1, Ivanova));
        var maria = await world.Comes(7, links[1]);
        await maria.Sees("Вы — Иванова Мария Петровна");
        await maria.Taps("Изменить");
        await maria.Taps("Должность: учитель");
        await maria.Sees("Кем вы работаете?");
        await maria.Types("/about");
        await maria.Sees("Вы не закончили регистрацию. Ответы сохранены на час.");
        await world.RestartBot();
        await maria.Taps("Продолжить");
        await maria.Sees("Кем вы работаете?");
        await maria.Types("Учитель химии");
        await maria.Sees("Проверьте, всё ли верно.");
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link where used_at is not null"));
    }

    [Fact]
    public async Task A_link_that_ends_while_the_form_is_open_holds_nobody_up()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(1, Ivanova), Row(2, "Петров Пётр Петрович"));
        var maria = await world.Comes(7, links[1]);
        await maria.Sees("Вы — Иванова Мария Петровна");
        await world.SendsList(head, Table(Row(2, "Петров Пётр Петрович")));
        await head.Taps("Сделать ссылки");
        await head.Taps("Сделать новые ссылки");
        await head.Sees("Пришли 0 из 1");
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы, Мария Петровна.");
        Assert.Equal((0, "Школа № 500"), (await world.Sql<int>("select count(*) from roster_link where used_at is not null"),
            await world.Sql<string>("select s.name from person p join school s on s.id = p.school_id where chat_id = 7")));
    }

    [Fact]
    public async Task A_link_lasts_thirty_days_and_is_deleted_then()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(1, Ivanova), Row(2, "Петров Пётр Петрович"));
        var maria = await world.Comes(7, links[1]);
        await maria.Taps("Всё верно");
        await maria.Sees("Вы зарегистрированы");

        world.Clock.Advance(TimeSpan.FromDays(30));
        var (late, there) = (world.Visitor(8, "Пётр"), await world.Works(9, "Зуев Ян Петрович"));
        await late.Types($"/start {links[2]}");
        await late.Sees("Срок этой ссылки прошёл: она действует 30 дней.");
        await there.Types($"/start {links[2]}");
        await there.Sees("Срок этой ссылки прошёл");
        await head.Brings();
        await head.Sees("Пришли 1 из 2. Срок остальных ссылок прошёл: загрузите список ещё раз.");
        await world.RunJobs();
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link"));
        await there.Types($"/start {links[2]}");
        await there.Sees("Такой ссылки нет: она скопирована не целиком или её 30 дней прошли.");
        await head.Brings();
        await head.Sees("Пришли 1 из 2. Срок остальных ссылок прошёл");
    }

    [Theory]
    [InlineData("Иванова Мария", false, "Исправить имя")]
    [InlineData("ИВАНОВА мария Петровна", true, "Сменить школу")]
    [InlineData("Петрова Мария Петровна", true, "Исправить имя и школу")]
    public async Task Somebody_registered_is_offered_what_would_be_otherwise(string name, bool elsewhere, string offered)
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(1, Ivanova), Row(2, "Петров Пётр Петрович"));
        var maria = await world.Works(7, name, elsewhere);
        await maria.Types($"/start {links[1]}");
        var message = await maria.SeesMessage("В ссылке указано: Иванова Мария Петровна, Школа № 500. Исправить?");
        Phone.Holds(message);
        Assert.Contains($"Вы уже зарегистрированы: {name}, учитель, Школа № {(elsewhere ? 7 : 500)}.", message.Text,
            StringComparison.Ordinal);
        await maria.Taps("Оставить как есть");
        await maria.Sees("Меню");
        Assert.Equal(0, await world.Sql<int>("select count(*) from roster_link where used_at is not null"));

        await maria.Types($"/start {links[1]}");
        await maria.Sees("Исправить?");
        await maria.Taps(offered);
        await maria.Sees("Школа: Школа № 500");
        Assert.Equal($"{(offered == "Сменить школу" ? name : Ivanova)}, Школа № 500", await world.Sql<string>(
            "select full_name || ', ' || s.name from person p join school s on s.id = p.school_id where chat_id = 7"));
        await head.Sees("Пришли 1 из 2; ещё не пришёл № 2.");
        // Pressed again, it says that all is right.
        await maria.TapsData(maria.Chat.Last(m => m.FromBot), $"c:rc:0:fix:{links[1]}");
        await maria.Sees("Всё верно, больше ничего делать не нужно.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link where used_at is not null"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Whom_the_link_names_has_come_when_they_open_it()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(1, Ivanova));
        var maria = await world.Works(7, Ivanova);
        await maria.Types($"/start {links[1]}");
        await maria.Sees("Вы уже зарегистрированы: Иванова Мария Петровна, учитель, Школа № 500.");
        await head.Sees("Пришли 1 из 1.");
    }

    [Fact]
    public async Task The_head_who_tries_a_link_is_not_taken_for_the_teacher()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var links = await world.MakesLinks(head, Row(7, Ivanova));
        await head.Types($"/start {links[7]}");
        await head.Sees("Это ссылка из вашего списка, для № 7: её откроет тот, кому вы её перешлёте.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link where sealed is not null"));
    }

    [Theory, InlineData("p_AAAAAAAAAAAAAAAAAAAAAA"), InlineData("p_"), InlineData("p_s"), InlineData("p_абв"), InlineData("p_sсто")]
    public async Task A_link_that_nobody_has_made_says_so(string link)
    {
        await using var world = await World.Open(cluster);
        var maria = await world.Works(7, Ivanova, elsewhere: true);
        await maria.Types($"/start {link}");
        await maria.Sees("Такой ссылки нет: она скопирована не целиком или её 30 дней прошли.");
        await maria.TapsData(maria.Chat.Last(m => m.FromBot), $"c:rc:0:fix:{link}");
        await world.Idle();
        Assert.StartsWith("Такой ссылки нет", maria.Chat[^1].Text, StringComparison.Ordinal);
        var stranger = world.Visitor(8, "Олег");
        await stranger.Types($"/start {link}");
        await stranger.Sees("Такой ссылки нет");
        await stranger.Taps("Согласен");
        await stranger.Sees("Как вас зовут?");
        Assert.Empty(world.Telegram.Violations);
    }
}
