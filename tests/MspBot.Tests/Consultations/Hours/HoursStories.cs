using Microsoft.Extensions.DependencyInjection;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Hours;

/// <summary>How tutors say when they can be asked.</summary>
public sealed class HoursStories(TestCluster cluster)
{
    [Fact]
    public async Task A_tutor_sets_the_week_and_sees_what_teachers_see()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await anna.Types("/menu");
        await anna.Taps("Мои часы");
        await anna.Sees("Часов пока нет");
        await anna.Taps("Добавить часы");
        await anna.Taps("Понедельник");
        await anna.SeesButton("Готово (1)");
        await anna.Taps("Среда");
        await anna.Taps("Готово (2)");
        await anna.Types("15-17");
        await anna.Sees("Добавлено: Пн, Ср 15:00–17:00");
        Assert.Equal("1 900–1020, 3 900–1020", await world.AllHours());

        await anna.Taps("Добавить часы");
        await anna.Taps("Среда");
        await anna.Taps("Готово (1)");
        await anna.Taps("18:00");
        await anna.Sees("До какого времени?");
        await anna.Taps("19:00");
        await anna.Sees("Ср 15:00–17:00, 18:00–19:00");

        await anna.Taps("Так вас видят педагоги");
        var seen = await anna.Sees("ср, 25 ноября: 15:00, 15:55, 18:00");
        Assert.Contains("пн, 7 декабря: 15:00, 15:55", seen, StringComparison.Ordinal);
        await anna.Taps("К моим часам");
        await anna.Taps("Длительность");
        await anna.Taps("60 минут");
        await anna.Sees("Консультация — 60 минут, перерыв — 10 минут");
        await anna.Taps("Перерыв");
        await anna.Taps("Без перерыва");
        await anna.Taps("Так вас видят педагоги");
        await anna.Sees("ср, 25 ноября: 15:00, 16:00, 18:00");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task How_a_tutor_meets_is_kept_also_when_pressed_twice()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await anna.Types("/hours");
        await anna.Taps("За сколько записываться");
        await anna.Taps("За 24 часа");
        await anna.Sees("не позже чем за 24 часа");
        await anna.TapsAgain();
        await anna.Taps("Ссылка для встреч");
        await anna.Types("телемост");
        await anna.Sees("Это не похоже на ссылку");
        await anna.Types("https://telemost.yandex.ru/j/1?a=1&b=2");
        await anna.Sees("Ссылка для встреч: https://telemost.yandex.ru/j/1?a=1&b=2");
        Assert.Equal("86400 https://telemost.yandex.ru/j/1?a=1&b=2",
            await world.Sql<string>("select extract(epoch from notice)::int || ' ' || join_link from tutor"));
        await anna.Taps("Ссылка для встреч");
        await anna.Taps("Убрать ссылку");
        await anna.Sees("Ссылка для встреч не указана");
    }

    [Theory]
    [InlineData("17-15", "Конец должен быть позже начала, а у вас 17:00–15:00")]
    [InlineData("15:00-15:00", "Конец должен быть позже начала")]
    [InlineData("22-2", "добавьте часы двумя частями — 22:00–24:00 и 00:00–02:00")]
    [InlineData("вечером", "Не понял время")]
    [InlineData("25:00", "Не понял время")]
    [InlineData("16-18", "16:00–18:00 пересекается с часами, которые уже есть: Ср 15:00–17:00. Они остались как были")]
    [InlineData("16:00", "16:00 попадает в часы, которые уже есть: Ср 15:00–17:00")]
    [InlineData("10:00-10:20", "не поместится ни одна консультация: она длится 45 минут")]
    public async Task Hours_that_cannot_be_are_refused_and_the_days_kept(string typed, string because)
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await world.Hours(1, 3, 15, 17);
        await anna.Types("/hours");
        await anna.Taps("Добавить часы");
        await anna.Taps("Среда");
        await anna.SeesButton("Готово (1)");
        await anna.Taps("Пятница");
        await anna.Taps("Готово (2)");
        await anna.Sees("С какого времени?");
        await anna.Types(typed);
        await anna.Sees(because);
        await anna.Sees("С какого времени?");
        await anna.Types("17:00");
        await anna.Sees("До какого времени?");
        await anna.Types("16:00");
        await anna.Sees("Конец должен быть позже начала");
        await anna.Types("24:00");
        await anna.Sees("Добавлено: Ср, Пт 17:00–24:00");
        Assert.Equal("3 900–1020, 3 1020–1440, 5 1020–1440", await world.AllHours());
    }

    [Fact]
    public async Task What_lies_over_hours_that_there_are_is_not_offered()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await world.Hours(1, 3, 15, 17);
        await anna.Types("/hours");
        await anna.Taps("Добавить часы");
        await anna.Taps("Среда");
        await anna.Taps("Готово (1)");
        var asked = await anna.SeesMessage("С какого времени?");
        var labels = asked.Buttons.SelectMany(r => r).Select(b => b.Label).ToList();
        Assert.Contains("14:00", labels);
        Assert.DoesNotContain("15:00", labels);
        Assert.DoesNotContain("16:00", labels);
        Assert.Contains("17:00", labels);
        await anna.Taps("13:00");
        asked = await anna.SeesMessage("До какого времени?");
        Assert.Equal(["14:00", "15:00"], asked.Buttons.SelectMany(r => r).Select(b => b.Label).Where(l => char.IsDigit(l[0])));
    }

    [Fact]
    public async Task Hours_that_were_added_meanwhile_are_seen_at_the_end()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await anna.Types("/hours");
        await anna.Taps("Добавить часы");
        await anna.Taps("Среда");
        await anna.Taps("Готово (1)");
        await anna.Taps("15:00");
        await anna.Sees("До какого времени?");
        await world.Hours(1, 3, 16, 18);
        await anna.Taps("17:00");
        await anna.Sees("уже нельзя выбрать");
        await anna.Taps("16:00");
        await anna.Sees("Добавлено: Ср 15:00–16:00");
        Assert.Equal("3 900–960, 3 960–1080", await world.AllHours());
    }

    [Fact]
    public async Task Hours_are_removed_by_a_tap_and_come_back_by_another()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await world.Hours(1, 1, 15, 17);
        await world.Hours(1, 3, 15, 17);
        await anna.Types("/hours");
        await anna.Taps("Убрать часы");
        await anna.Taps("Убрать Пн 15:00–17:00");
        await anna.SeesButton("Вернуть Пн 15:00–17:00");
        Assert.Equal("3 900–1020", await world.AllHours());
        await anna.TapsAgain();
        Assert.Equal("Этих часов уже нет.", anna.LastToast);
        await world.Idle();
        await anna.SeesButton("Вернуть Пн 15:00–17:00");
        await anna.Types("/hours");
        await anna.Taps("Убрать часы");
        await anna.Taps("Убрать Ср 15:00–17:00");
        await anna.Taps("Вернуть Ср 15:00–17:00");
        await anna.Sees("Ср 15:00–17:00");
        Assert.Equal("Часы возвращены", anna.LastToast);
        await anna.TapsAgain();
        Assert.Equal("3 900–1020", await world.AllHours());
    }

    [Fact]
    public async Task What_was_agreed_for_a_day_off_is_named_and_stays()
    {
        await using var world = await World.Open(cluster);
        var (anna, maria) = (await world.TutorAtOnce(1), await SeminarCast.Teacher(world, 2));
        await world.Hours(1, 3, 15, 17);
        await world.Confirmed(1, 2, World.Morning.AddDays(1).AddHours(5));
        await anna.Types("/hours");
        await anna.Taps("Выходной");
        await anna.Taps("ср, 25 ноября");
        await anna.Sees("уже есть подтверждённые консультации: ср, 25 ноября, 15:00. Они останутся");
        await anna.Taps("Всё верно");
        var card = await anna.Sees("Подтверждённые консультации остались: ср, 25 ноября, 15:00");
        Assert.Contains("Вас нет: ср, 25 ноября", card, StringComparison.Ordinal);
        Assert.Equal("Confirmed", await world.Sql<string>("select state from consultation"));
        await anna.Taps("Так вас видят педагоги");
        Assert.DoesNotContain("25 ноября", await anna.Sees("ср, 2 декабря: 15:00"), StringComparison.Ordinal);
        await maria.DoesNotSee("Выходной");
    }

    [Fact]
    public async Task Times_that_are_held_are_seen_as_taken_with_their_break()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await SeminarCast.Teacher(world, 2);
        await world.Hours(1, 3, 15, 18);
        await world.Confirmed(1, 2, World.Morning.AddDays(1).AddHours(5));
        await anna.Types("/hours");
        await anna.Taps("Так вас видят педагоги");
        await anna.Sees("ср, 25 ноября: 15:55, 16:50");
    }

    [Fact]
    public async Task The_fullest_week_fits_on_a_screen()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        for (var day = 1; day <= 7; day++)
            for (var n = 0; n < 6; n++) await world.Hours(1, day, n * 4, n * 4 + 3);
        await world.Sql<int>("update tutor_hours set from_minute = from_minute + 1");
        await world.Sql<int>("""
            insert into tutor_absence (tutor_id, first_day, last_day)
            select id, date '2026-12-01' + n * 3, date '2026-12-02' + n * 3 from person, generate_series(0, 19) n where chat_id = 1
            """);
        await anna.Types("/hours");
        await anna.Taps("Так вас видят педагоги");
        await anna.Sees("и ещё");
        await anna.Taps("К моим часам");
        await anna.Taps("Отменить выходной или отпуск");
        await anna.Taps("К моим часам");
        await anna.Taps("Убрать часы");
        await anna.Taps("Вт");
        await anna.Taps("Убрать Вт 00:01–03:00");
        await anna.SeesButton("Вернуть Вт 00:01–03:00");
        await anna.Taps("Добавить часы");
        await anna.Taps("Понедельник");
        await anna.Taps("Готово (1)");
        await anna.Types("23-24");
        await anna.Sees("не больше 6 промежутков");
        Assert.Empty(world.Telegram.Violations);
    }
}
