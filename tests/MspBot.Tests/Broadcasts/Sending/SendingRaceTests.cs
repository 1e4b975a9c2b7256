using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Sending;

/// <summary>What happens at the same moment: one of them is first, and every recipient has one outcome.</summary>
public sealed class SendingRaceTests(TestCluster cluster)
{
    [Fact]
    public async Task Of_many_presses_one_sends()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 0; n < 10; n++) await world.Reader(200 + n);
        var id = await world.Broadcast(BroadcastState.Composed, []);
        await using var planting = await world.ByStores();
        var (by, now) = (await Head(world), world.Clock.GetUtcNow());
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Do(world, async (PressStore store) =>
        {
            var pressing = await store.Hold(id, 1, by, now);
            if (pressing.Refusal is null) await store.Send(pressing, 10, "{}", now.AddMinutes(2), now);
            return pressing.Refusal;
        })));
        Assert.Single(all, one => one is null);
        Assert.Equal(10, await world.Sql<int>("select count(*) from broadcast_recipient"));
        Assert.Equal(10, await world.Sql<int>("select count(*) from outbox where dedup like 'broadcast:%'"));
    }

    [Fact]
    public async Task Of_a_press_and_turning_off_at_once_nobody_who_turned_off_is_left_waiting()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 0; n < 12; n++) await world.Reader(200 + n);
        await using var planting = await world.ByStores();
        var (by, now) = (await Head(world), world.Clock.GetUtcNow());
        var people = (await world.Sql<string>("select string_agg(id::text, ',') from person where chat_id between 200 and 205"))!
            .Split(',').Select(long.Parse).ToList();
        var id = await world.Broadcast(BroadcastState.Composed, []);
        var press = Do(world, async (PressStore store) =>
        {
            var pressing = await store.Hold(id, 1, by, now);
            await store.Send(pressing, 12, "{}", now.AddMinutes(2), now);
            return 0;
        });
        var off = people.Select(person => Do(world, async (ReceivedStore store) =>
        {
            await store.TurnOff(new(person), now);
            return 0;
        }));
        await Task.WhenAll([press, .. off]);
        Assert.Equal(0, await world.Sql<int>("""
            select count(*) from outbox o join person p on p.chat_id = o.chat_id and not p.broadcasts
            where o.dedup like 'broadcast:%' and o.done_at is null
            """));
        Assert.Equal(0, await world.Sql<int>("""
            select count(*) from broadcast_recipient r join person p on p.id = r.person_id and not p.broadcasts
            where r.outcome is distinct from 'OptedOut'
            """));
    }

    [Fact]
    public async Task Stopped_while_it_goes_every_recipient_has_one_outcome_and_who_was_stopped_got_nothing()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var readers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => world.Reader(200 + n)));
        var id = await world.Broadcast(BroadcastState.Waiting, [.. readers.Index().Select(one => new Told(200 + one.Index))],
            ago: TimeSpan.Zero);
        await using var planting = await world.ByStores();
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        var by = await Head(world);
        while (await world.Sql<int>("select count(*) from outbox where dedup like 'broadcast:%' and done_at is not null") < 5)
            await Task.Yield();
        var stopped = await Do(world, (StopStore store) => store.Stop(id, by, world.Clock.GetUtcNow()));
        await world.RunJobs();
        await world.RunJobs();
        var got = readers.Count(reader => reader.Chat.Any(m => m.FromBot));
        var sent = await world.Sql<int>("select count(*) from broadcast_recipient where outcome = 'Sent'");
        Assert.Equal(got, sent);
        Assert.Equal(60, sent + await world.Sql<int>("select count(*) from broadcast_recipient where outcome = 'Stopped'"));
        if (stopped.Refusal is null) Assert.True(got < 60, "it was stopped, and all got it");
        _ = head;
    }

    [Fact]
    public async Task Three_thousand_are_written_at_the_press_in_well_under_a_second()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfBroadcasts()).StartedEarlier();
        await world.Sql<int>($"""
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 10000 + n, 'Иванова Мария Петровна', (select min(id) from school), 'учитель', {world.Now}, {world.Now}
            from generate_series(1, 3000) n
            """);
        var id = await world.Broadcast(BroadcastState.Composed, []);
        await using var planting = await world.ByStores();
        var (by, now) = (await Head(world), world.Clock.GetUtcNow());
        var began = Stopwatch.GetTimestamp();
        await Do(world, async (PressStore store) =>
        {
            var pressing = await store.Hold(id, 1, by, now);
            await store.Send(pressing, 3000, $"{{\"text\":\"{new string('x', 1500)}\"}}", now.AddHours(2), now);
            return 0;
        });
        var took = Stopwatch.GetElapsedTime(began);
        Assert.Equal(3000, await world.Sql<int>("select count(*) from outbox where dedup like 'broadcast:%'"));
        // A machine that tests share is slow at times; usual is a tenth of it.
        Assert.True(took < TimeSpan.FromSeconds(5), $"the press took {took}");
        began = Stopwatch.GetTimestamp();
        var stopped = await Do(world, (StopStore store) => store.Stop(id, by, now));
        Assert.Equal(3000, stopped.Broadcast!.Stopped);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    private static async Task<T> Do<TStore, T>(World world, Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    private static async Task<PersonId> Head(World world) =>
        new(await world.Sql<long>("select min(person_id) from person_role where role = 'Head'"));
}
