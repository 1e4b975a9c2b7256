using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Sending;

/// <summary>Two minutes to stop, then it goes; every recipient has exactly one outcome.</summary>
public sealed class SendingStories(TestCluster cluster)
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task It_goes_after_two_minutes_and_the_report_says_who_was_not_reached()
    {
        await using var world = await World.Open(cluster);
        var (head, readers) = await Pressed(world, 4);
        await head.Sees("Уйдёт через 2 минуты.");
        await head.SeesButton("Остановить рассылку");
        await readers[0].Blocks();
        await readers[1].Types("/menu");
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.All(readers[2..], reader => Assert.DoesNotContain(reader.Chat, m => m.FromBot));
        await world.Pass(Minutes);
        await readers[2].Sees(BroadcastCast.Words);
        await world.RunJobs();
        var report = await head.SeesMessage("Доставлено 3 из 4.");
        Assert.Contains("— остановили бота: 1", report.Text, StringComparison.Ordinal);
        Assert.Contains("«Доставлено» значит, что сообщение пришло в чат. Прочитано ли оно, бот не знает.", report.Text,
            StringComparison.Ordinal);
        Assert.Equal("Blocked 1, Sent 3", await Outcomes(world));
        Assert.Equal(3, await world.Sql<int>("select count(*) from broadcast_recipient where message is not null"));
        await world.RunJobs();
        Assert.Equal(2, head.Chat.Count(m => m.FromBot && m.Text.Contains("Доставлено 3 из 4.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stopped_within_two_minutes_nobody_gets_it()
    {
        await using var world = await World.Open(cluster);
        var (head, readers) = await Pressed(world, 3);
        await head.Taps("Остановить рассылку");
        await head.Sees("Никому не ушло, 3 остановлены.");
        await world.Pass(TimeSpan.FromHours(13));
        await world.RunJobs();
        Assert.All(readers, reader => Assert.DoesNotContain(reader.Chat, m => m.FromBot));
        Assert.Equal("Stopped 3", await Outcomes(world));
        Assert.Equal(1, await world.Sql<int>("select count(*) from broadcast where state = 'Stopped' and done_at is not null"));
    }

    [Fact]
    public async Task Stopped_on_the_way_it_says_how_many_have_gone()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 0; n < 4; n++) await world.Reader(200 + n);
        var id = await world.Broadcast(BroadcastState.Sending,
            [new(200, RecipientOutcome.Sent), new(201), new(202), new(203, RecipientOutcome.Blocked)], ago: TimeSpan.FromSeconds(100));
        await head.Opens($"c:bb:{id.Value}:show");
        await head.Sees("Отправлено 2 из 4.");
        await head.Taps("Остановить рассылку");
        await head.Sees("1 уже отправлено, 2 остановлены.");
        await head.Sees("— остановили бота: 1");
    }

    [Fact]
    public async Task What_has_gone_cannot_be_stopped()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await Pressed(world, 3);
        world.Clock.Advance(Minutes);
        await world.Idle();
        await head.Opens("c:bb:1:stop");
        await world.Idle();
        Assert.Equal("Waiting", await world.Sql<string>("select state from broadcast"));
        await world.RunJobs();
        Assert.Equal("Sent 3", await Outcomes(world));
    }

    [Fact]
    public async Task Who_opts_out_or_is_erased_before_it_goes_is_skipped_and_counted()
    {
        await using var world = await World.Open(cluster);
        var first = (await world.HeadOfBroadcasts()).StartedEarlier();
        var (old, leaving, staying) = (await world.Reader(200), await world.Reader(201), await world.Reader(202));
        var before = await world.Broadcast(BroadcastState.Done, [new(200, RecipientOutcome.Sent)], "Прежнее", ago: TimeSpan.FromDays(3));
        var id = await world.Broadcast(BroadcastState.Waiting, [new(200), new(201), new(202)], ago: TimeSpan.Zero);
        await old.Opens($"c:bx:{before.Value}:no-more");
        await old.Sees("Больше не буду присылать рассылки.");
        await leaving.Types("/profile");
        await leaving.Taps("Удалить мои данные");
        await leaving.Taps("Да, удалить");
        await world.Pass(Minutes);
        await world.RunJobs();
        await staying.Sees(BroadcastCast.Words);
        Assert.DoesNotContain(old.Chat, m => m.Text.Contains(BroadcastCast.Words, StringComparison.Ordinal));
        await first.Sees("— отказались от рассылок до отправки: 2");
        Assert.Equal("OptedOut 2, Sent 1", await Outcomes(world, id));
        await old.Taps("Включить рассылки");
        await old.Sees("Рассылки снова включены.");
        Assert.True(await world.Sql<bool>("select broadcasts from person where chat_id = 200"));
    }

    [Fact]
    public async Task Who_is_erased_right_after_it_came_has_got_it()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfBroadcasts();
        var leaving = await world.Reader(201);
        var id = await world.Broadcast(BroadcastState.Waiting, [new(201)], ago: TimeSpan.Zero);
        // It has gone, and nobody has looked yet.
        await world.Sql<int>("update outbox set done_at = clock_timestamp(), waiting = false, message_id = '77' where chat_id = 201");
        await leaving.Types("/profile");
        await leaving.Taps("Удалить мои данные");
        await leaving.Taps("Да, удалить");
        await world.Idle();
        Assert.Equal("Sent 1", await Outcomes(world, id));
    }

    [Fact]
    public async Task What_was_held_up_until_night_goes_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfBroadcasts();
        var reader = await world.Reader(201);
        var id = await world.Broadcast(BroadcastState.Waiting, [new(201)], ago: TimeSpan.Zero);
        // As when the messenger asks to wait.
        await world.Sql<int>("update outbox set free_at = clock_timestamp() + interval '9 minutes' where chat_id = 201");
        world.Clock.Advance(TimeSpan.FromHours(11));
        await using (var scope = world.Bot.Web.Services.CreateAsyncScope())
        {
            var night = world.Clock.GetUtcNow();
            var quietUntil = scope.ServiceProvider.GetRequiredService<QuietHours>().NotBefore(night);
            await scope.ServiceProvider.GetRequiredService<OutcomeStore>().Step(id, night, quietUntil);
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        }
        await world.Sql<int>("update outbox set free_at = clock_timestamp() where chat_id = 201");
        await world.Pass(TimeSpan.FromHours(2));
        Assert.DoesNotContain(reader.Chat, m => m.FromBot);
        await world.Pass(TimeSpan.FromHours(10));
        await world.RunJobs();
        await reader.Sees(BroadcastCast.Words);
        Assert.Equal("Sent 1", await Outcomes(world, id));
    }

    [Fact]
    public async Task Whoever_may_not_write_any_more_is_stopped_and_the_other_heads_are_told()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var methodologist = (await world.MethodologistOfBroadcasts()).StartedEarlier();
        var reader = await world.Reader(200);
        await world.Broadcast(BroadcastState.Waiting, [new(200)], by: 701, ago: TimeSpan.Zero);
        var person = await world.Sql<long>("select id from person where chat_id = 701");
        await head.Opens($"c:person:{person}:ask:Methodologist");
        await head.Sees("Рассылки, которые ещё не ушли целиком и остановятся: 1");
        await head.Taps("Да, снять роль");
        await world.Pass(Minutes);
        await world.RunJobs();
        Assert.DoesNotContain(reader.Chat, m => m.FromBot);
        Assert.Equal("Stopped 1", await Outcomes(world));
        Assert.Equal("Stopped", await world.Sql<string>("select state from broadcast"));
        Assert.DoesNotContain(methodologist.Chat, m => m.Text.Contains("Рассылка остановлена", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sender_erased_stops_it_and_tells_the_heads()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var methodologist = (await world.MethodologistOfBroadcasts()).StartedEarlier();
        var reader = await world.Reader(200);
        await world.Broadcast(BroadcastState.Waiting, [new(200)], by: 701, ago: TimeSpan.Zero);
        await world.Broadcast(BroadcastState.Composed, [], "Черновик", by: 701);
        await methodologist.Types("/profile");
        await methodologist.Taps("Удалить мои данные");
        await methodologist.Taps("Да, удалить");
        await head.Sees("больше не может делать рассылки");
        await world.Pass(Minutes);
        Assert.DoesNotContain(reader.Chat, m => m.FromBot);
        Assert.Equal(1, await world.Sql<int>("select count(*) from broadcast"));
        await head.Taps("Открыть рассылку");
        await head.Sees("Пишет: участник, удаливший данные");
    }

    [Fact]
    public async Task What_could_not_go_in_its_time_can_be_sent_again_and_says_so()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        await world.Reader(200);
        await world.Reader(201);
        await world.Broadcast(BroadcastState.Waiting, [new(200), new(201)], ago: TimeSpan.Zero);
        await world.Sql<int>("update outbox set error = '400', done_at = clock_timestamp(), waiting = false where chat_id = 201");
        world.Clock.Advance(TimeSpan.FromHours(13));   // as a machine that was off
        while (await world.Sql<int>("select count(*) from outbox where done_at is null") > 0) await Task.Yield();
        await world.RunJobs();
        await world.Pass(TimeSpan.FromHours(10));   // the report comes by day
        await head.Sees("— не успело уйти, можно повторить: 1");
        await head.Sees("— не доставлено по другой причине: 1");
    }

    [Fact]
    public async Task A_recipient_marks_that_they_have_read_it_once()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfBroadcasts()).StartedEarlier();
        var reader = await world.Reader(200, role: "SchoolHead");
        var other = await world.Reader(201);
        var id = await world.Broadcast(BroadcastState.Done, [new(200, RecipientOutcome.Sent)], acknowledge: true,
            audience: new Audience.OfRole(Role.SchoolHead));
        await other.Opens($"c:bx:{id.Value}:seen");
        await reader.Opens($"c:bx:{id.Value}:seen");
        await world.Idle();
        var at = await world.Sql<string>("select string_agg(acknowledged_at::text, ',') from broadcast_recipient");
        Assert.NotNull(at);
        await world.Pass(TimeSpan.FromMinutes(5));
        await reader.Opens($"c:bx:{id.Value}:seen");
        await world.Idle();
        Assert.Equal(at, await world.Sql<string>("select string_agg(acknowledged_at::text, ',') from broadcast_recipient"));
    }

    private static async Task<(Visitor Head, Visitor[] Readers)> Pressed(World world, int count)
    {
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var readers = new Visitor[count];
        for (var n = 0; n < count; n++) readers[n] = await world.Reader(200 + n);
        var id = await world.Broadcast(BroadcastState.Composed, []);
        await head.Opens($"c:bb:{id.Value}:show");
        await head.Taps($"Отправить: {count}");
        await head.Sees("Рассылка ждёт отправки");
        return (head, readers);
    }

    private static Task<string?> Outcomes(World world, BroadcastId? id = null) => world.Sql<string>($"""
        select string_agg(outcome || ' ' || n, ', ' order by outcome)
        from (select coalesce(outcome, 'open') as outcome, count(*) as n from broadcast_recipient
              where broadcast_id = {id?.Value ?? 1} group by 1) o
        """);
}
