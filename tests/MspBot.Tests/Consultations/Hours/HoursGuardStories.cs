using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Hours;

/// <summary>Hours that are not for everybody: forged presses, people who leave, and who hears that times are open.</summary>
public sealed class HoursGuardStories(TestCluster cluster)
{
    [Fact]
    public async Task Who_is_no_tutor_has_no_hours_whatever_they_press()
    {
        await using var world = await World.Open(cluster);
        var maria = await SeminarCast.Teacher(world, 2);
        await world.TutorAtOnce(1);
        var id = await world.Hours(1, 3, 15, 17);
        await maria.Types("/hours");
        await maria.Sees("Меню");
        foreach (var data in (string[])[$"c:hours:{id}:del", "c:hours:0:show", "c:hours:0:len:30", "c:hours:0:undo:1.900.1020",
            "c:hours:1:ret", "c:hours:0:show:free",
                     "n:hours-add", "n:hours-link", "n:hours-away", "n:hours-away:day", "m:hours"])
            await maria.TapsData(maria.Chat[^1], data);
        await maria.DoesNotSee("Консультация —");
        Assert.Equal(("3 900–1020", 0, 0),
            (await world.AllHours(), await world.Sql<int>("select count(*) from tutor"),
                await world.Sql<int>("select count(*) from dialog")));
    }

    [Fact]
    public async Task Forged_presses_of_another_tutor_change_nothing_and_nonsense_shows_the_card()
    {
        await using var world = await World.Open(cluster);
        var boris = await world.TutorAtOnce(2, "Орлов Борис Львович");
        await world.TutorAtOnce(1);
        var id = await world.Hours(1, 3, 15, 17);
        await world.Sql<int>(
            "insert into tutor_absence (tutor_id, first_day, last_day) select id, '2026-12-01', '2026-12-02' " +
            "from person where chat_id = 1");
        await boris.Types("/hours");
        await boris.Sees("Часов пока нет");
        foreach (var data in (string[])[$"c:hours:{id}:del", "c:hours:1:ret", "c:hours:0:len:31", "c:hours:0:brk:-5",
            "c:hours:0:ntc:9999999999", "c:hours:0:undo:9.1.2", "c:hours:0:undo:1.1020.900",
                     "c:hours:0:undo:1.0.2000", "c:hours:0:show:del99", "c:hours:0:show:u1.2", "c:hours:0:show:ret",
                     "c:hours:0:nonsense:1"])
        {
            await boris.TapsData(boris.Chat[^1], data);
            await world.Idle();
            Assert.Contains("Часов пока нет", boris.Chat[^1].Text, StringComparison.Ordinal);
        }
        Assert.Equal(("3 900–1020", 1), (await world.AllHours(), await world.Sql<int>("select count(*) from tutor_absence")));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_tutor_who_is_erased_takes_hours_link_and_days_off_along()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.TutorAtOnce(1);
        await world.TutorAtOnce(2, "Орлов Борис Львович");
        await world.Hours(1, 3, 15, 17);
        await world.Sql<int>(
            "insert into tutor (person_id, join_link) select id, 'https://meet.example.org' from person where chat_id = 1");
        await world.Sql<int>(
            "insert into tutor_absence (tutor_id, first_day, last_day, stand_in_id) select a.id, '2026-12-01', '2026-12-02', b.id from " +
            "person a, person b where a.chat_id + b.chat_id = 3");
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("ваших данных у нас больше нет");
        Assert.Equal("0 0 1 0", await world.Sql<string>("""
            select (select count(*) from tutor) || ' ' || (select count(*) from tutor_hours) || ' ' || (select count(*)
                from tutor_absence) || ' '
                || (select count(*) from tutor_absence where stand_in_id is not null)
            """));
    }

    [Fact]
    public async Task Whatever_may_open_times_is_announced()
    {
        var told = new List<PersonId>();
        await using var world = await World.Open(cluster, services => services.AddSingleton(told).AddScoped<FreeTimesListener, Listener>());
        var anna = await world.TutorAtOnce(1);
        await anna.Types("/hours");
        await anna.Taps("Добавить часы");
        await anna.Taps("Среда");
        await anna.Taps("Готово (1)");
        await anna.Types("15-17");
        await anna.Sees("Добавлено");
        Assert.Single(told);
        await anna.Taps("Длительность");
        await anna.Taps("30 минут");
        await anna.Sees("Консультация — 30 минут");
        Assert.Equal(2, told.Count);
        await anna.Taps("Убрать часы");
        await anna.Taps("Убрать Ср");
        await anna.SeesButton("Вернуть");
        Assert.Equal(2, told.Count);
        await anna.Taps("Вернуть");
        await anna.Sees("Ср 15:00–17:00");
        Assert.Equal(3, told.Count);
    }

    private sealed class Listener(List<PersonId> told) : FreeTimesListener
    {
        public override Task After(PersonId tutor, Turn turn)
        {
            told.Add(tutor);
            return Task.CompletedTask;
        }
    }
}
