using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Messaging;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>The spinner of a press: stopped once, whatever happens to the process, its neighbour or Telegram.</summary>
public sealed class PressAnswerStories(TestCluster cluster)
{
    [Fact]
    public async Task A_press_that_was_answered_is_not_answered_again_after_a_restart()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Taps("Профиль");
        await anna.Sees("Напоминания");
        await world.Idle();
        // One that nobody answered before the kill.
        await world.Sql<int>("insert into inbox (update_key, chat_id, press, done_at) values (-1, 1, 'unanswered', clock_timestamp())");
        await world.RestartBot();
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Equal(["unanswered"], world.Calls("answerCallbackQuery").Skip(1).Select(c =>
            c.Parameters.Contains("unanswered", StringComparison.Ordinal) ? "unanswered" : c.Parameters));
    }

    [Fact]
    public async Task A_press_counts_as_answered_once_its_answer_has_arrived()
    {
        await using var world = await World.Open(cluster,
            services => services.AddSingleton(new PressAnswers(TimeSpan.FromMilliseconds(50))));
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        world.Telegram.Faults.Next("answerCallbackQuery", Fault.Slow(TimeSpan.FromSeconds(2)));
        var before = await world.Sql<long>("select max(seq) from inbox");
        await using (var other = new Npgsql.NpgsqlConnection(world.Database.ConnectionString))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var keep = new Npgsql.NpgsqlCommand("select pg_advisory_lock(1)", other);
            await keep.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await anna.TapsWithoutWaiting("Профиль");
            await WireWorld.Until(() => world.Telegram.Faults.Happened > 0, "the answer of a press whose turn waits");
            keep.CommandText = "select pg_advisory_unlock(1)";
            await keep.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        // Not "sees": that waits for calls that are under way.
        await WireWorld.Until(async () =>
        {
            var marked = await world.Sql<int>($"""
                select count(*) from inbox where done_at is not null and press is null and seq > {before}
                """) > 0;
            Assert.True(!marked || world.Calls("answerCallbackQuery").Count > 0, "a kill now would leave the press open");
            return marked;
        }, "the press is marked");
        await anna.Sees("Напоминания");
    }

    [Fact]
    public async Task A_press_is_answered_once_Telegram_is_back_however_often_it_was_tried()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        world.Telegram.Faults.Next("answerCallbackQuery", Fault.ServerError, times: 6);
        await anna.TapsWithoutWaiting("Профиль");
        await WireWorld.Until(() => world.Calls("answerCallbackQuery").Any(c => c.Status == 200), "the press is answered", seconds: 30);
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where press is not null"));
    }

    [Fact]
    public async Task A_press_of_a_neighbour_that_died_is_answered()
    {
        await using var world = await World.Open(cluster);
        await world.Idle();
        await world.Sql<int>("insert into inbox (update_key, chat_id, press, done_at) values (-1, 1, 'neighbours', clock_timestamp())");
        await world.Sql<int>("insert into instance (owner) values (77)");
        await WireWorld.Until(
            () => world.Calls("answerCallbackQuery").Any(c => c.Parameters.Contains("neighbours", StringComparison.Ordinal)),
            "its press is answered", 30);
    }

    [Fact]
    public async Task A_press_of_a_neighbour_that_died_is_answered_also_when_looking_for_it_fails_first()
    {
        await using var world = await World.Open(cluster);
        // No turn begins before the first look of a start, which is not the one that is to fail.
        var anna = world.Known(2);
        await anna.Types("/start");
        await anna.Sees("Здравствуйте!");
        await world.Idle();
        await world.Sql<int>("insert into inbox (update_key, chat_id, press, done_at) values (-1, 1, 'neighbours', clock_timestamp())");
        await using (var other = new Npgsql.NpgsqlConnection(world.Database.ConnectionString))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = new Npgsql.NpgsqlCommand("begin; lock table inbox in access exclusive mode", other);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await world.Sql<int>("insert into instance (owner) values (77)");
            // Whoever looks for its presses is cut off.
            await WireWorld.Until(async () => await world.Sql<int>("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%press is not null%'
                """) > 0, "its presses are looked for", 30);
            hold.CommandText = "rollback";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(0, await world.Sql<int>("select count(*) from instance where owner = 77"));
        await WireWorld.Until(
            () => world.Calls("answerCallbackQuery").Any(c => c.Parameters.Contains("neighbours", StringComparison.Ordinal)),
            "its press is answered", 30);
    }
}
