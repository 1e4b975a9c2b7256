using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>«В 3» is more often the afternoon than the night: wherever a time is typed, the bot asks.</summary>
public sealed class TypedHourStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Theory]
    [InlineData("завтра в 3", "ср, 25 ноября: 15:00 или 03:00?", "15:00", 15)]
    [InlineData("завтра в 3", "ср, 25 ноября: 15:00 или 03:00?", "03:00", 3)]
    [InlineData("завтра 23:30", "ср, 25 ноября: 11:30 или 23:30?", "23:30", 23)]
    [InlineData("завтра 03:00", "ср, 25 ноября: 15:00 или 03:00?", "15", 15)]
    public async Task A_day_with_a_doubtful_hour_is_asked_about_and_the_question_survives_a_restart(
        string typed, string question, string answer, int hour)
    {
        await using var world = await cluster.Demo(log);
        var anna = await AtTheDay(world);
        await anna.Types(typed);
        await anna.Sees(question);
        await world.RestartBot();
        if (answer.Contains(':', StringComparison.Ordinal)) await anna.Taps(answer);
        else await anna.Types(answer);
        await anna.Sees("Заметка?");
        await anna.Taps("Пропустить");
        Assert.Contains("День: среда, 25 ноября 2026", await anna.Sees("Всё верно?"), StringComparison.Ordinal);
        await anna.Taps("Всё верно");
        await anna.Sees("Готово");
        Assert.Equal(hour, log.Done.Single().When.ToOffset(TimeSpan.FromHours(3)).Hour);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_typed_hour_alone_is_asked_about_too_and_said_back_with_its_day()
    {
        await using var world = await cluster.Demo(log);
        var anna = await AtTheDay(world);
        await anna.Taps("ср, 25 ноября");
        await anna.Sees("В какое время?");
        await anna.Types("в 4");
        await anna.Sees("ср, 25 ноября: 16:00 или 04:00?");
        await anna.Taps("← Назад");
        await anna.Sees("В какое время?");
        await anna.Types("4:30");
        await anna.Taps("16:30");
        await anna.Sees("Заметка?");
        await anna.Taps("← Назад");
        await anna.Types("17:15");
        await anna.Sees("Время: ср, 25 ноября, 17:15");
    }

    [Theory]
    [InlineData("завтра в 15")]
    [InlineData("завтра в 3 дня")]
    [InlineData("завтра в 8 вечера")]
    [InlineData("завтра в 3 ночи")]
    public async Task An_hour_that_can_be_but_one_is_taken_at_once(string typed)
    {
        await using var world = await cluster.Demo(log);
        var anna = await AtTheDay(world);
        await anna.Types(typed);
        await anna.Sees("День: ср, 25 ноября, ");
        await anna.Sees("Заметка?");
    }

    [Fact]
    public async Task Of_two_meanings_one_of_which_is_past_the_other_is_meant()
    {
        await using var world = await cluster.Demo(log);
        var anna = await AtTheDay(world);
        await anna.Types("сегодня в 3");
        await anna.Sees("День: вт, 24 ноября, 15:00");
    }

    [Fact]
    public async Task A_press_twice_or_on_an_older_copy_of_the_question_does_nothing_twice()
    {
        await using var world = await cluster.Demo(log);
        var anna = await AtTheDay(world);
        await anna.Types("завтра в 3");
        var asked = await anna.SeesMessage("15:00 или 03:00?");
        await anna.TapsOn(asked, "15:00");
        await anna.Sees("Заметка?");
        await anna.TapsOn(asked, "03:00");
        await anna.Taps("Пропустить");
        Assert.Contains("Время: 15:00", await anna.Sees("Всё верно?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teachers_own_time_is_asked_about()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await anna.AsksUpToDay();
        await anna.Taps("Предложить своё время");
        await anna.Types("завтра в 5");
        await anna.Sees("ср, 25 ноября: 17:00 или 05:00?");
        await anna.Taps("17:00");
        await anna.Taps("Достаточно");
        Assert.Contains("ср, 25 ноября, 17:00", await anna.Sees("Отправить заявку?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tutors_hours_are_asked_about()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorAtOnce(7);
        await tutor.Types("/hours");
        await tutor.Taps("Добавить часы");
        await tutor.Taps("Вторник");
        await tutor.Taps("Готово (1)");
        await tutor.Types("с 3 до 5");
        await tutor.Sees("15:00–17:00 или 03:00–05:00?");
        await tutor.Taps("15:00–17:00");
        await tutor.Sees("Добавлено: Вт 15:00–17:00");
        Assert.Equal("2 900–1020", await world.AllHours());
    }

    private static async Task<Sandbox.Visitor> AtTheDay(World world)
    {
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Taps("Город 1");
        await anna.Taps("Пн");
        await anna.Taps("Готово (1)");
        await anna.Sees("Какой день?");
        return anna;
    }
}
