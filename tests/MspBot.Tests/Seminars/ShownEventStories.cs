using MspBot.Sandbox;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars;

/// <summary>Cards sent earlier keep to what is true; a waiting list does not end in silence.</summary>
public sealed class ShownEventStories(TestCluster cluster)
{
    [Fact]
    public async Task Earlier_cards_follow_a_move_a_new_link_and_a_cancellation()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, vera) = (await world.Head(), await world.Teacher(1), await world.Teacher(3, "Белова Вера Олеговна"));
        await world.Seminar();
        await anna.SignsUp();
        var seated = await anna.SeesMessage("Вы записаны");
        await vera.Types("/events");
        await vera.Taps(SeminarCast.Label);
        var looked = await vera.SeesMessage("Запись открыта");

        await head.Changes("Дата и время");
        await head.Types("02.12 16:00");
        await head.Taps("Всё верно");
        await anna.SeesMessage("Изменилось время");
        await world.Idle();
        Assert.Contains("ср, 2 декабря, 16:00–17:30", Now(anna, seated));
        Assert.Contains("✅ Вы записаны", Now(anna, seated));
        Assert.Contains("ср, 2 декабря, 16:00–17:30", Now(vera, looked));
        await vera.DoesNotSee("Изменилось время");

        await head.Taps("Отменить мероприятие");
        await head.Taps("Пропустить");
        await head.Taps("Да, отменить мероприятие");
        await world.Idle();
        foreach (var (who, card) in ((Visitor, ChatMessage)[])[(anna, seated), (vera, looked)]) Assert.Contains("Мероприятие отменено",
            Now(who, card));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_card_of_whoever_waited_says_that_they_have_a_seat()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris, vera) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"),
            await world.Teacher(3, "Белова Вера Олеговна"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        var waits = await boris.SeesMessage("место в очереди: 1");
        await vera.SignsUp("В лист ожидания");
        var behind = await vera.SeesMessage("место в очереди: 2");
        await anna.GivesBack();
        await boris.Sees("Освободилось место, вы записаны");
        await world.Idle();
        Assert.Contains("✅ Вы записаны", Now(boris, waits));
        Assert.Contains("место в очереди", Now(vera, behind));
    }

    [Fact]
    public async Task A_card_that_is_brought_up_to_date_late_does_not_say_what_was_before_its_readers_own_press()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        var earlier = await boris.SeesMessage("место в очереди: 1");
        await boris.Types("/start e_1");
        var later = await boris.SeesMessage("место в очереди: 1");

        // What is told to others waits; answers do not.
        await world.Sql<string>("update pace set paused_until = clock_timestamp() + interval '9 minutes'");
        await anna.GivesBack();
        await anna.SeesButton("В лист ожидания");
        Assert.Equal(3, await world.Sql<int>("select count(*) from outbox where chat_id = 2 and done_at is null"));
        await boris.TapsOn(later, "Выйти из листа");
        await boris.Sees("Запись отменена");
        await world.Sql<string>("update pace set paused_until = clock_timestamp()");
        await world.Idle();
        Assert.Contains("Вернуть запись",
            string.Join(" ", boris.Chat.Single(m => m.Id == earlier.Id).Buttons.SelectMany(row => row).Select(b => b.Label)));
        Assert.DoesNotContain("Вы записаны", Now(boris, earlier));
        await boris.DoesNotSee("Освободилось место");
    }

    [Fact]
    public async Task Who_still_waits_at_the_start_hears_once_of_all_that_begins_and_gets_its_materials()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris) = (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        foreach (var title in (string[])["Читательская грамотность", "Читательская грамотность в цифрах"])
            await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(4), title: title);
        boris.StartedEarlier();
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select s.id, p.id, case when p.chat_id = 1 then 'Confirmed' else 'Waitlisted' end, {world.Now}, case
                when p.chat_id = 1 then {world.Now} end
            from seminar s, person p where p.chat_id in (1, 2)
            """);
        await world.Pass(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        var told = Assert.Single(boris.Chat, m => m.Text.Contains("места вам не достались", StringComparison.Ordinal));
        Assert.Contains("вт, 24 ноября, 14:00 — Читательская грамотность в цифрах", told.Text);
        await boris.SeesButton("Посмотреть другие мероприятия");
        await world.RunJobs();
        await world.Pass(TimeSpan.FromHours(1));
        Assert.Single(boris.Chat, m => m.Text.Contains("вам не достал", StringComparison.Ordinal));
        await anna.DoesNotSee("вам не достал");

        await head.Types("/menu");
        await head.Taps("Веду");
        await head.Taps("24.11 14:00 · Читательская…");
        await head.Taps("Добавить материал");
        await head.Types("disk.yandex.ru/i/abc");
        await head.Types("Запись мероприятия");
        await head.Taps("Отправить");
        await boris.Sees("https://disk.yandex.ru/i/abc");
    }

    [Fact]
    public async Task After_a_change_cards_keep_an_open_offer_and_the_place_in_line()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var all = new Visitor[5];
        for (var n = 0; n < all.Length; n++) all[n] = await world.Teacher(n + 1);
        var id = await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        var cards = new ChatMessage[all.Length];
        for (var n = 0; n < all.Length; n++)
        {
            await all[n].SignsUp(n == 0 ? "Записаться" : "В лист ожидания");
            cards[n] = await all[n].SeesMessage(n == 0 ? "Вы записаны" : $"место в очереди: {n}");
        }
        await all[0].GivesBack();
        var offer = await all[1].SeesMessage("Освободилось место. Оно достанется первому");

        await head.Changes("Название");
        await head.Types("Читательская площадка");
        await head.Taps("Всё верно");
        await all[4].SeesMessage("Изменилось название");
        await world.Idle();
        Assert.Contains("Читательская площадка", Now(all[4], cards[4]));
        Assert.Contains("место в очереди: 4", Now(all[4], cards[4]));
        // The earlier offer and the news of the change: the seat can be taken from both.
        foreach (var card in (ChatMessage[])[offer, all[1].Chat[^1]])
            Assert.Contains(all[1].Chat.Single(m => m.Id == card.Id).Buttons.SelectMany(r => r), b => b.Label == "Беру место");
        await all[1].TapsOn(all[1].Chat[^1], "Беру место");
        await all[1].Sees("Вы записаны");
        Assert.Equal(1, await world.Sql<int>($"select seated from seminar where id = {id}"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_card_of_whoever_gets_one_of_more_seats_says_so()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris) = (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        var waits = await boris.SeesMessage("место в очереди: 1");
        await head.Changes("Места");
        await head.Types("2");
        await head.Sees("Изменено");
        await boris.Sees("Освободилось место, вы записаны");
        await world.Idle();
        Assert.Contains("✅ Вы записаны", Now(boris, waits));
    }

    private static string Now(Visitor who, ChatMessage card) => who.Chat.Single(m => m.Id == card.Id).Text;
}
