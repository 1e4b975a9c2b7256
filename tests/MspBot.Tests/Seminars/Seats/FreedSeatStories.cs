using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>A freed seat goes to the first in line, also at night; the message waits for the morning.</summary>
public sealed class FreedSeatStories(TestCluster cluster)
{
    [Fact]
    public async Task At_night_the_seat_does_not_wait_but_the_message_does()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await boris.Sees("место в очереди: 1");
        await world.Pass(TimeSpan.FromHours(13));   // 23:00

        await anna.GivesBack();
        await world.Idle();
        Assert.Equal(1, await world.Count("Confirmed"));
        await boris.DoesNotSee("Освободилось");
        await world.Pass(TimeSpan.FromHours(8.5));  // 07:30
        await boris.DoesNotSee("Освободилось");
        await world.Pass(TimeSpan.FromHours(0.5));  // 08:00
        await boris.Sees("Освободилось место, вы записаны");
    }

    [Fact]
    public async Task Shortly_before_the_start_the_message_goes_at_any_time()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(12));   // 22:00
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromHours(11));   // 21:00

        await anna.GivesBack();
        await boris.Sees("Освободилось место. Оно достанется первому");
        await boris.Taps("Беру место");
        await boris.Sees("Вы записаны");
    }

    [Fact]
    public async Task A_seat_given_back_at_night_is_not_promised_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris, vera) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        foreach (var one in (Visitor[])[boris, vera])
        {
            await one.SignsUp("В лист ожидания");
            await world.Idle();
        }
        await world.Pass(TimeSpan.FromHours(13));   // 23:00
        await anna.GivesBack();
        await world.Idle();
        await boris.Types("/my");
        await boris.Taps("01.12 10:00");
        await boris.GivesBack();
        await world.Pass(TimeSpan.FromHours(9));
        Assert.DoesNotContain(boris.Chat, m => m.Text.Contains("Освободилось", StringComparison.Ordinal));
        await vera.Sees("Освободилось место, вы записаны");
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_their_seat_to_the_first_in_line()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Head();
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.SignsUp("В лист ожидания");
        await boris.Sees("место в очереди: 1");

        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await boris.Sees("Освободилось место, вы записаны");
        Assert.Equal((1, 1), (await world.Count("Confirmed"), await world.Count("Cancelled")));
    }
}
