using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>Seats go to those whom a message reaches; who comes back hears where they stand.</summary>
public sealed class UnreachableStories(TestCluster cluster)
{
    private const string Offer = "Освободилось место. Оно достанется первому";

    [Fact]
    public async Task Days_ahead_whoever_stopped_the_bot_is_passed_over_and_keeps_their_place()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromDays(7));
        await all[1].Blocks();
        await world.Idle();
        await all[0].GivesBack();
        await all[2].Sees("Освободилось место, вы записаны");
        Assert.Equal((1, 1), (await world.Count("Confirmed"), await world.Count("Waitlisted")));

        await all[1].Unblocks();
        var told = await all[1].SeesMessage("С возвращением");
        Assert.Contains("лист ожидания, место в очереди: 1", told.Text);
        Assert.Contains("получил следующий в очереди", told.Text);
        await all[2].GivesBack();
        await all[1].Sees("Освободилось место, вы записаны");
        await all[1].Blocks();
        await all[1].Unblocks();
        Assert.DoesNotContain("получил следующий", (await all[1].SeesMessage(": вы записаны")).Text);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_seat_whose_news_is_refused_goes_to_the_next_and_whoever_had_it_keeps_their_place()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromDays(7));
        all[1].Person.HasBlocked = true;
        await all[0].GivesBack();
        await world.RunJobs();
        await all[2].Sees("Освободилось место, вы записаны");
        Assert.Equal((1, 1), (await world.Count("Confirmed"), await world.Count("Waitlisted")));

        await all[1].Unblocks();
        Assert.Contains("получил следующий в очереди", (await all[1].SeesMessage("С возвращением")).Text);
        await all[2].GivesBack();
        await all[1].Sees("Освободилось место, вы записаны");
    }

    [Fact]
    public async Task A_seat_whose_news_is_refused_lies_free_where_nobody_else_waits()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 2, TimeSpan.FromDays(7));
        all[1].Person.HasBlocked = true;
        await all[0].GivesBack();
        await world.RunJobs();
        await all[0].Types("/events");
        await all[0].Taps(SeminarCast.Label);
        await all[0].Sees("осталось 1 место");
        await all[1].Unblocks();
        await all[1].Sees("Освободилось место, вы записаны");
        Assert.Equal(1, await world.Count("Confirmed"));
    }

    [Fact]
    public async Task Whoever_came_back_and_heard_of_their_seat_keeps_it_when_they_stop_the_bot_again()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromDays(7));
        all[1].Person.HasBlocked = true;
        await all[0].GivesBack();
        await world.Idle();
        await all[1].Unblocks();
        await all[1].Sees(": вы записаны");
        await all[1].Blocks();
        await world.RunJobs();
        await all[2].DoesNotSee("Освободилось место");
        Assert.Equal((1, 1), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
    }

    [Fact]
    public async Task Shortly_before_the_start_a_seat_whose_news_was_refused_is_offered()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromHours(4));
        all[1].Person.HasBlocked = true;
        await all[0].GivesBack();
        await world.Idle();
        await world.Pass(TimeSpan.FromHours(2));
        await all[2].SeesMessage(Offer);
        await all[2].Taps("Беру место");
        await all[2].Sees("Вы записаны");
    }

    [Fact]
    public async Task A_seat_that_lies_free_is_the_newcomers_or_theirs_who_come_back()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromDays(7));
        foreach (var one in all[1..3]) await one.Blocks();
        await world.Idle();
        await all[0].GivesBack();
        await all[0].SeesButton("Записаться");
        await all[0].Sees("осталось 1 место");
        Assert.Equal(0, await world.Count("Confirmed"));
        await all[0].Taps("Записаться");
        await all[0].Sees("Вы записаны");

        await all[0].GivesBack();
        await world.Idle();
        await all[2].Unblocks();
        await all[2].Sees("Освободилось место, вы записаны");
        Assert.Equal((1, 1), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
    }

    [Fact]
    public async Task Whoever_writes_is_back_also_where_the_messenger_did_not_say_so()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromDays(7));
        await world.Sql<int>("update person set reachable = false where chat_id = 2");
        await all[1].Types("/menu");
        await all[1].Sees("С возвращением");
        await all[0].GivesBack();
        await all[1].Sees("Освободилось место, вы записаны");
    }

    [Fact]
    public async Task Shortly_before_the_start_those_are_asked_whom_a_message_reaches()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 6, TimeSpan.FromHours(2));
        foreach (var one in all[1..4]) await one.Blocks();
        await world.Idle();
        await all[0].GivesBack();
        foreach (var one in all[4..6]) await one.SeesMessage(Offer);
        await all[5].Taps("Беру место");
        await all[5].Sees("Вы записаны");
    }

    [Fact]
    public async Task An_offer_that_is_refused_goes_to_the_next_at_once()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 6, TimeSpan.FromHours(2));
        foreach (var one in all[1..3]) one.Person.HasBlocked = true;
        await all[0].GivesBack();
        await all[3].SeesMessage(Offer);
        await all[4].DoesNotSee(Offer);
        await world.RunJobs();
        foreach (var one in all[4..6]) await one.SeesMessage(Offer);
        await all[4].Taps("Беру место");
        await all[4].Sees("Вы записаны");
        await all[3].Sees("уже занял");
    }

    [Fact]
    public async Task Shortly_before_the_start_a_seat_that_nobody_in_line_can_hear_of_is_the_newcomers()
    {
        await using var world = await World.Open(cluster);
        var all = await InLine(world, people: 3, TimeSpan.FromHours(2));
        foreach (var one in all[1..3]) await one.Blocks();
        await world.Idle();
        await all[0].GivesBack();
        await all[0].Sees("осталось 1 место");
        await all[0].Taps("Записаться");
        await all[0].Sees("Вы записаны");
        await all[0].SeesButton("Отменить запись");
        Assert.Equal((1, 2), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
    }

    [Fact]
    public async Task A_meeting_without_a_limit_is_full_for_nobody()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var all = await InLine(world, people: 2, TimeSpan.FromDays(7));
        await all[1].Blocks();
        await world.Idle();
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Изменить");
        await head.Taps("Места");
        await head.Taps("Без ограничения");
        await head.Sees("места без ограничений");
        var newcomer = await world.Teacher(9);
        await newcomer.Types("/events");
        await newcomer.Taps(SeminarCast.Label);
        await newcomer.Sees("места без ограничений");
        await newcomer.Taps("Записаться");
        await newcomer.Sees("Вы записаны");
        Assert.Equal((2, 1), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
    }

    private static async Task<Visitor[]> InLine(World world, int people, TimeSpan startsIn)
    {
        var all = new Visitor[people];
        for (var n = 0; n < people; n++) all[n] = await world.Teacher(n + 1);
        await world.Seminar(seats: 1, startsIn: startsIn);
        for (var n = 0; n < people; n++)
        {
            await all[n].SignsUp(n == 0 ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }
        return all;
    }
}
