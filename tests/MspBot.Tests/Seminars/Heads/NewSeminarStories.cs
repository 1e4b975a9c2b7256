using MspBot.Tests.Meetings;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>How a head makes a seminar, at once or by way of a draft.</summary>
public sealed class NewSeminarStories(TestCluster cluster)
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
}
