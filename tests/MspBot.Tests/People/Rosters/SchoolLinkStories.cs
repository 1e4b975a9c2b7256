using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.People.Rosters;

/// <summary>«Одной ссылкой»: the school is chosen, all else is asked as of anybody.</summary>
public sealed class SchoolLinkStories(TestCluster cluster)
{
    [Fact]
    public async Task One_link_brings_everybody_to_the_school()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var link = await Link(head);
        var letter = head.Chat.Last(m => m.FromBot);
        Assert.Contains("Школа № 500 приглашает своих педагогов", letter.Text, StringComparison.Ordinal);
        Assert.True(letter.File is { Name: "invitation.png", Bytes.Length: > 100 });
        Phone.Holds(letter);

        foreach (var chat in (long[])[7, 8])
        {
            var maria = world.Visitor(chat, "Мария");
            await maria.Types($"/start {link}");
            await maria.Sees("Вас приглашает Школа № 500.");
            await maria.Taps("Согласен");
            await maria.Sees("Как вас зовут?");
            await maria.Types(Ivanova);
            await maria.Sees("Кем вы работаете?");
            await maria.Taps("Учитель");
            await maria.Taps("Математика");
            await maria.Taps("Готово (1)");
            var summary = await maria.Sees("Проверьте, всё ли верно.");
            Assert.Contains("Школа: Школа № 500", summary, StringComparison.Ordinal);
            if (chat == 8)
            {
                await maria.Taps("Изменить");
                await maria.Taps("Школа: Школа № 500");
                await maria.Taps("МОУ «СОШ № 4»");
            }
            await maria.Taps("Всё верно");
            await maria.Sees("Вы зарегистрированы");
            await maria.Sees("Меню");
        }
        Assert.Equal("Школа № 500|МОУ «СОШ № 4»", await world.Sql<string>(
            "select string_agg(s.name, '|' order by p.chat_id) from person p join school s on s.id = p.school_id where chat_id in (7, 8)"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Somebody_registered_reads_who_they_are_and_may_change_their_school()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var link = await Link(head);
        var maria = await world.Works(7, Ivanova, elsewhere: true);
        await maria.Types($"/start {link}");
        var message = await maria.SeesMessage("Вы уже зарегистрированы: Иванова Мария Петровна, учитель, Школа № 7.");
        Phone.Holds(message);
        await maria.Taps("Сменить школу");
        await maria.Sees("Школа: Школа № 500");
        await maria.Types($"/start {link}");
        await maria.Sees("Всё верно, больше ничего делать не нужно.");
        await head.Types($"/start {link}");
        await head.Sees("Вы уже зарегистрированы: Сидорова Анна Павловна");
    }

    [Fact]
    public async Task A_school_that_is_in_no_list_brings_nobody_to_it()
    {
        await using var world = await World.Open(cluster);
        var unlisted = await world.Sql<long>(
            $"insert into school (name, kind, created_at) values ('Школа дома', 'Other', {world.Now}) returning id");
        var (maria, stranger) = (await world.Works(7, Ivanova, elsewhere: true), world.Visitor(8, "Олег"));
        foreach (var link in (string[])[$"p_s{unlisted}", "p_s4000000000", "p_s999999999999999999"])
        {
            await maria.Types($"/start {link}");
            await maria.Sees("Такой школы в списке нет. Попросите у руководителя школы верную ссылку.");
            await maria.TapsData(maria.Chat.Last(m => m.FromBot), $"c:rc:0:fix:{link}");
            await world.Idle();
            Assert.StartsWith("Такой школы в списке нет.", maria.Chat[^1].Text, StringComparison.Ordinal);
            await stranger.Types($"/start {link}");
            await stranger.Sees("Такой школы в списке нет. Попросите у руководителя школы верную ссылку.");
        }
        await stranger.Taps("Согласен");
        await stranger.Types("Громов Олег");
        await stranger.Sees("Где вы работаете?");
        Assert.Equal("Школа № 7", await world.Sql<string>(
            "select s.name from person p join school s on s.id = p.school_id where chat_id = 7"));
    }

    private static async Task<string> Link(Visitor head)
    {
        await head.Brings();
        await head.Taps("Одной ссылкой");
        return (await head.Sees("Приглашение на стажировочную площадку")).Split("?start=")[1].Trim();
    }
}
