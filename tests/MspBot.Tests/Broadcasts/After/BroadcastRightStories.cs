using MspBot.Domain.Broadcasts;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>A head switches writing to many on for a methodologist, and off.</summary>
public sealed class BroadcastRightStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_allows_it_on_her_card_and_she_is_told()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var methodologist = (await world.MethodologistOfBroadcasts(mayWrite: false)).StartedEarlier();
        var id = await world.Sql<long>("select id from person where chat_id = 701");
        await head.Opens($"c:person:{id}:show");
        await head.Taps("Разрешить рассылки");
        await head.SeesButton("Запретить рассылки");
        await methodologist.Sees("разрешил вам писать всем участникам");
        Assert.Equal(1, await world.Sql<int>("select count(*) from broadcast_right"));
        // Again, from an old message: nothing.
        await head.Opens($"c:brt:{id}:give");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'BroadcastRightGiven'"));
    }

    [Fact]
    public async Task Forbidden_what_she_has_under_way_is_stopped()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        await world.MethodologistOfBroadcasts();
        await world.Reader(201);
        await world.Broadcast(BroadcastState.Waiting, [new(201)], by: 701);
        var id = await world.Sql<long>("select id from person where chat_id = 701");
        await head.Opens($"c:person:{id}:show");
        await head.Taps("Запретить рассылки");
        await head.SeesButton("Разрешить рассылки");
        Assert.Equal("Stopped", await world.Sql<string>("select state from broadcast"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'BroadcastRightTaken'"));
    }

    [Fact]
    public async Task The_right_goes_with_the_role_and_nobody_else_gets_it()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var methodologist = await world.MethodologistOfBroadcasts();
        var reader = await world.Reader(201);
        var (hers, theirs) = (await world.Sql<long>("select id from person where chat_id = 701"),
            await world.Sql<long>("select id from person where chat_id = 201"));
        await head.Opens($"c:person:{theirs}:show");
        await world.HasNoButton(head, "Разрешить рассылки");
        await head.Opens($"c:brt:{theirs}:give");
        await reader.Opens($"c:brt:{theirs}:give");
        await reader.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from broadcast_right"));

        await head.Opens($"c:person:{hers}:show");
        await head.Taps("Снять роль: методист");
        await head.Taps("Да, снять роль");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from broadcast_right"));
    }
}
