using MspBot.Sandbox;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>An offer of a late seat ends with what made it, and whoever had it hears so.</summary>
public sealed class StaleOfferStories(TestCluster cluster)
{
    private const string Offer = "Освободилось место. Оно достанется первому";
    private const string Over = "Предложение «Беру место» больше не действует";

    [Fact]
    public async Task After_a_move_the_next_late_seat_is_offered_to_all_who_wait_longest()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var all = await InLine(world, seats: 1, people: 5);
        await all[0].GivesBack();
        foreach (var one in all[1..4]) await one.SeesMessage(Offer);

        await Moves(head, "01.12 12:00");
        await all[1].SeesMessage("Освободилось место, вы записаны");
        foreach (var one in all[2..4]) await one.SeesMessage(Over);
        await all[4].DoesNotSee(Over);
        // The offer itself says so by now; a client that has not heard of that may still press it.
        Assert.DoesNotContain(all[3].Chat.SelectMany(m => m.Buttons).SelectMany(r => r), b => b.Label == "Беру место");
        await all[3].TapsData(all[3].Chat[^1], "c:s:1:take");
        Assert.Contains("перенесли", all[3].LastToast);
        Assert.Equal(0, await Offered(world));

        await world.Pass(TimeSpan.FromDays(7));
        await all[1].Types("/my");
        await all[1].Taps(SeminarCast.Label);
        await all[1].GivesBack();
        await world.Idle();
        foreach (var one in all[2..5]) Assert.Contains(Offer, one.Chat[^1].Text);
        Assert.Equal(3, await Offered(world));
        await all[3].TapsOn(all[3].Chat[^1], "Беру место");
        await all[3].Sees("Вы записаны");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task After_a_move_within_the_late_hours_the_seat_is_offered_anew()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var all = await InLine(world, seats: 1, people: 5);
        await all[0].GivesBack();
        foreach (var one in all[1..4]) await one.SeesMessage(Offer);
        await Moves(head, "24.11 12:30");
        await world.Idle();
        foreach (var one in all[1..4])
        {
            await one.SeesMessage("Изменилось время");
            Assert.Contains(Offer, one.Chat[^1].Text);
            Assert.Contains("12:30", one.Chat[^1].Text);
        }
        Assert.Equal(3, await Offered(world));
        await all[2].TapsOn(all[2].Chat[^1], "Беру место");
        await all[2].Sees("Вы записаны");
    }

    [Fact]
    public async Task Fewer_seats_end_the_offer_and_more_make_a_new_one()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var all = await InLine(world, seats: 2, people: 5);
        await all[0].GivesBack();
        foreach (var one in all[2..5]) await one.SeesMessage(Offer);
        var offer = await all[2].SeesMessage(Offer);

        await Seats(head, "1");
        foreach (var one in all[2..5]) await one.SeesMessage(Over);
        Assert.Equal(0, await Offered(world));
        Assert.DoesNotContain(all[2].Chat.SelectMany(m => m.Buttons).SelectMany(r => r), b => b.Label == "Беру место");
        await all[2].TapsData(offer, "c:s:1:take");
        Assert.Contains("или его больше нет", all[2].LastToast);

        await Seats(head, "2");
        await world.Idle();
        foreach (var one in all[2..5]) Assert.Contains(Offer, one.Chat[^1].Text);
        await all[4].TapsOn(all[4].Chat[^1], "Беру место");
        await all[4].Sees("Вы записаны");
        await all[3].Sees("уже занял");
    }

    [Fact]
    public async Task A_cancelled_meeting_offers_nothing()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var all = await InLine(world, seats: 1, people: 3);
        await all[0].GivesBack();
        foreach (var one in all[1..3]) await one.SeesMessage(Offer);
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Отменить мероприятие");
        await head.Taps("Пропустить");
        await head.Taps("Да, отменить мероприятие");
        foreach (var one in all[1..3]) await one.SeesMessage("Мероприятие отменено");
        Assert.Equal(0, await Offered(world));
    }

    private static async Task<Visitor[]> InLine(World world, int seats, int people)
    {
        var all = new Visitor[people];
        for (var n = 0; n < people; n++) all[n] = await world.Teacher(n + 1);
        await world.Seminar(seats: seats, startsIn: TimeSpan.FromHours(2));
        for (var n = 0; n < people; n++)
        {
            await all[n].SignsUp(n < seats ? "Записаться" : "В лист ожидания");
            await world.Idle();
        }
        return all;
    }

    private static async Task Moves(Visitor head, string to)
    {
        await head.Changes("Дата и время");
        await head.Types(to);
        await head.Taps("Всё верно");
        await head.Sees("Изменено");
    }

    private static async Task Seats(Visitor head, string to)
    {
        await head.Changes("Места");
        await head.Types(to);
        await head.Sees("Изменено");
    }

    private static Task<int> Offered(World world) => world.Sql<int>("select count(*) from sign_up where asked_at is not null");
}
