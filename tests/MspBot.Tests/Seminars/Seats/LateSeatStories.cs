using MspBot.Sandbox;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>A seat freed shortly before the start, a new leader, two things at one time.</summary>
public sealed class LateSeatStories(TestCluster cluster)
{
    private const string Offer = "Освободилось место. Оно достанется первому";

    [Fact]
    public async Task A_seat_freed_shortly_before_the_start_goes_to_the_first_of_three_to_tap()
    {
        await using var world = await World.Open(cluster);
        Visitor[] all = [await world.Teacher(1), await world.Teacher(2), await world.Teacher(3), await world.Teacher(4),
            await world.Teacher(5)];
        var id = await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        foreach (var one in all)
        {
            await one.SignsUp(one == all[0] ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }
        await all[0].GivesBack();
        foreach (var one in all[1..4]) await one.SeesMessage(Offer);
        var offer = await all[1].SeesMessage(Offer);
        await all[4].DoesNotSee(Offer);
        Assert.Equal(0, await world.Count("Confirmed"));

        await all[4].TapsData(all[4].Chat[^1], $"c:s:{id}:take");
        Assert.Contains("тем, кто ждёт дольше", all[4].LastToast);
        await all[2].TapsOn(all[2].Chat[^1], "Беру место");
        await all[2].Sees("Вы записаны");
        foreach (var one in (Visitor[])[all[1], all[3]]) await one.Sees("Место уже занял другой участник. Вы остаётесь в листе ожидания");
        // The offer itself says so by now; a client that has not heard of that may still press it.
        Assert.DoesNotContain(all[1].Chat.SelectMany(m => m.Buttons).SelectMany(r => r), b => b.Label == "Беру место");
        await all[1].TapsData(offer, $"c:s:{id}:take");
        Assert.Contains("уже занял", all[1].LastToast);
        await all[2].TapsAgain();
        Assert.Equal("Вы уже записаны", all[2].LastToast);
        Assert.Equal((1, 3), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task When_nobody_answers_the_next_are_asked()
    {
        await using var world = await World.Open(cluster);
        Visitor[] all = [await world.Teacher(1), await world.Teacher(2), await world.Teacher(3), await world.Teacher(4),
            await world.Teacher(5)];
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        foreach (var one in all)
        {
            await one.SignsUp(one == all[0] ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }
        await all[0].GivesBack();
        await all[1].Sees(Offer);
        await world.Pass(TimeSpan.FromMinutes(9));
        await all[4].DoesNotSee(Offer);
        await world.Pass(TimeSpan.FromMinutes(2));
        await all[4].Sees(Offer);
        await all[4].Taps("Беру место");
        await all[4].Sees("Вы записаны");
        await all[1].Sees("уже занял");
    }

    [Fact]
    public async Task Whoever_gets_in_line_while_a_seat_lies_free_may_take_it()
    {
        await using var world = await World.Open(cluster);
        Visitor[] all = [await world.Teacher(1), await world.Teacher(2), await world.Teacher(3)];
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        await all[0].SignsUp();
        await all[0].Sees("Вы записаны");
        await all[1].SignsUp("В лист ожидания");
        await all[1].Sees("место в очереди: 1");
        await all[0].GivesBack();
        await all[1].Sees(Offer);
        await all[2].SignsUp("В лист ожидания");
        await all[2].Taps("Беру место");
        await all[2].Sees("Вы записаны");
    }

    [Fact]
    public async Task A_seat_taken_by_twenty_at_once_is_given_once()
    {
        await using var world = await World.Open(cluster);
        var all = new List<Visitor>();
        for (var n = 1; n <= 8; n++) all.Add(await world.Teacher(n));
        var id = await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        foreach (var one in all)
        {
            await one.SignsUp(one == all[0] ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }
        await all[0].GivesBack();
        foreach (var one in all[1..4]) await one.SeesMessage(Offer);
        await Task.WhenAll(all[1..].Select(one => one.TapsData(one.Chat[^1], $"c:s:{id}:take")));
        await world.Idle();
        Assert.Equal((1, 6), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
    }

    [Fact]
    public async Task A_new_leader_is_told_to_all_and_to_themselves()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, leader) = (await world.Head(), await world.Teacher(1),
            (await world.Teacher(5, "Котова Раиса Олеговна", "Tutor")).StartedEarlier());
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await head.Changes("Ведущий");
        await head.Taps("Котова Раиса Олеговна");
        await head.Taps("Всё верно");
        await head.Sees("Ведёт: Котова Раиса Олеговна");
        var told = await anna.Sees("Сменился ведущий");
        Assert.Contains("Было: Смирнова Вера Павловна\nСтало: Котова Раиса Олеговна", told);
        await leader.Sees("Это мероприятие ведёте вы");
        await leader.Sees("Кодовое слово");
        await leader.Taps("Кто записан: 1");
        await leader.Sees("Петрова Анна Ивановна");
    }

    [Fact]
    public async Task Two_things_at_one_time_are_warned_of_and_the_person_decides()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromMinutes(60), title: "Другая <встреча>");
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromMinutes(90), title: "Сразу после");
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await anna.Types("/events");
        await anna.Taps("Другая");
        await anna.Taps("Записаться");
        var warned = await anna.Sees("В это время у вас уже есть");
        Assert.Contains($"«{SeminarCast.Title}», вт, 1 декабря, 10:00", warned);
        Assert.Contains("Записаться и на «Другая <встреча>», вт, 1 декабря, 11:00?", warned);
        Assert.Equal(1, await world.Count("Confirmed"));
        await anna.Taps("Не записываться");
        await anna.Taps("Записаться");
        await anna.Taps("Всё равно записаться");
        await anna.Sees("Вы записаны");
        Assert.Equal(2, await world.Count("Confirmed"));
        await anna.TapsAgain();
        Assert.Equal("Вы уже записаны", anna.LastToast);
        await world.Sql<int>(
            $"update sign_up set state = 'Cancelled', cancelled_at = {world.Now} where seminar_id = (select id from seminar where title " +
            $"like 'Другая%')");
        await anna.Types("/events");
        await anna.Taps("Сразу после");
        await anna.Taps("Записаться");
        await anna.Sees("Вы записаны");
        Assert.Empty(world.Telegram.Violations);
    }
}
