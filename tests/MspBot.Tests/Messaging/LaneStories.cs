using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>Turns in order within a chat, in parallel across chats.</summary>
public sealed class LaneStories(TestCluster cluster)
{
    [Fact]
    public async Task A_slow_turn_holds_up_its_own_chat_only()
    {
        await using var world = await World.Open(cluster);
        var slow = world.Visitor(1).StartedEarlier();
        // Other chats, of all numbers: also those that once shared a lane with it.
        var others = Enumerable.Range(2, 16).Select(n => world.Visitor(n).StartedEarlier()).ToList();
        await world.Idle();
        await using var other = new NpgsqlConnection(world.Database.ConnectionString);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("select pg_advisory_lock(1)", other);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        world.Telegram.WaitIdle = () => Task.CompletedTask;
        await slow.Types("/start");
        await slow.Types("привет");
        foreach (var one in others) await one.Types("/start");
        foreach (var one in others) await one.Sees("Здравствуйте!");

        Assert.DoesNotContain(slow.Chat, m => m.FromBot);
        hold.CommandText = "select pg_advisory_unlock(1)";
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await world.Idle();
        Assert.Equal(2, slow.Chat.Count(m => m.FromBot));
    }
}
