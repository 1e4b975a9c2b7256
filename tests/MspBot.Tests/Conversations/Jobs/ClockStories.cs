using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Turns;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Conversations.Jobs;

/// <summary>A clock that is put back, or was days ahead, holds nothing up.</summary>
public sealed class ClockStories(TestCluster cluster)
{
    [Fact]
    public async Task When_the_clock_is_put_back_jobs_run_within_a_minute_and_nothing_is_said_twice()
    {
        await using var world = await World.Open(cluster,
            services => services.AddSingleton(new ClockWatchTimes(TimeSpan.FromMilliseconds(200))), ticking: true);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Clock.Advance(TimeSpan.FromDays(10));
        var health = world.Bot.Web.Services.GetRequiredService<JobHealth>();
        await Ticking(world, () => health.HasRun("reminders"));

        world.Clock.AdjustTime(World.Morning);
        await world.Seminar(startsIn: TimeSpan.FromMinutes(90));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await Ticking(world, () => anna.Chat.Any(m => m.Text.StartsWith("🔔 ", StringComparison.Ordinal)));
        var told = anna.Chat.Count(m => m.FromBot);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await DueJobs.RunAll(world.Bot.Web.Services);
        await world.Idle();
        Assert.Equal(told, anna.Chat.Count(m => m.FromBot));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_written_by_a_clock_days_ahead_holds_nothing_up(bool restarted)
    {
        var times = restarted ? ClockWatchTimes.Usual : new(TimeSpan.FromMilliseconds(200));
        await using var world = await World.Open(cluster, services => services.AddSingleton(times));
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Idle();
        if (restarted) await world.StopBot();
        const string Ahead = "clock_timestamp() + interval '10 days'";
        await world.Sql<int>($"update pace set spent_until = {Ahead}, paused_until = {Ahead}");
        await world.Queue("новость");
        await world.Queue("отложенная новость", more: $"free_at={Ahead}");
        await world.Sql<int>($"""
            insert into inbox (update_key, chat_id, received_at, attempts, retry_at) values (-1, 1, {Ahead}, 1, {Ahead})
            """);
        if (restarted) await world.StartBot();

        await WireWorld.Until(() => anna.Hears("новость") == 2, "the news arrive");
        await WireWorld.Until(() => anna.Chat.Count(m => m.FromBot) == 3, "the update is answered");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where done_at is null"));
    }

    [Fact]
    public async Task An_update_received_by_a_clock_days_ahead_is_picked_up()
    {
        await using var world = await World.Open(cluster);   // nothing has looked at the clock yet
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Idle();
        await world.Sql<int>("insert into inbox (update_key, chat_id, received_at) values (-1, 1, clock_timestamp() + interval '10 days')");
        await WireWorld.Until(() => anna.Chat.Any(m => m.FromBot), "the update is answered", seconds: 12);
        await world.Idle();
    }

    [Fact]
    public async Task A_rest_that_can_be_right_is_kept_and_what_is_being_sent_stays_leased()
    {
        await using var world = await World.Open(cluster);
        await world.Idle();
        await world.StopBot();
        await world.Sql<int>("""
            update pace set spent_until = clock_timestamp() + interval '1 second', paused_until = clock_timestamp() + interval '9 minutes';
            insert into outbox (chat_id, payload, priority, free_at, leased_by) values
                (1, '{}', 1, clock_timestamp() + interval '9 minutes', null),
                (2, '{}', 1, clock_timestamp() + interval '9 days', 7);
            insert into inbox (update_key, chat_id, received_at, attempts, retry_at)
                values (-1, 1, clock_timestamp(), 1, clock_timestamp() + interval '15 seconds');
            """);
        const string Seen = """
            select concat_ws(' ', (select concat_ws(' ', spent_until, paused_until) from pace
                where messenger = 'Telegram'),
                (select free_at from outbox where chat_id = 1), (select retry_at from inbox where update_key = '-1'))
            """;
        var before = await world.Sql<string>(Seen);
        await using var source = NpgsqlDataSource.Create(world.Database.ConnectionString);
        await new OutboxStore(source).PullBack(TestContext.Current.CancellationToken);
        await new InboxStore(source).PullBack(TurnRunner.LongestPause, TestContext.Current.CancellationToken);
        Assert.Equal(before, await world.Sql<string>(Seen));
        var leased = await world.Sql<int>("select extract(epoch from free_at - clock_timestamp())::int from outbox where chat_id = 2");
        Assert.InRange(leased, 50, 60);
        await world.Sql<int>("delete from outbox; delete from inbox");
        await world.StartBot();
    }

    /// <summary>Quartz follows the clock in threads of its own, which are given time to look at it.</summary>
    private static async Task Ticking(World world, Func<bool> until)
    {
        for (var n = 0; n < 20 && !until(); n++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.True(until());
    }
}
