using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>«Места школы»: a school's head sees what is held, and where somebody was sent.</summary>
public sealed class SchoolSeatsStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_sees_what_is_held_and_sent_and_another_school_sees_its_own()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await world.Seminar(seats: 10, startsIn: TimeSpan.FromDays(9), title: "Без школ");
        await cast.Holds();
        await cast.Head.Sees("Для вашей школы держатся 2 места");
        await cast.Head.Taps("Направить учителя");
        await cast.Head.Taps("Иванова М. П.");
        await cast.Head.Taps("Готово (1)");
        await cast.Head.Taps("Пропустить");
        await cast.Head.Taps("Направить");
        await cast.Head.Sees("Направлено: 1");

        await Opens(world, cast.Head);
        await cast.Head.Sees("вт, 1 декабря, 10:00 · Читательская грамотность: держится 1 до пт, 27 ноября, 15:00, направлено 1 " +
            "(ждём ответа 1)");
        Assert.DoesNotContain("Без школ", cast.Head.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);
        await cast.Head.SeesButton("Список для приказа");
        await cast.Head.Taps("01.12 10:00");
        await cast.Head.Sees("Иванова М. П.: ждём ответа");

        await Opens(world, cast.OtherHead);
        await cast.OtherHead.Sees("держатся 2 до пт, 27 ноября, 15:00");
        Assert.DoesNotContain("направлено", cast.OtherHead.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);

        await cast.Teacher.Taps("Не могу");
        await cast.Teacher.Taps("Урок");
        await Opens(world, cast.Head);
        await cast.Head.Sees("держатся 2 до пт, 27 ноября, 15:00, отказались: 1");
    }

    [Fact]
    public async Task An_empty_list_says_what_it_is_and_offers_the_next_step()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await Opens(world, cast.Head);
        await cast.Head.Sees("Здесь будут мероприятия");
        await cast.Head.SeesButton("Направить учителя");
    }

    [Fact]
    public async Task Who_is_no_head_any_more_hears_that_and_a_teacher_sees_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Sql<int>("update person_role set school_id = null where role = 'SchoolHead'");
        await Opens(world, cast.Head);
        await cast.Head.Sees("Вы больше не руководитель этой школы");
        await Opens(world, cast.Teacher);
        await cast.Teacher.Sees("Этого больше нет или оно вам недоступно.");
    }

    private static async Task Opens(World world, Visitor who)
    {
        await world.Idle();
        await who.LooksAround();
        await who.TapsData(who.Chat.Last(m => m.FromBot), "c:np:0:show");
    }
}
