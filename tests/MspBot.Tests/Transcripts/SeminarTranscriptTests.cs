using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>A seminar as its head and those who come to it read it.</summary>
public sealed class SeminarTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task A_new_seminar_changed_and_cancelled_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var head = await SeminarCast.Head(world);
        var reader = new Reader(world);
        await reader.Types(head, "/new");
        await reader.Taps(head, "Круглый стол");
        await reader.Types(head, "Функциональная грамотность");
        await reader.Types(head, "вчера");
        await reader.Taps(head, "Календарь");
        await reader.Taps(head, "Ближайшие дни");
        await reader.Types(head, "завтра в 15");
        await reader.Taps(head, "1 час 30 минут");
        await reader.Types(head, "2");
        await reader.Types(head, "все желающие");
        await reader.Types(head, "ссылка");
        await reader.Taps(head, "Пропустить");
        await reader.Taps(head, "(я)");
        await reader.Types(head, "Обсудим задания PISA.");
        await reader.Taps(head, "Опубликовать");
        await anna.Types("/start e_1");
        await anna.Taps("Записаться");
        await world.Idle();
        await reader.Taps(head, "Изменить");
        await reader.Taps(head, "Дата и время");
        await reader.Types(head, "27.11 16:00");
        await reader.Taps(head, "Всё верно");
        await reader.Taps(head, "Отменить мероприятие");
        await reader.Taps(head, "Пропустить");
        await reader.Taps(head, "Да, отменить мероприятие");
        Approved.Check("journey-new-seminar", reader.Text);
    }

    [Fact]
    public async Task Signing_up_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7);
        await world.Seminar(seats: 25);
        var reader = new Reader(world);
        await reader.Types(anna, "/start");
        await reader.Taps(anna, "Мероприятия");
        await reader.Taps(anna, "Читательская");
        await reader.Taps(anna, "Записаться");
        await reader.Taps(anna, "В календарь");
        await reader.Taps(anna, "Позвать коллегу");
        await reader.Types(anna, "/my");
        await reader.Types(anna, "/menu");
        await reader.Taps(anna, "Открыть мероприятие");
        await reader.Taps(anna, "Отменить запись");
        await reader.Taps(anna, "Вернуть запись");
        await reader.Taps(anna, "Отменить запись");
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(2)));
        await reader.Types(anna, "/my");
        await reader.Types(head, "/events");
        await reader.Taps(head, "Читательская");
        await reader.Taps(head, "Кто записан");
        Approved.Check("journey-sign-up", reader.Text);
    }

    [Fact]
    public async Task A_full_seminar_its_line_and_a_freed_seat_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        var vera = await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(boris, "/events");
        await reader.Taps(boris, "Читательская");
        await reader.Taps(boris, "В лист ожидания");
        await reader.Types(vera, "/start e_1");
        await reader.Taps(vera, "В лист ожидания");
        await reader.Taps(vera, "Выйти из листа");
        await reader.Taps(anna, "Отменить запись");
        await reader.Taps(anna, "Отменить запись");
        Approved.Check("journey-waiting-list", reader.Text);
    }

    [Fact]
    public async Task A_seat_freed_late_and_two_things_at_one_time_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        var vera = await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        await world.Seminar(startsIn: TimeSpan.FromHours(3), title: "Функциональная грамотность");
        await anna.SignsUp();
        foreach (var one in (Visitor[])[boris, vera])
        {
            await world.Idle();
            await one.SignsUp("В лист ожидания");
        }
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(anna, "/events");
        await reader.Taps(anna, "Функциональная");
        await reader.Taps(anna, "Записаться");
        await reader.Taps(anna, "Всё равно записаться");
        await reader.Types(anna, "/my");
        await reader.Taps(anna, "24.11 12:00");
        await reader.Taps(anna, "Отменить запись");
        await reader.Taps(anna, "Отменить запись");
        await reader.Taps(vera, "Беру место");
        Approved.Check("journey-late-seat", reader.Text);
    }

    [Fact]
    public async Task From_the_reminder_to_the_day_after_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        head.StartedEarlier();
        await world.Seminar(seats: 25);
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(5), title: "Функциональная грамотность");
        foreach (var one in (Visitor[])[anna, boris]) await one.SignsUp();
        await anna.Types("/events");
        await anna.Taps("Функциональная");
        await anna.Taps("Записаться");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(() => world.Pass(TimeSpan.FromDays(6)));
        await reader.Act(() => world.Pass(TimeSpan.FromHours(23)));
        await reader.Act(() => anna.TapsOn(anna.Chat[^1], "Подключиться"));
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(50)));
        await reader.Act(() => anna.TapsOn(anna.Chat[^1], "Подключиться"));
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(100)));
        await reader.Taps(head, "Кто был");
        await reader.Taps(head, "← К мероприятию");
        await reader.Taps(head, "Добавить материал");
        await reader.Act(() => head.SendsDocument("Задания ВПР.pdf", [1]));
        await reader.Taps(head, "Отправить");
        await reader.Act(() => world.Pass(TimeSpan.FromHours(22)));
        await reader.Taps(boris, "Забыл(а)");
        Approved.Check("journey-reminders", reader.Text);
    }
}
