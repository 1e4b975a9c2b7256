using System.Text;
using Ical.Net;
using MspBot.Sandbox;
using MspBot.Tests.Meetings;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>How a head makes a seminar, changes it, cancels it, and who hears of that.</summary>
public sealed class HeadStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_makes_a_seminar_through_wrong_answers_to_the_end()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await head.Types("/new");
        await head.Sees("Что это будет?");
        await head.Taps("Круглый стол");
        await head.Sees("Как называется");
        await head.Types("Чтение\nи <письмо>");
        await head.Types("30.02");
        await head.Sees("Дня «30.02» не бывает");
        await head.Types("завтра в 25:00");
        await head.Sees("Времени «25:00» не бывает");
        await head.Types("23.11.2026");
        await head.Sees("уже прошло");
        await head.Types("сегодня 9:00");
        await head.Sees("уже прошло");
        await head.Types("завтра в 15");
        await head.Sees("Сколько оно продлится?");
        await head.Types("долго");
        await head.Sees("Не понял длительность");
        await head.Types("5 минут");
        await head.Sees("от 10 минут до 12 часов");
        await head.Types("полтора часа");
        await head.Sees("Сколько мест?");
        await head.Types("0");
        await head.Sees("от 1 до 10000");
        await head.Types("25");
        await head.Sees("Для кого оно?");
        await head.Taps("Пропустить");
        await head.Types("зум");
        await head.Sees("Это не похоже на ссылку");
        await head.Types("https://meet.example.org/j/7");
        await head.Sees("Кто ведёт мероприятие?");
        await head.Taps("(я)");
        await head.Sees("О чём расскажете");
        await head.Taps("Пропустить");
        var summary = await head.Sees("Опубликовать мероприятие?");
        foreach (var answer in (string[])["Чтение и <письмо>", "среда, 25 ноября 2026", "15:00", "1 час 30 минут", "25 мест",
            "https://meet.example.org/j/7"])
            Assert.Contains(answer, summary);

        await head.Taps("Опубликовать");
        await head.Sees("Запись открыта, осталось 25 мест");
        await head.SeesButton("Позвать коллегу");
        await anna.Types("/events");
        await anna.Taps("Чтение и <письмо>");
        var card = await anna.Sees("ср, 25 ноября, 15:00–16:30");
        Assert.Contains("Ведёт: Смирнова Вера Павловна", card);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_draft_is_published_later()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Types("Тихий черновик");
        await head.Types("12.06.2027 15:00");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Sees("По какой ссылке");
        await head.Taps("Пропустить");
        await head.Sees("Кто ведёт мероприятие?");
        await head.Taps("(я)");
        await head.Sees("О чём расскажете");
        await head.Taps("Пропустить");
        await head.Sees("❗ суббота, 12 июня 2027 — выходной или праздничный день. ❗ Ссылки для подключения пока нет");
        await head.Taps("Черновик");
        await head.Sees("Черновик: его видят только руководители");
        await head.Sees("❗ суббота, 12 июня 2027 — выходной или праздничный день");
        await anna.Types("/events");
        await anna.Sees("Пока ничего не запланировано");

        await head.Types("/events");
        await head.Taps("Черновики");
        await head.Taps("Тихий черновик");
        await head.Taps("Опубликовать");
        await head.Sees("места без ограничений");
        await anna.Types("/events");
        await anna.Sees("места без ограничений");
        await anna.Taps("Тихий черновик");
        await anna.SeesButton("Записаться");
    }

    [Fact]
    public async Task A_head_who_puts_a_seminar_on_a_holiday_hears_that_it_is_one_before_it_is_published_or_moved()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await head.DescribesUpToLeader("1.01.2027 15:00");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        Assert.Contains("❗ пятница, 1 января 2027 — выходной или праздничный день.", await head.Sees("Опубликовать мероприятие?"));
        await head.Taps("Опубликовать");
        await head.Taps("Изменить");
        await head.Taps("Дата и время");
        await head.Types("11.01.2027 15:00");
        Assert.DoesNotContain("выходной", await head.Sees("Сохранить изменение?"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_form_whose_time_has_passed_meanwhile_asks_for_the_time_again()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Types("Срочно");
        await head.Types("сегодня 10:30");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Sees("По какой ссылке");
        await head.Taps("Пропустить");
        await head.Sees("Кто ведёт мероприятие?");
        await head.Taps("(я)");
        await head.Sees("О чём расскажете");
        await head.Taps("Пропустить");
        await head.Sees("Опубликовать мероприятие?");
        await world.Pass(TimeSpan.FromHours(1));
        await head.Taps("Опубликовать");
        await head.Sees("Время начала уже прошло");
        await head.Types("сегодня 18:00");
        await head.Sees("Опубликовать мероприятие?");
        await head.Taps("Опубликовать");
        await head.Sees("вт, 24 ноября, 18:00–19:00");
    }

    [Fact]
    public async Task A_teacher_cannot_make_a_seminar()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Types("/new");
        await anna.Sees("недоступно");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
        Assert.DoesNotContain(anna.Chat.SelectMany(m => m.Buttons).SelectMany(r => r), b => b.Label == "Новое мероприятие");
    }

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

    [Fact]
    public async Task At_night_the_seat_does_not_wait_but_the_message_does()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await boris.Sees("место в очереди: 1");
        await world.Pass(TimeSpan.FromHours(13));   // 23:00

        await anna.GivesBack();
        await world.Idle();
        Assert.Equal(1, await world.Count("Confirmed"));
        await boris.DoesNotSee("Освободилось");
        await world.Pass(TimeSpan.FromHours(8.5));  // 07:30
        await boris.DoesNotSee("Освободилось");
        await world.Pass(TimeSpan.FromHours(0.5));  // 08:00
        await boris.Sees("Освободилось место, вы записаны");
    }

    [Fact]
    public async Task Shortly_before_the_start_the_message_goes_at_any_time()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(12));   // 22:00
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromHours(11));   // 21:00

        await anna.GivesBack();
        await boris.Sees("Освободилось место. Оно достанется первому");
        await boris.Taps("Беру место");
        await boris.Sees("Вы записаны");
    }

    [Fact]
    public async Task A_seat_given_back_at_night_is_not_promised_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris, vera) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        foreach (var one in (Visitor[])[boris, vera])
        {
            await one.SignsUp("В лист ожидания");
            await world.Idle();
        }
        await world.Pass(TimeSpan.FromHours(13));   // 23:00
        await anna.GivesBack();
        await world.Idle();
        await boris.Types("/my");
        await boris.Taps("01.12 10:00");
        await boris.GivesBack();
        await world.Pass(TimeSpan.FromHours(9));
        Assert.DoesNotContain(boris.Chat, m => m.Text.Contains("Освободилось", StringComparison.Ordinal));
        await vera.Sees("Освободилось место, вы записаны");
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_their_seat_to_the_first_in_line()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Head();
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await boris.Sees("место в очереди: 1");

        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await boris.Sees("Освободилось место, вы записаны");
        Assert.Equal((1, 1), (await world.Count("Confirmed"), await world.Count("Cancelled")));
    }
}

internal static class HeadDeeds
{
    /// <summary>«Изменить» and a field, from the list of events.</summary>
    internal static async Task Changes(this Visitor head, string field)
    {
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Изменить");
        await head.Sees("Что изменить?");
        await head.Taps(field);
    }
}
