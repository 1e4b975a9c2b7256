using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Attendance;

/// <summary>What is handed out after a meeting, and to whom.</summary>
public sealed class MaterialStories(TestCluster cluster)
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    [Fact]
    public async Task A_file_goes_to_those_who_came_at_once_and_to_the_others_with_the_question()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris, vera) =
            (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        var id = await world.Seminar(seats: 5, startsIn: TwoHours);
        foreach (var one in (Visitor[])[anna, boris])
        {
            await one.SignsUp();
            await one.Sees("Вы записаны");
        }
        await vera.Types("/menu");
        await world.Pass(TwoHours);
        await anna.TapsData(anna.Chat[^1], $"c:s:{id}:enter");
        await world.Pass(TimeSpan.FromMinutes(90));

        await head.Types($"/start e_{id}");
        await head.Taps("Добавить материал");
        await head.Sees("Что отправить участникам?");
        await head.SendsSticker();
        await head.Sees("Здесь нужен ответ");
        await head.SendsDocument("Задания <ВПР>.pdf", [1, 2, 3]);
        await head.Sees("Материал: Задания <ВПР>.pdf");
        await head.Taps("Отправить");
        await head.Sees("Материал добавлен, получат: 1 человек");
        await head.TapsAgain();
        Assert.Equal([1, 2, 3], (await anna.SeesFile("Задания <ВПР>.pdf")).Bytes.ToArray());
        await boris.DoesNotSee("Материал мероприятия");

        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromHours(4));
        var asked = boris.Chat.Single(m => m.Text.Contains("Жаль", StringComparison.Ordinal));
        var given = boris.Chat.Single(m => m.Text.Contains("Материал мероприятия", StringComparison.Ordinal));
        Assert.True(given.Id > asked.Id, "the question comes first");
        Assert.Single(anna.Chat, m => m.Text.Contains("Материал мероприятия", StringComparison.Ordinal));
        Assert.DoesNotContain(vera.Chat, m => m.Text.Contains("Материал", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_link_of_a_recording_reaches_whoever_is_marked_later()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var id = await world.Seminar(startsIn: TwoHours);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TwoHours);
        await head.Types($"/start e_{id}");
        await head.Taps("Добавить материал");
        await head.Types("запись");
        await head.Sees("Это не похоже на ссылку");
        await head.Types("https://disk.yandex.ru/i/abc?a=1&b=2");
        await head.Types("Запись встречи");
        await head.Taps("Отправить");
        await head.Sees("Отметьте, кто был: они получат его сразу");

        await head.Types($"/start e_{id}");
        await head.Taps("Кто был");
        await head.Taps("Был(а): Петрова");
        await world.RunJobs();
        await anna.Sees("https://disk.yandex.ru/i/abc?a=1&b=2");
        await anna.SeesButton("Открыть");
        await world.RunJobs();
        Assert.Single(anna.Chat, m => m.Text.Contains("Запись встречи", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_is_sent_on_as_a_picture()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var id = await world.Seminar(startsIn: TwoHours);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TwoHours);
        await anna.TapsData(anna.Chat[^1], $"c:s:{id}:enter");
        await head.Types($"/start e_{id}");
        await head.Taps("Добавить материал");
        await head.SendsPhoto("доска");
        await head.Types("Доска");
        await head.Taps("Отправить");
        await anna.Sees("Материал мероприятия");
        Assert.Equal("photo", anna.Chat[^1].Kind);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_teacher_cannot_add_anything()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        var id = await world.Seminar(startsIn: TimeSpan.FromMinutes(-10));
        await anna.Types("/menu");
        await anna.TapsData(anna.Chat[^1], $"n:attach:{id}");
        await anna.Sees("Этого больше нет");
        await anna.SendsDocument("a.pdf", [1]);
        await anna.Sees("Добавить в библиотеку?");
        Assert.Equal(0, await world.Sql<int>("select count(*) from material"));
    }
}
