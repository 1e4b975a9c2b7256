using System.Text;
using Ical.Net;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>How a head changes and cancels a seminar, and who hears of that.</summary>
public sealed class SeminarChangeStories(TestCluster cluster)
{
    [Fact]
    public async Task A_new_time_is_told_once_to_all_who_have_a_place()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris, vera) =
            (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await vera.Types("/events");

        await head.Changes("Дата и время");
        await head.Types("02.12 16:00");
        await head.Sees("О нём узнают все, кто записан: 2 человека");
        await head.Taps("Всё верно");
        await head.Sees("Изменено. Об этом узнают 2 человека.");
        await head.TapsAgain();

        var told = await anna.SeesMessage("Изменилось время");
        Assert.Contains("Было: вт, 1 декабря, 10:00–11:30", told.Text);
        Assert.Contains("Стало: ср, 2 декабря, 16:00–17:30", told.Text);
        await boris.Sees("Изменилось время");
        await boris.DoesNotSee("meet.example.org");
        await vera.DoesNotSee("Изменилось время");
        Assert.Single(anna.Chat, m => m.Text.Contains("Изменилось время", StringComparison.Ordinal));

        await anna.TapsOn(told, "В календарь");
        var entry = Assert.Single(Calendar.Load(Encoding.UTF8.GetString((await anna.SeesFile(".ics")).Bytes.Span))!.Events);
        Assert.Equal((1, World.Morning.AddDays(8).AddHours(6).UtcDateTime), (entry.Sequence, entry.DtStart!.AsUtc));
    }

    [Fact]
    public async Task A_cancellation_is_told_to_all_with_its_reason()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris) = (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");

        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Отменить мероприятие");
        await head.Types("Тьютор <заболел>");
        await head.Sees("Об этом узнают все, кто записан: 2 человека");
        await head.Taps("Да, отменить мероприятие");
        await head.Sees("Мероприятие отменено. Об этом узнают 2 человека");

        foreach (var one in (Visitor[])[anna, boris])
        {
            var told = await one.SeesMessage("Мероприятие отменено");
            Assert.Contains("Причина: Тьютор <заболел>", told.Text);
            await one.SeesButton("Посмотреть другие мероприятия");
        }
        await anna.Types("/my");
        await anna.Sees("Вы пока никуда не записаны");
        await anna.Taps("Прошедшие");
        await anna.Sees("❌ отменено");
        await head.Taps("← К списку");
        await head.Taps("Отменённые");
        await head.Sees(SeminarCast.Title);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_thousand_are_told_once_each_and_the_head_does_not_wait_for_it()
    {
        await using var world = await World.Open(cluster);
        var (head, id) = (await world.Head(), await world.Seminar(seats: null));
        await world.Sql<long>($"""
            with person as (
                insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                select 10000 + n, 'Петрова Анна Ивановна', (select min(id) from school), 'учитель', {world.Now}, {world.Now}
                    from generate_series(1, 1001) n
                returning id, chat_id
            )
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at) select {id}, id, 'Confirmed', {world.Now},
                {world.Now} from person
            """);
        await world.Sql<int>("update person set reachable = false where chat_id = 10001");

        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Отменить мероприятие");
        await head.Sees("Почему отменяем?");
        await head.Taps("Пропустить");
        await head.Taps("Да, отменить мероприятие");
        await head.Sees("узнают 1000 человек");
        Assert.Equal(1000, await world.Sql<int>($"select count(*) from outbox where dedup like 'seminar:{id}:v2:%'"));
    }

    [Fact]
    public async Task More_seats_go_to_those_who_wait_and_fewer_than_seated_are_refused()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        Visitor[] all = [await world.Teacher(1), await world.Teacher(2), await world.Teacher(3), await world.Teacher(4)];
        var id = await world.Seminar(seats: 1);
        foreach (var one in all)
        {
            await one.SignsUp(one == all[0] ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }

        await head.Changes("Места");
        await head.Types("3");
        await head.Sees("Изменено");
        await all[1].Sees("Освободилось место, вы записаны");
        await all[2].Sees("Освободилось место, вы записаны");
        await all[3].DoesNotSee("Освободилось");

        await head.Changes("Места");
        await head.Types("2");
        await head.Sees("Уже записано: 3 человека");
        await head.Taps("Без ограничения");
        await all[3].Sees("Освободилось место");
        Assert.Equal(4, await world.Count("Confirmed"));
        Assert.Null(await world.Sql<string>($"select seats::text from seminar where id = {id}"));
    }

    [Fact]
    public async Task A_change_that_another_head_was_quicker_with_is_not_saved()
    {
        await using var world = await World.Open(cluster);
        var (head, other) = (await world.Head(), await world.Head(chat: 77));
        await world.Seminar();
        await head.Changes("Название");
        await head.Sees("Как называется");
        await other.Changes("Для кого");
        await other.Types("Все учителя");
        await other.Sees("Изменено");

        await head.Types("Другое название");
        await head.Sees("мероприятие изменил кто-то другой");
        await head.Taps("Открыть мероприятие");
        await head.Sees("Для кого: Все учителя");
        Assert.Equal(SeminarCast.Title, await world.Sql<string>("select title from seminar"));
    }

    [Fact]
    public async Task Every_field_can_be_changed_and_taken_away()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Seminar();
        foreach (var (field, typed) in ((string, string)[])[("Название", "Новое название"), ("Длительность", "2 часа"),
            ("Для кого", "Историки"),
                     ("Ссылка", "https://new.example.org/x"), ("Описание", "Коротко")])
        {
            await head.Types("/events");
            await head.Taps("01.12 10:00");
            await head.Taps("Изменить");
            await head.Taps(field);
            await head.Types(typed);
            if (field is "Название" or "Длительность" or "Ссылка") await head.Taps("Всё верно");
            await head.Sees("Изменено");
        }
        Assert.Equal("Новое название|Историки|https://new.example.org/x|Коротко|02:00:00|6",
            await world.Sql<string>(
            "select concat_ws('|', title, audience, join_link, description, ends_at - starts_at, version) from seminar"));

        await head.Taps("Изменить");
        await head.Taps("Ссылка");
        await head.Taps("Убрать ссылку");
        await head.Taps("Всё верно");
        await head.Sees("Изменено");
        Assert.Null(await world.Sql<string>("select join_link from seminar"));
    }

    [Fact]
    public async Task The_head_sees_who_is_signed_up()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Seminar(seats: 11);
        for (var n = 1; n <= 12; n++)
        {
            var one = await world.Teacher(n, $"Учитель{n} Анна Ивановна".Replace("0", "о"));
            await one.SignsUp(n <= 11 ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Кто записан: 11, ждут: 1");
        await head.Sees("1. Учитель1 Анна Ивановна, Школа № 1");
        await head.Taps("›");
        await head.Sees("11. Учитель11");
        await head.Sees("Ждёт, 1-й: Учитель12");
    }
}
