using MspBot.Sandbox;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Events;

/// <summary>Somebody who is not registered comes by a colleague's link, and what a colleague sends.</summary>
public sealed class EventLinkStories(TestCluster cluster)
{
    [Fact]
    public async Task A_stranger_reads_what_it_is_before_they_are_asked_for_consent()
    {
        await using var world = await World.Open(cluster);
        await world.Head();
        var id = await world.Seminar();
        await world.Sql<int>("update seminar set audience = 'учителя истории'");
        var anna = world.Visitor(7, "Анна");
        await anna.Types($"/start e_{id}");
        var preview = (await anna.SeesMessage("Вас приглашают на мероприятие")).Text;
        foreach (var part in (string[])["Читательская грамотность", "вт, 1 декабря, 10:00–11:30", "Ведёт: Смирнова Вера Павловна",
            "Для кого: учителя истории"]) Assert.Contains(part, preview);
        await anna.Sees("закон 152-ФЗ");
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("meet.example.org", StringComparison.Ordinal));
        Assert.Contains("152-ФЗ", anna.Chat[^1].Text);

        var boris = world.Visitor(8, "Борис");
        await world.Sql<int>("update seminar set state = 'Cancelled', cancel_reason = 'Болеет Иванов'");
        await boris.Types($"/start e_{id}");
        Assert.DoesNotContain("Иванов", (await boris.SeesMessage("Мероприятие отменено")).Text);
        await world.Sql<int>("update seminar set state = 'Draft', published_at = null");
        foreach (var link in (string[])[$"e_{id}", "e_999", "e_'"])
        {
            var vera = world.Visitor(9, "Вера");
            await vera.Types($"/start {link}");
            await vera.Sees("152-ФЗ");
            Assert.DoesNotContain(vera.Chat, m => m.Text.Contains("грамотность", StringComparison.Ordinal));
        }
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task An_invitation_holds_no_instruction_and_is_sent_by_one_tap()
    {
        await using var world = await World.Open(cluster);
        await world.Head();
        var anna = await world.Teacher(1);
        var id = await world.Seminar();
        await anna.SignsUp();
        await anna.Taps("Позвать коллегу");
        var invitation = (await anna.SeesMessage("Приглашаю на мероприятие")).Text;
        Assert.Contains($"https://t.me/msp_sandbox_bot?start=e_{id}", invitation);
        Assert.DoesNotContain("ерешлите", invitation);
        await anna.Sees("перешлите следующее сообщение");
        await anna.SeesButton("Отправить коллеге");
        Assert.Equal(invitation, anna.Chat[^1].Text);
    }

    [Fact]
    public async Task A_link_without_its_beginning_is_understood()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Seminar();
        foreach (var (typed, kept) in ((string, string?)[])[("zoom.us/j/123", "https://zoom.us/j/123"), ("http://a.ru/1", "http://a.ru/1"),
                     ("telemost.yandex.ru/j/5?x=1", "https://telemost.yandex.ru/j/5?x=1"), ("пришлю позже", null), ("anna@mail.ru", null),
                     ("ftp://a.ru", null)])
        {
            await head.Changes("Ссылка");
            await head.Types(typed);
            if (kept is null)
            {
                await head.Sees("Это не похоже на ссылку");
                await head.Types("/cancel");
                continue;
            }
            await head.Taps("Всё верно");
            await head.Sees("Изменено");
            Assert.Equal(kept, await world.Sql<string>("select join_link from seminar"));
        }
    }
}
