using Microsoft.Extensions.Time.Testing;
using MspBot.Domain.Broadcasts;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>«Удалить у получателей»: asks, takes it out of the chats, and counts from how many it is gone.</summary>
public sealed class DeleteStories(TestCluster cluster)
{
    [Fact]
    public async Task It_asks_and_then_is_gone_from_every_chat_also_where_the_person_had_deleted_it()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(3);
        await readers[0].Deletes(Assert.Single(readers[0].Letters()));
        await head.OpensBroadcast(id);
        await head.Taps("Удалить у получателей");
        await head.Sees("Удалить сообщение у 3 получателей?");
        Assert.Single(readers[1].Letters());
        await head.Taps("Удалить: 3");
        await world.RunJobs();
        await world.RunJobs();
        await head.Sees("Сообщение удалено у 3 получателей.");
        Assert.All(readers, reader => Assert.Empty(reader.Letters()));
        Assert.Equal(3, await world.Sql<int>("select count(*) from broadcast_recipient where deleted"));
        Assert.Equal("3", await world.Sql<string>("select detail ->> 'people' from action_log where action = 'BroadcastDeleted'"));
        // Said once, and there is nothing left to correct.
        await world.RunJobs();
        Assert.Equal(1, await world.Sql<int>("select count(*) from outbox where dedup = 'broadcast-deleted:1'"));
        await head.OpensBroadcast(id);
        await head.Sees("Удалено у получателей: 3 из 3.");
        await head.Opens($"f:broadcast-correct:{id.Value}.3");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_the_messenger_keeps_is_counted_apart()
    {
        var messenger = new FakeTimeProvider(World.Morning);
        await using var world = await World.Open(cluster, telegram: new() { Time = messenger });
        var (head, id, readers) = await world.Gone(2);
        await readers[1].Deletes(Assert.Single(readers[1].Letters()));
        // The messenger deletes nothing older than two days, whatever our clock says.
        messenger.Advance(TimeSpan.FromHours(49));
        await head.OpensBroadcast(id);
        await head.Taps("Удалить у получателей");
        await head.Taps("Удалить: 2");
        await world.RunJobs();
        await world.RunJobs();
        var said = await head.Sees("Сообщение удалено у 1 получателя из 2.");
        Assert.Contains("Осталось у 1 получателя", said, StringComparison.Ordinal);
        Assert.Single(readers[0].Letters());
        Assert.Empty(readers[1].Letters());
    }

    [Fact]
    public async Task Who_got_it_while_it_was_deleted_loses_it_as_well()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Waiting(2);
        await world.Leased(id);
        await world.SentAsRead(id, readers[0]);
        await head.OpensBroadcast(id);
        await head.Taps("Остановить рассылку");
        await head.Sees("Рассылка остановлена");
        await head.Taps("Удалить у получателей");
        await head.Taps("Удалить: 1");
        await world.SentAsRead(id, readers[1]);
        await world.RunJobs();
        await world.RunJobs();
        await world.RunJobs();
        Assert.All(readers, reader => Assert.Empty(reader.Letters()));
        await head.Sees("Сообщение удалено у 2 получателей.");
    }

    [Fact]
    public async Task A_correction_on_its_way_does_not_bring_it_back()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(1);
        await world.Sql<int>("update pace set paused_until = clock_timestamp() + interval '1 second'");
        await head.Corrects(id);
        await head.OpensBroadcast(id);
        await head.Taps("Удалить у получателей");
        await head.Taps("Удалить: 1");
        await world.RunJobs();
        await world.RunJobs();
        Assert.Empty(readers[0].Letters());
    }

    [Fact]
    public async Task What_is_under_way_is_stopped_first_and_an_old_button_decides_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Waiting(1);
        await head.Opens($"c:bde:{id.Value}:del:2");
        await head.Sees("Рассылка ждёт отправки");
        await world.Pass(TimeSpan.FromMinutes(3));
        await world.RunJobs();
        await head.Opens($"c:bde:{id.Value}:del:1");
        await world.RunJobs();
        Assert.Single(readers[0].Letters());
        Assert.Equal(0, await world.Sql<int>("select count(*) from broadcast where deleted_at is not null"));
    }

    [Fact]
    public async Task With_its_writer_gone_it_is_deleted_all_the_same_and_nothing_is_drawn_again_and_again()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(1);
        await head.OpensBroadcast(id);
        await head.Taps("Удалить у получателей");
        await head.Taps("Удалить: 1");
        await world.Idle();
        await world.Sql<int>($"update person set reachable = false where chat_id = {head.Id}");
        await world.RunJobs();
        await world.RunJobs();
        Assert.Empty(readers[0].Letters());
        Assert.Equal(1, await world.Sql<int>("select count(*) from broadcast_recipient where deleted"));
        var said = await world.Sql<int>("select count(*) from outbox");
        await world.RunJobs();
        await world.RunJobs();
        Assert.Equal(said, await world.Sql<int>("select count(*) from outbox"));
    }
}
