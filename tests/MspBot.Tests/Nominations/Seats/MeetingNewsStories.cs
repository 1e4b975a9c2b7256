using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>A meeting that is moved or cancelled is news to the heads of the schools that it concerns.</summary>
public sealed class MeetingNewsStories(TestCluster cluster)
{
    [Fact]
    public async Task Of_a_meeting_that_comes_sooner_the_heads_hear_until_when_seats_are_held_now()
    {
        await using var world = await World.Open(cluster);
        var (cast, uninvolved) = await Held(world);

        await Moves(cast, world, "26.11 16:00");
        var ours = Assert.Single(cast.Head.Chat, m => m.Text.Contains("Изменилось время", StringComparison.Ordinal));
        Assert.Contains("чт, 26 ноября, 16:00", ours.Text, StringComparison.Ordinal);
        Assert.Contains("Для вашей школы держится 1 место, до чт, 26 ноября, 13:00.", ours.Text, StringComparison.Ordinal);
        var theirs = Assert.Single(cast.OtherHead.Chat, m => m.Text.Contains("Изменилось время", StringComparison.Ordinal));
        Assert.Contains("Для вашей школы держатся 2 места, до чт, 26 ноября, 13:00.", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(uninvolved.Chat, m => m.Text.Contains("Изменилось время", StringComparison.Ordinal));
        await cast.Head.TapsOn(ours, "Кого направили");
        await cast.Head.Sees("Иванова М. П.: ждём ответа");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_head_of_the_site_reads_how_many_heads_of_schools_hear_of_it_besides_those_who_have_a_place()
    {
        await using var world = await World.Open(cluster);
        var (cast, _) = await Held(world);
        await Moves(cast, world, "26.11 16:00");
        await cast.Site.Sees("Изменено. Об этом узнает 1 человек, отдельно — 2 руководителя школ.");
        await world.Sql<int>("update person set reachable = false where chat_id = 31");
        await cast.Site.Taps("Отменить мероприятие");
        await cast.Site.Taps("Пропустить");
        await cast.Site.Taps("Да, отменить мероприятие");
        await cast.Site.Sees("Мероприятие отменено. Об этом узнает 1 человек, отдельно — 1 руководитель школы.");
    }

    [Fact]
    public async Task Where_nobody_has_a_place_the_heads_of_schools_alone_are_counted()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await cast.Holds();
        await cast.Site.Changes("Места");
        await cast.Site.Taps("Без ограничения");
        await cast.Site.Sees("Изменено. Об этом узнают 2 руководителя школ.");
        await cast.Head.Sees("Мест теперь сколько угодно");
    }

    [Fact]
    public async Task Of_one_that_comes_so_soon_that_nothing_is_held_they_hear_that()
    {
        await using var world = await World.Open(cluster);
        var (cast, _) = await Held(world);
        await Moves(cast, world, "24.11 12:00");
        await cast.Head.Sees("Места для вашей школы больше не держатся.");
        await cast.OtherHead.Sees("Места для вашей школы больше не держатся.");
    }

    [Fact]
    public async Task A_move_at_night_is_told_in_the_morning_and_a_cancellation_once()
    {
        await using var world = await World.Open(cluster);
        var (cast, uninvolved) = await Held(world);
        await world.Pass(TimeSpan.FromHours(12.5));
        await Moves(cast, world, "02.12 16:00");
        Assert.DoesNotContain(cast.Head.Chat, m => m.Text.Contains("Изменилось время", StringComparison.Ordinal));
        await world.Pass(TimeSpan.FromHours(11));
        await cast.Head.Sees("Изменилось время");
        await cast.Head.Sees("Для вашей школы держится 1 место, до пт, 27 ноября, 15:00.");

        await cast.Site.Taps("Отменить мероприятие");
        await cast.Site.Taps("Пропустить");
        await cast.Site.Taps("Да, отменить мероприятие");
        await cast.Site.Sees("Мероприятие отменено. ");
        await world.Idle();
        foreach (var head in (Visitor[])[cast.Head, cast.OtherHead])
            Assert.Single(head.Chat, m => m.Text.Contains("Места для вашей школы больше не держатся.", StringComparison.Ordinal)
                && m.Text.StartsWith("❌ Мероприятие отменено", StringComparison.Ordinal));
        Assert.DoesNotContain(uninvolved.Chat, m => m.Text.Contains("Мероприятие отменено", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    /// <summary>Two seats held for each of two schools; № 21 has sent its teacher. A third school has nothing to do with it.</summary>
    private static async Task<(HeldCast Cast, Visitor Uninvolved)> Held(World world)
    {
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await cast.Holds();
        var uninvolved = await world.HeadAt(41);
        await cast.Head.Taps("Направить учителя");
        await cast.Head.Nominates("Иванова М. П.");
        await cast.Head.Sees("Направлено: 1");
        return (cast, uninvolved);
    }

    private static async Task Moves(HeldCast cast, World world, string to)
    {
        await cast.Site.Changes("Дата и время");
        await cast.Site.Types(to);
        await cast.Site.Taps("Всё верно");
        await cast.Site.Sees("Изменено");
        await world.Idle();
    }
}
