using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>How many presses and typed messages what people do most costs them.</summary>
public sealed class TapCountStories(TestCluster cluster)
{
    [Fact]
    public async Task Signing_up_from_the_menu_takes_three_and_cancelling_from_my_three()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.Types("/menu");
        var signsUp = new Steps(anna);
        await signsUp.Taps("Мероприятия");
        await signsUp.Taps(SeminarCast.Label);
        await signsUp.Taps("Записаться");
        await anna.Sees("Вы записаны");

        var cancels = new Steps(anna);
        await cancels.Types("/my");
        await cancels.Taps(SeminarCast.Label);
        await cancels.Taps("Отменить запись");
        await anna.Sees("Запись отменена");
        Assert.Equal((3, 3), (signsUp.Count, cancels.Count));
    }

    [Fact]
    public async Task A_past_meeting_is_repeated_in_five()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Seminar(seats: 25, startsIn: TimeSpan.FromDays(-7));
        await world.Sql<int>("update seminar set audience = 'учителя истории', description = 'Разберём задания'");
        var repeats = new Steps(head);
        await repeats.Types("/new");
        await repeats.Taps("Повторить прошлое");
        await repeats.Taps("17.11 · Читательская");
        await repeats.Types("08.12 15:00");
        var summary = await head.Sees("Опубликовать мероприятие?");
        foreach (var part in (string[])["Круглый стол", "учителя истории", "25 мест", "https://meet.example.org/j/42",
            "Смирнова Вера Павловна (я)", "Разберём задания"])
            Assert.Contains(part, summary);
        await repeats.Taps("Опубликовать");
        await head.Sees("✅ Опубликовано");
        Assert.Equal(5, repeats.Count);
        Assert.Equal("RoundTable|25|учителя истории|01:30:00|2026-12-08 12:00:00", await world.Sql<string>("""
            select concat_ws('|', kind, seats, audience, ends_at - starts_at, starts_at at time zone 'UTC') from seminar
                where starts_at > '2026-11-24'
            """));
        Assert.Empty(world.Telegram.Violations);
    }

    private sealed class Steps(Visitor who)
    {
        internal int Count { get; private set; }

        internal Task Taps(string label)
        {
            Count++;
            return who.Taps(label);
        }

        internal Task Types(string text)
        {
            Count++;
            return who.Types(text);
        }
    }
}
