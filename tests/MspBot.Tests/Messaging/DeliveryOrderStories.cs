using Microsoft.Extensions.DependencyInjection;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>What waits in a chat keeps its order when a message is put back.</summary>
public sealed class DeliveryOrderStories(TestCluster cluster)
{
    [Fact]
    public async Task An_answer_that_was_put_back_does_not_overwrite_a_later_one()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        var menu = anna.Chat.Last(m => m.FromBot);
        world.Telegram.Faults.NextIn(1, "editMessageText", Fault.TooManyRequests(11));
        await anna.TapsData(menu, "m:events");
        await WireWorld.Until(() => world.Calls("editMessageText").Any(c => c.Status == 429), "a 429");
        await anna.TapsData(menu, "m:profile");
        await WireWorld.Until(() => anna.Chat.Last(m => m.FromBot).Text.Contains("Напоминания", StringComparison.Ordinal), "the profile",
            seconds: 40);
        await world.Idle();
        Assert.Contains("Напоминания", anna.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);
        Assert.Equal([429, 200], world.Calls("editMessageText").Select(c => c.Status));
    }

    [Fact]
    public async Task A_chats_later_answers_wait_behind_one_that_was_put_back_and_other_chats_do_not()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2));
        anna.StartedEarlier();
        await world.Queue("первая", priority: 0, more: "free_at=clock_timestamp() + interval '4 seconds'");
        await anna.Types("/menu");
        await boris.Types("/menu");
        await boris.Sees("Меню");
        Assert.DoesNotContain(anna.Chat, m => m.FromBot);
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Equal(["первая", "Меню"], anna.Chat.Where(m => m.FromBot).Select(m => m.Text.Split('\n')[0]));
    }

    [Fact]
    public async Task An_edit_that_waited_is_not_made_once_a_later_one_is_there()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        var menu = anna.Chat.Last(m => m.FromBot).Id;
        // As another process left them: the later one is made already.
        await world.Sql<int>($$"""
            insert into outbox (chat_id, payload, priority, replaces_message, attempts, waiting, leased_by, created_at, free_at)
            values (1, '{"text":"ранняя","rows":[]}', 0, {{menu}}, 1, true, null, clock_timestamp() - interval '2 seconds',
                clock_timestamp() + interval '1 second')
            """);
        await world.Sql<int>(
            $"insert into outbox (chat_id, payload, priority, replaces_message, attempts, waiting, done_at, message_id) values (1, '', " +
            $"0, {menu}, 1, false, clock_timestamp(), {menu})");
        await world.Idle();
        Assert.Empty(world.Calls("editMessageText", "ранняя"));
    }

    [Fact]
    public async Task A_notice_is_marked_at_once_also_when_every_connection_is_taken()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await world.Queue("первая");
        await anna.Sees("первая");
        await world.Idle();
        world.Telegram.Faults.NextIn(1, "sendMessage", Fault.Slow(TimeSpan.FromSeconds(2)));
        await world.Queue("вторая");
        await WireWorld.Until(() => world.Telegram.Faults.Happened > 0, "a slow call");
        var source = world.Bot.Web.Services.GetRequiredService<Npgsql.NpgsqlDataSource>();
        using var enough = new CancellationTokenSource();
        var taken = Enumerable.Range(0, 20).Select(_ => source.OpenConnectionAsync(enough.Token).AsTask()).ToList();
        try
        {
            await anna.Sees("вторая");
            // Long before a connection would be given up for lost: that takes 15 seconds.
            for (var tries = 0; await world.Sql<int>("select count(*) from outbox where done_at is null") > 0; tries++)
            {
                Assert.True(tries < 50, "the mark waits for a connection");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            await enough.CancelAsync();
            while (!taken.TrueForAll(one => one.IsCompleted)) await Task.Delay(10, TestContext.Current.CancellationToken);
            foreach (var one in taken.Where(one => one.IsCompletedSuccessfully)) await (await one).DisposeAsync();
        }
    }
}
