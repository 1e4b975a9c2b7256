using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>What people read when a place is given back that is a school's.</summary>
public sealed class HeldAgainStories(TestCluster cluster)
{
    [Fact]
    public async Task Before_a_held_place_goes_to_a_colleague_who_waits_it_is_said_so()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 2);
        await cast.Holds(each: "1");
        await cast.Teacher.SignsUp();
        await cast.Teacher.Sees("Вы записаны");
        await cast.Head.SignsUp("В лист ожидания");
        await cast.Head.Sees("место в очереди: 1");

        await cast.Teacher.Taps("Отменить запись");
        var asked = await cast.Teacher.SeesMessage(
            "Место держится за школой и сразу уйдёт её учителю, который ждёт: вернуть его не получится.");
        Assert.Equal("Waitlisted", await world.PlaceOf(21));
        await cast.Teacher.TapsOn(asked, "Отменить запись");

        await cast.Head.Sees("Освободилось место, вы записаны");
        await cast.Teacher.SeesButton("В лист ожидания");
    }

    [Fact]
    public async Task A_place_taken_by_oneself_is_the_schools_again_and_the_cards_of_both_heads_say_so()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 2);
        await cast.Holds(each: "1");
        var school = await world.Opened(cast.Head, "c:np:0:show");
        var held = await world.Opened(cast.Site, "c:nh:1:show");
        await cast.Teacher.SignsUp();
        await cast.Teacher.Sees("Вы записаны");
        await cast.Teacher.Taps("Отменить запись");
        await cast.Teacher.Sees("Для вашей школы держится 1 место");
        await world.Idle();

        Assert.Contains("держится 1 до пт, 27 ноября, 15:00", school.Text, StringComparison.Ordinal);
        Assert.Contains("Школа № 21: 1 до пт, 27 ноября, 15:00; записано 0", held.Text, StringComparison.Ordinal);
        await cast.Teacher.Taps("Записаться");
        await cast.Teacher.Sees("Вы записаны");
    }

    [Fact]
    public async Task A_place_that_a_nominated_teacher_gave_back_is_listed_apart_and_is_not_for_the_head_to_free()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 2);
        await world.Nominated(1, teacher: 22, by: 21);
        await cast.Teacher.Types("/start e_1");
        await cast.Teacher.Taps("Не могу");
        await cast.Teacher.Taps("Урок");
        await cast.Head.Sees("Место остаётся за школой до ср, 25 ноября, 10:00");

        await cast.Site.Types("/start e_1");
        await cast.Site.Taps("Места школам: 1");
        await cast.Site.Sees("Школа № 21: 1 после отказа, до ср, 25 ноября, 10:00; записано 0");
        Assert.DoesNotContain(cast.Site.Chat.Last(m => m.FromBot).Buttons.SelectMany(row => row),
            button => button.Label.StartsWith("Освободить", StringComparison.Ordinal));
    }
}
