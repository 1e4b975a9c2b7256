using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Deadlines;

/// <summary>«Сообщить, когда появится время»: what the clock and other people's requests bring.</summary>
public sealed class WaitingStories(TestCluster cluster)
{
    private const string News = "Появилось свободное время";

    [Fact]
    public async Task When_the_two_weeks_move_on_to_a_day_with_hours_who_waits_hears_of_it_once_and_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        await world.Sql<int>(
            "insert into tutor_absence (tutor_id, first_day, last_day) select id, '2026-11-24', '2026-12-07' " +
            "from person where chat_id = 5");
        var anna = await SeminarCast.Teacher(world, 1);
        await Waits(anna, "Соколова");
        await world.RunJobs();

        await world.Pass(TimeSpan.FromHours(21));       // 07:00 on the next day: 8 December can be chosen
        Assert.Equal(0, Told(anna));
        world.Clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DueJobs.RunAll(world.Bot.Web.Services)));
        await world.Idle();
        Assert.Equal(1, Told(anna));
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(12));
        Assert.Equal(1, Told(anna));

        await anna.TapsOn(anna.Chat.Last(m => m.Text.Contains(News, StringComparison.Ordinal)), "Выбрать время консультации");
        await anna.Sees("Кого попросить");
        await anna.Taps("Соколова");
        await anna.SeesButton("вт, 8 декабря");
    }

    [Fact]
    public async Task Who_found_none_of_the_times_fit_is_not_told_of_them()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);
        await Waits(anna);
        await world.PassInSteps(TimeSpan.FromDays(4), TimeSpan.FromHours(12));
        Assert.Equal(0, Told(anna));
    }

    [Theory]
    [InlineData(ConsultationCast.TutorName)]
    [InlineData("Любой тьютор")]
    public async Task The_only_time_is_told_of_whenever_a_declined_request_gives_it_back(string whom)
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1),
            await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        await world.Sql<int>("""
            update tutor_hours set to_minute = from_minute + 45;
            delete from tutor_hours where weekday <> 5;
            insert into tutor_absence (tutor_id, first_day, last_day) select id, '2026-11-28', '2026-12-31' from person where chat_id = 5
            """);
        await AsksForFriday();
        await Waits(boris, whom);
        await world.RunJobs();
        Assert.Equal(0, Told(boris));

        await Declines();
        await world.RunJobs();
        Assert.Equal((0, 1), (Told(anna), Told(boris)));

        await AsksForFriday();
        await world.Pass(TimeSpan.FromDays(1));
        await Declines();
        await world.RunJobs();
        Assert.Equal((0, 2), (Told(anna), Told(boris)));

        // Once more on the same day: there was none meanwhile.
        await AsksForFriday();
        await world.Pass(TimeSpan.FromMinutes(1));
        await Declines();
        await world.RunJobs();
        Assert.Equal((0, 3), (Told(anna), Told(boris)));

        // And by a cancellation, which does not wait for the clock.
        await AsksForFriday();
        await tutor.TapsOn(await tutor.SeesMessage("пт, 27 ноября, 14:00"), "Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        await world.Pass(TimeSpan.FromMinutes(1));
        await anna.Taps("Отменить консультацию");
        await anna.Sees("Почему отменяем?");
        await anna.Types("Педсовет");
        await anna.Taps("Да, отменить консультацию");
        await world.Idle();
        Assert.Equal((0, 4), (Told(anna), Told(boris)));
        await world.RunJobs();
        Assert.Equal((0, 4), (Told(anna), Told(boris)));

        async Task AsksForFriday()
        {
            await anna.AsksUpToDay();
            await anna.Taps("пт, 27 ноября");
            await anna.Sees("Во сколько?");
            await anna.Taps("14:00");
            await anna.Sees("Отправить заявку?");
            await anna.Taps("Всё верно");
            await anna.Sees("Заявка отправлена");
        }

        async Task Declines()
        {
            await world.Idle();
            await tutor.TapsOn(tutor.Chat.Last(m => m.Text.Contains("пт, 27 ноября, 14:00", StringComparison.Ordinal)), "Отклонить");
            await tutor.Taps("Это не мой предмет");
            await tutor.Taps("Отклонить заявку");
            await tutor.Sees("Заявка отклонена");
        }
    }

    [Fact]
    public async Task A_head_does_not_read_of_a_request_to_any_tutor_that_its_tutor_will_offer_a_time()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);
        await Waits(anna, "Любой тьютор");
        var news = await head.SeesMessage("Заявка осталась без тьютора");
        Assert.DoesNotContain("тьютор предложит", news.Text, StringComparison.Ordinal);
        await head.Taps("Назначить");
        await head.Taps("Открыть консультацию");
        Assert.DoesNotContain("тьютор предложит", await head.Sees("Заявка ждёт: руководитель подберёт тьютора"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_told_of_hours_alone_is_not_told_again_when_others_wait_as_well_on_the_same_day()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1),
            await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        await world.Sql<int>("delete from tutor_hours");
        await Waits(anna, "Любой тьютор");
        await Waits(anna, "Любой тьютор", "Дроби");
        await tutor.AddsHours("Среда", "15-17");
        await world.Idle();
        Assert.StartsWith("Появилось свободное время для 2 заявок", anna.Chat[^1].Text, StringComparison.Ordinal);
        await Waits(anna, "Любой тьютор", "Проценты");
        await Waits(boris, "Любой тьютор");
        await tutor.AddsHours("Пятница", "15-17");
        await world.Idle();
        Assert.Equal((2, 1), (Told(anna), Told(boris)));
        Assert.Contains("Тема: Проценты", anna.Chat[^1].Text, StringComparison.Ordinal);
    }

    private static async Task Waits(Visitor teacher, string whom = ConsultationCast.TutorName, string topic = "Чтение графиков")
    {
        await teacher.AsksUpToDay(whom, topic);
        await teacher.Taps("Сообщить, когда появится время");
        await teacher.Sees("Отправить заявку?");
        await teacher.Taps("Всё верно");
        await teacher.Sees("Заявка отправлена");
    }

    private static int Told(Visitor teacher) => teacher.Chat.Count(m => m.Text.Contains(News, StringComparison.Ordinal));
}
