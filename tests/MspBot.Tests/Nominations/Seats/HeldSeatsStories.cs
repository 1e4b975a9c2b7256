using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>The head of the site holds seats for schools, and frees them.</summary>
public sealed class HeldSeatsStories(TestCluster cluster)
{
    [Fact]
    public async Task Seats_are_held_after_a_look_at_what_is_left_and_the_heads_hear_of_it_once()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await SeminarCast.Teacher(world, 41);
        await world.Seminar(seats: 30);

        await cast.Fills("Всем школам ШНОР: 3", "2", "27.11 15:00");
        await cast.Site.Sees("Мест школам 6 из 30: 3 школы по 2, до пт, 27 ноября, 15:00. Свободных останется 24. " +
            "Узнают 2 руководителя; у школы № 41 руководителя в боте нет");
        await cast.Site.Taps("Отдать школам");

        await cast.Site.Sees("✅ За школами 6 мест. Узнают 2 руководителя.");
        await cast.Site.Sees("Школа № 21: 2 до пт, 27 ноября, 15:00; записано 0");
        await cast.Head.Sees("Для вашей школы держатся 2 места");
        await cast.Head.SeesButton("Направить учителя");
        await cast.OtherHead.Sees("До пт, 27 ноября, 15:00 их займут только ваши учителя");
        await world.RunJobs();
        Assert.Equal(1, cast.Head.Chat.Count(m => m.FromBot && m.Text.Contains("Для вашей школы держ", StringComparison.Ordinal)));
        Assert.Equal("6 3 Head", await world.Sql<string>("""
            select (detail ->> 'seats') || ' ' || (detail ->> 'schools') || ' ' || role from action_log where action = 'SchoolSeatsHeld'
            """));
    }

    [Fact]
    public async Task At_night_nobody_is_woken_and_after_the_deadline_nobody_is_told()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 30);
        await world.Pass(TimeSpan.FromHours(13));

        await cast.Holds(until: "25.11 10:00");
        await world.Idle();
        Assert.DoesNotContain(cast.Head.Chat, m => m.Text.Contains("Для вашей школы", StringComparison.Ordinal));
        await world.Pass(TimeSpan.FromHours(10.5));
        await cast.Head.Sees("Для вашей школы держатся 2 места");
    }

    [Fact]
    public async Task From_the_news_a_head_sends_a_teacher_who_takes_a_held_seat()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 4);
        await cast.Holds(each: "2");
        await cast.Head.Sees("Для вашей школы держатся 2 места");

        await cast.Head.Taps("Направить учителя");
        await cast.Head.Sees("Отметьте");
        await cast.Head.Taps("Иванова М. П.");
        await cast.Head.Taps("Готово (1)");
        await cast.Head.Taps("Пропустить");
        await cast.Head.Sees("Мест школы 2, общих 0, выбрано 1: место будет сразу");
        await cast.Head.Taps("Направить");
        await cast.Teacher.Sees("Вас направляет руководитель школы");

        await cast.Head.Sees("Направлено: 1");
        await cast.Head.SeesButton("Список для приказа");
        await cast.Site.Types("/start e_1");
        await cast.Site.SeesButton("Места школам: 3");
        await cast.Site.Taps("Кто записан: 1");
        await cast.Site.Sees("Кто записан: 1, за школами: 3");
        await cast.Site.Taps("К мероприятию");
        await cast.Site.Taps("Места школам: 3");
        await cast.Site.Sees("Школа № 21: 1 до пт, 27 ноября, 15:00; записано 1");
    }

    [Fact]
    public async Task Freed_seats_go_to_those_who_wait_first_and_it_is_asked_before()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var stranger = await SeminarCast.Teacher(world, 41, "Чужой Пётр Ильич");
        await world.Sql<int>("update school set kind = 'Other' where name = 'Школа № 41'");
        await world.Seminar(seats: 4);
        await cast.Holds(each: "2");
        await stranger.SignsUp("В лист ожидания");

        await cast.Site.Types("/start e_1");
        await cast.Site.Taps("Места школам");
        await cast.Site.Taps("Освободить 2: Школа № 31");
        await cast.Site.Sees("Первыми их получат те, кто ждёт: 1 человек.");
        await cast.Site.Taps("Не освобождать");
        Assert.Equal(4, await world.Sql<int>("select held from seminar"));
        await cast.Site.Taps("Освободить 2: Школа № 31");
        await cast.Site.Taps("Да, освободить");

        await stranger.Sees("Освободилось место, вы записаны");
        Assert.Equal((2, 1), (await world.Sql<int>("select held from seminar"), await world.Count("Confirmed")));
        Assert.Equal("2", await world.Sql<string>($"""
            select detail ->> 'seats' from action_log
            where action = 'SchoolSeatsFreed' and school_id = {await HeldCast.School(world, 31)}
            """));
    }

    [Fact]
    public async Task What_is_not_as_it_was_read_is_asked_anew()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 30);
        await cast.Holds(each: "2");
        await cast.Site.Taps("Освободить 2: Школа № 21");
        var asked = await cast.Site.SeesMessage("Освободить места школы") ?? throw new InvalidOperationException("not asked");
        await cast.Teacher.SignsUp();
        await world.Idle();

        await cast.Site.TapsOn(asked, "Да, освободить");
        await cast.Site.Sees("Освободить места школы: Школа № 21, 1 место?");
        await cast.Site.Taps("Да, освободить");
        await cast.Site.Sees("Школа № 31: 2");
        Assert.Equal(2, await world.Sql<int>("select held from seminar"));
    }

    [Fact]
    public async Task After_publishing_the_card_offers_it_and_too_late_or_without_a_limit_it_does_not()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10, state: "Draft");
        await cast.Site.Types("/start e_1");
        await cast.Site.Taps("Опубликовать");
        await cast.Site.SeesButton("Места школам");
        await cast.Head.Types("/start e_1");
        await cast.Head.Sees(SeminarCast.Title);
        Assert.DoesNotContain(Buttons(cast.Head), label => label.Contains("Места школам", StringComparison.Ordinal));
        await world.Pass(TimeSpan.FromDays(7) - TimeSpan.FromHours(2.9));
        await cast.Site.Types("/start e_1");
        await world.Idle();
        Assert.DoesNotContain(Buttons(cast.Site), label => label.Contains("Места школам", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forged_presses_of_others_free_and_hold_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var id = await world.Seminar(seats: 10);
        await cast.Holds(each: "2");
        var school = await HeldCast.School(world, 21);

        foreach (var who in new[] { cast.Head, cast.Teacher, cast.OtherHead })
        {
            await who.LooksAround();
            var card = who.Chat.Last(m => m.FromBot);
            foreach (var press in new[] { $"c:nh:{id}:free:{school}.2", $"c:nh:{id}:free-yes:{school}.2", $"n:hold-seats:{id}" })
                await who.TapsData(card, press);
        }
        await world.Idle();
        Assert.Equal((4, 0), (await world.Sql<int>("select held from seminar"), await world.Sql<int>("select count(*) from dialog " +
            "where state = 'Active'")));
    }

    private static IEnumerable<string> Buttons(Visitor who) =>
        who.Chat.Last(m => m.FromBot).Buttons.SelectMany(row => row).Select(button => button.Label);
}
