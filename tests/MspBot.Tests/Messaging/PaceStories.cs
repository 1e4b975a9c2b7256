using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>Who goes first, and how fast.</summary>
public sealed class PaceStories(TestCluster cluster)
{
    [Fact]
    public async Task Notices_go_before_bulk_and_each_chat_keeps_its_order()
    {
        await using var world = await World.Open(cluster);
        var people = Enumerable.Range(1, 5).Select(n => world.Known(n)).ToList();
        await world.StopBot();
        foreach (var round in Enumerable.Range(0, 3))
            foreach (var person in people) await world.Queue($"рассылка {round}", person.Id, priority: 2);
        foreach (var person in people) await world.Queue("новость", person.Id);
        await world.StartBot();
        await world.Idle();
        Assert.All(people, p => Assert.Equal(["рассылка 0", "рассылка 1", "рассылка 2"],
            p.Chat.Where(m => m.Text.StartsWith("рассылка", StringComparison.Ordinal)).Select(m => m.Text)));
        Assert.True(world.Calls("sendMessage", "новость").Max(c => c.Number) < world.Calls("sendMessage", "рассылка 2").Min(c => c.Number));
    }

    [Fact]
    public async Task A_queue_of_three_thousand_delays_no_answer_and_meets_no_429()
    {
        await using var world = await World.Open(cluster, null, new BotApiOptions { FloodControl = true });
        for (var n = 1; n <= 3000; n++) world.Known(10_000 + n);
        var anna = await SeminarCast.Teacher(world, 1);
        await world.Sql<int>("""
            insert into outbox (chat_id, payload, priority)
            select 10000 + n, '{"text":"рассылка","rows":[]}', 2 from generate_series(1, 3000) n
            """);
        await WireWorld.Until(() => world.Calls("sendMessage", "рассылка").Count > 60, "the pace is reached");
        var slowest = TimeSpan.Zero;
        for (var n = 0; n < 5; n++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await anna.Types("/menu");
            await anna.Sees("Меню");
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, System.Diagnostics.Stopwatch.GetElapsedTime(began).Ticks));
            var seen = world.Calls("sendMessage", "рассылка").Count;
            await WireWorld.Until(() => world.Calls("sendMessage", "рассылка").Count > seen + 30, "another second of bulk");
        }

        var bulk = world.Calls("sendMessage", "рассылка");
        // Thirty a second, and what may go at once to begin with.
        var seconds = (bulk[^1].At - bulk[0].At).TotalSeconds;
        Assert.InRange(bulk.Count, 20 * seconds, 30 * (seconds + 1));
        Assert.Equal(0, world.Telegram.Flood.Refused);
        Assert.True(slowest < TimeSpan.FromSeconds(1.5), $"the slowest answer took {slowest.TotalMilliseconds} ms");
        await world.Sql<int>("update outbox set done_at = clock_timestamp() where done_at is null");
    }

    [Fact]
    public async Task What_waits_for_its_hour_is_sent_when_it_comes()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await world.Queue("утром", more: $"not_before='{World.Morning.AddHours(2):O}'");
        await world.Queue("сейчас");
        await anna.Sees("сейчас");
        await world.Idle();
        Assert.DoesNotContain(anna.Chat, m => m.Text == "утром");
        await world.Pass(TimeSpan.FromHours(2));
        await anna.Sees("утром");
    }

    [Fact]
    public async Task However_many_wait_only_the_first_are_read()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using (var fill = source.CreateCommand("""
            insert into outbox (chat_id, payload, priority) select n, '{"text":"рассылка","rows":[]}', 2 from generate_series(1, 3000) n;
            analyze outbox
            """))
        {
            await fill.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var claimed = await new OutboxStore(source)
            .Claim(32, World.Morning, 1, new(MessengerKind.Telegram, 29), TestContext.Current.CancellationToken);

        Assert.InRange(claimed.Count, 1, 15);
        // A scan of a chat's rows for each row that is looked at, whether it waits behind another.
        await using var looks = source.CreateCommand("""
            select pg_stat_get_xact_numscans(oid) + pg_stat_get_numscans(oid) from pg_class where relname = 'outbox_chat'
            """);
        await WireWorld.Until(async () => (long)(await looks.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0, "figures");
        Assert.InRange((long)(await looks.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, 1, 100);
    }
}
