using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>What was noted for one time does not count for another.</summary>
public sealed class MovedSeminarStories(TestCluster cluster)
{
    [Fact]
    public async Task Presence_noted_for_the_old_time_is_void_after_a_move()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = ((await world.Head()).StartedEarlier(), await world.Teacher(1));
        var id = await Joined(world, anna);
        var signUp = await world.Sql<long>("select id from sign_up");
        await world.Sql<int?>(
            $"insert into evidence (sign_up_id, kind, came, at, by_person) select {signUp}, 'ByHand', true, {world.Now}, min(id) from " +
            $"person");
        // In tests each new word is the same.
        await world.Sql<int?>($"update seminar set code_word = 'старое 11' where id = {id}");

        await Moves(head, "02.12 16:00");
        Assert.Equal(0, await world.Sql<int>("select count(*) from evidence"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from sign_up where came is not null"));
        Assert.NotEqual("старое 11", await world.Sql<string>($"select code_word from seminar where id = {id}"));

        await world.Pass(TimeSpan.FromDays(8) + TimeSpan.FromHours(6));
        await head.TapsOn(await head.SeesMessage("Отметьте, кто был"), "Кто был");
        await head.Taps("Никто не пришёл");
        await world.Pass(TimeSpan.FromHours(16));
        await anna.DoesNotSee("Оцените мероприятие");
        await anna.SeesMessage("вас не было");
    }

    [Fact]
    public async Task A_start_put_off_by_minutes_is_the_same_meeting()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = ((await world.Head()).StartedEarlier(), await world.Teacher(1));
        var id = await Joined(world, anna);
        await world.Sql<int?>($"update seminar set code_word = 'старое 11' where id = {id}");
        await Moves(head, "24.11 12:05");
        Assert.Equal(1, await world.Sql<int>("select count(*) from sign_up where came"));
        Assert.Equal("старое 11", await world.Sql<string>($"select code_word from seminar where id = {id}"));

        await Moves(head, "24.11 12:30");
        Assert.Equal(0, await world.Sql<int>("select count(*) from sign_up where came"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from evidence"));
    }

    /// <summary>In ten minutes it begins, and Anna has pressed «Подключиться».</summary>
    private static async Task<long> Joined(World world, Visitor anna)
    {
        var id = await world.Seminar(startsIn: TimeSpan.FromHours(2));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromMinutes(110));
        await anna.Types("/my");
        await anna.Taps(SeminarCast.Label);
        await anna.Taps("Подключиться");
        await anna.Sees("Вы отмечены");
        return id;
    }

    private static async Task Moves(Visitor head, string to)
    {
        await head.Changes("Дата и время");
        await head.Types(to);
        await head.Taps("Всё верно");
        await head.Sees("Изменено");
    }
}
