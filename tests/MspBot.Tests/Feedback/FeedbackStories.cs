using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>Asking and filing: when, whom, how often, and what is refused.</summary>
public sealed class FeedbackStories(TestCluster cluster)
{
    private const string Asked = "Оцените мероприятие";

    [Fact]
    public async Task Fifteen_minutes_after_the_end_those_who_came_are_asked_and_two_taps_file()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(2);
        var id = await world.Seminar(startsIn: FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1);
        await world.Came(id, came: null, 2);
        await world.Pass(TimeSpan.FromMinutes(210 + 14));
        Assert.Equal(0, all[0].Hears(Asked));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), (all[0].Hears(Asked), all[1].Hears(Asked)));
        await world.RunJobs();
        Assert.Equal(1, all[0].Hears(Asked));

        await all[0].Taps("4");
        await all[0].Sees("Насколько это полезно");
        await all[0].Taps("5");
        await all[0].Sees("Спасибо, отзыв принят");
        await all[0].Sees("Оценка: 4, польза: 5");
        Assert.Equal("Отзыв принят", all[0].LastToast);
        await all[0].TapsAgain();
        await world.Idle();
        Assert.Equal("45", await world.Filed());
        Assert.False(Assert.Single(await world.Answers()).Named);
        await all[0].Taps("Сертификат");
        await all[0].SeesFile("Сертификат");
        await world.PassInSteps(TimeSpan.FromDays(4), TimeSpan.FromHours(3));
        Assert.Equal(1, all[0].Hears("Оцените") + all[0].Hears("отзыв принят"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Nobody_is_asked_at_night_and_what_gathered_is_one_message_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await world.Teachers(1))[0];
        await world.Came(await world.Seminar(startsIn: TimeSpan.FromHours(8.5)), came: true, 1);                          // to 20:00
        await world.Came(await world.Seminar(startsIn: TimeSpan.FromHours(9), title: "Вторая встреча"), came: true, 1);   // to 20:30
        await world.PassInSteps(TimeSpan.FromHours(21.5), TimeSpan.FromMinutes(30));                                      // to 07:30
        Assert.Equal(0, anna.Hears("оцен"));
        await world.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(1, anna.Hears("2 встречи ждут вашей оценки"));
        await anna.Taps("Вторая встреча");
        await anna.Sees(Asked);
        await anna.Taps("5");
        await anna.Sees("Насколько это полезно");
        await anna.Taps("5");
        await anna.Sees("Спасибо, отзыв принят");
        await anna.Taps("Что ещё ждёт отзыва");
        await anna.Sees("Вашей оценки ждёт 1 встреча");
    }

    [Fact]
    public async Task One_nudge_comes_the_next_morning_to_those_who_have_not_filed_and_never_another()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var all = await world.Teachers(4);
        var id = await world.Seminar(seats: 9, startsIn: FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3, 4);
        await world.Pass(FeedbackCast.TwoHours + TimeSpan.FromMinutes(105));
        await all[0].Taps("3");
        await all[0].SeesButton("← Назад");
        await all[0].Taps("3");
        await all[0].Sees("отзыв принят");
        await all[1].Taps("Не сейчас");
        await all[1].Sees("Напомним ещё один раз");
        await all[2].Taps("Не спрашивать");
        await all[2].Sees("больше не спросим");
        await all[2].SeesButton("Сертификат");

        await world.PassInSteps(TimeSpan.FromHours(19), TimeSpan.FromMinutes(30));   // to 08:45
        Assert.Equal([0, 0, 0, 1], all.Select(one => one.Hears(Asked)));
        await world.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal([0, 1, 0, 2], all.Select(one => one.Hears(Asked)));
        await all[1].Taps("Не сейчас");
        await all[1].Sees("Оценить можно в любое время");
        await all[1].DoesNotSee("Напомним");
        await world.PassInSteps(TimeSpan.FromDays(5), TimeSpan.FromHours(4));
        Assert.Equal([0, 0, 0, 2], all.Select(one => one.Hears(Asked)));
        await all[1].Types("/feedback");
        await all[1].Sees("Вашей оценки ждёт 1 встреча");
        await all[2].Types("/feedback");
        await all[2].Sees("ничего не ждёт вашего отзыва");
    }

    [Fact]
    public async Task A_consultation_is_asked_about_when_it_is_held_a_group_by_those_who_agreed()
    {
        await using var world = await World.Open(cluster);
        var all = await world.Teachers(3);
        (await SeminarCast.Teacher(world, 50, "Котова Раиса Олеговна", "Tutor")).StartedEarlier();
        await world.Held(50, 1);
        var group = await world.Held(50, 2, 3);
        await world.Sql<int>(
            $"update consultation_member set state = 'Declined' where person_id = (select id from person where chat_id = 3)");
        await world.RunJobs();
        Assert.Equal([1, 1, 0], all.Select(one => one.Hears("Оцените консультацию")));
        await all[1].Taps("2");
        await all[1].SeesButton("← Назад");
        await all[1].Taps("4");
        await all[1].Sees("отзыв принят");
        Assert.Equal(FeedbackCast.Consultation(group), Assert.Single(await world.Answers()).Meeting);
    }

    [Fact]
    public async Task Marks_are_changed_for_seven_days_and_then_stay()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await world.Teachers(1))[0];
        var id = await world.Seminar(startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1);
        await world.Files(FeedbackCast.Seminar(id), 1, "45");
        await anna.Types($"/start e_{id}");
        await anna.Taps("Оставить отзыв");
        await anna.Sees("Изменить можно до вт, 1 декабря");
        await anna.Taps("Изменить оценку");
        await anna.Sees("Сейчас: оценка 4, польза 5");
        var old = anna.Chat[^1];
        await anna.Taps("2");
        await anna.Sees("Ваша оценка: 2");
        await anna.Taps("1");
        await anna.Sees("Оценка: 2, польза: 1");
        Assert.Equal("Оценка изменена", anna.LastToast);
        Assert.Equal("21", await world.Filed());

        await world.Pass(TimeSpan.FromDays(8));
        await anna.TapsData(old, $"c:fb:{2 * id}:change:55");
        Assert.Equal("Отзыв можно менять неделю, она прошла. Он остался как был.", anna.LastAlert);
        await anna.Sees("больше не меняется");
        await anna.TapsData(old, $"n:words:{2 * id}");
        await anna.Sees("Отзыв можно менять неделю");
        Assert.Equal("21", await world.Filed());
    }

    [Fact]
    public async Task Words_are_added_and_signed_only_by_choice()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await world.Teachers(1))[0];
        var id = await world.Seminar(startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1);
        await world.RunJobs();
        await anna.Taps("5");
        await anna.SeesButton("← Назад");
        await anna.Taps("4");
        await anna.Taps("Добавить слова");
        await anna.Sees("Что вы возьмёте в свою работу?");
        await anna.Types("Карточки <b>&");
        await anna.Sees("Чего не хватило?");
        await anna.Taps("Пропустить");
        await anna.Sees("Имя увидит только руководитель площадки");
        await anna.Taps("Анонимно");
        await anna.Sees("Ваше имя никто не увидит");
        Assert.True(Assert.Single(await world.Answers()) is { WillUse: "Карточки <b>&", WasMissing: null, Named: false });
        await anna.Taps("Изменить слова");
        await anna.Sees("Что вы возьмёте");
        await anna.Types("Карточки");
        await anna.Sees("Чего не хватило?");
        await anna.Types("Времени");
        await anna.DoesNotSee("Раньше под отзывом стояло ваше имя");
        await anna.Taps("Показать имя руководителю");
        await anna.Sees("Ваше имя видит только руководитель");
        Assert.True(Assert.Single(await world.Answers()) is { WasMissing: "Времени", Named: true });
        // Who looked before and after knows whose the new words are: no promise that cannot be kept.
        await anna.Taps("Изменить слова");
        await anna.Sees("Что вы возьмёте");
        await anna.Types("Ничего");
        await anna.Sees("Чего не хватило?");
        await anna.Taps("Пропустить");
        await anna.Sees("Раньше под отзывом стояло ваше имя");
        await anna.Taps("Анонимно");
        await anna.Sees("Ваше имя никто не увидит");
    }

    [Fact]
    public async Task The_menu_has_feedback_while_something_waits()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await world.Teachers(1))[0];
        await anna.Types("/menu");
        await anna.SeesButton("Мероприятия");
        Assert.DoesNotContain(anna.Chat[^1].Buttons.SelectMany(r => r), b => b.Label == "Отзывы");
        await anna.Types("/feedback");
        await anna.Sees("ничего не ждёт вашего отзыва");
        await world.Came(await world.Seminar(startsIn: -FeedbackCast.TwoHours), came: true, 1);
        await anna.Types("/menu");
        await anna.Taps("Отзывы");
        await anna.Taps("Читат");
        await anna.Sees("Оцените мероприятие");
    }
}
