using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>A seat given back by mistake: for two minutes it is still its owner's; where others wait the bot asks first.</summary>
public sealed class KeptSeatStories(TestCluster cluster)
{
    [Fact]
    public async Task For_two_minutes_the_seat_is_kept_and_can_be_taken_back()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await anna.Taps("Отменить запись");
        await anna.Sees("Запись отменена. Место ещё две минуты за вами");
        await anna.Types("/my");
        await anna.Sees("Вы пока никуда не записаны");

        // Neither a newcomer's nor for those in line.
        await boris.SignsUp("В лист ожидания");
        await boris.Sees("место в очереди: 1");
        await world.Pass(TimeSpan.FromMinutes(1));
        await boris.DoesNotSee("Освободилось");

        await anna.Types("/events");
        await anna.Taps(SeminarCast.Label);
        await anna.Taps("Вернуть запись");
        await anna.Sees("✅ Вы записаны");
        await anna.TapsAgain();
        Assert.Equal("Вы уже записаны", anna.LastToast);
        await world.Pass(TimeSpan.FromMinutes(5));
        await boris.DoesNotSee("Освободилось");
        Assert.Equal((1, 1, 0), (await world.Count("Confirmed"), await world.Count("Waitlisted"), await world.Count("Cancelled")));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task After_two_minutes_it_goes_to_whoever_got_in_line_and_the_card_says_so()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await anna.Taps("Отменить запись");
        var card = await anna.SeesMessage("Место ещё две минуты за вами");
        await boris.SignsUp("В лист ожидания");
        var waits = await boris.SeesMessage("место в очереди: 1");
        await world.Pass(TimeSpan.FromMinutes(2));
        await boris.Sees("Освободилось место, вы записаны");
        Assert.Contains("✅ Вы записаны", boris.Chat.Single(m => m.Id == waits.Id).Text);
        Assert.DoesNotContain("две минуты", anna.Chat.Single(m => m.Id == card.Id).Text);

        await anna.TapsData(card, $"c:s:1:return");
        Assert.Contains("свободных мест уже нет", anna.LastToast);
        Assert.Equal((1, 0), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
    }

    [Fact]
    public async Task After_two_minutes_a_seat_for_which_nobody_waits_can_still_be_taken_back()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await anna.Taps("Отменить запись");
        var card = await anna.SeesMessage("Место ещё две минуты за вами");
        await world.Pass(TimeSpan.FromMinutes(3));
        await anna.SeesButton("Записаться");
        await anna.TapsData(card, "c:s:1:return");
        await anna.Sees("✅ Вы записаны");
    }

    [Fact]
    public async Task Where_others_wait_it_is_asked_first_and_nothing_has_happened_yet()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await boris.Sees("место в очереди: 1");

        await anna.Taps("Отменить запись");
        var asked = await anna.SeesMessage("Место сразу уйдёт тем, кто ждёт (1 человек), вернуть его не получится.");
        await anna.TapsAgain();
        Assert.Equal(1, await world.Count("Confirmed"));
        await boris.DoesNotSee("Освободилось");
        await anna.Taps("Не отменять");
        await anna.Sees("✅ Вы записаны");
        await anna.Taps("Отменить запись");
        await anna.SeesMessage("Место сразу уйдёт");
        await anna.TapsOn(asked, "Отменить запись");
        await boris.Sees("Освободилось место, вы записаны");
        Assert.Equal("Запись отменена", anna.LastToast);
        await anna.SeesButton("В лист ожидания");
    }
}
