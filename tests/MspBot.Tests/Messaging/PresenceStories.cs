using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations.Messages;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>The connection by which a process shows that it lives may die alone: the process is not dead, and shows itself again.</summary>
public sealed class PresenceStories(TestCluster cluster)
{
    private const string Presence =
        "locktype = 'advisory' and classid = 19795 and objsubid = 2 and database = (select oid from pg_database where datname = " +
        "current_database())";

    [Fact]
    public async Task A_process_whose_presence_died_sends_nothing_twice_and_is_taken_over_when_it_really_dies()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        world.Telegram.Faults.NextIn(1, "sendMessage", Fault.Slow(TimeSpan.FromSeconds(9)));
        await anna.Types("/help");
        await WireWorld.Until(() => world.Telegram.Api.PendingUpdates == 0
            && anna.Chat.Any(m => m.FromBot), "the message is on its way", 20);

        var owner = world.Bot.Web.Services.GetRequiredService<OutboxNumbers>().Owner;
        var before = await world.Sql<int>($"select pid from pg_locks where {Presence}");
        Assert.Equal("true", await world.Sql<string>($"select pg_terminate_backend({before})::text"));
        await Shown(world, owner, before);
        await world.Idle();   // longer than the next look for the dead
        Assert.Single(anna.Chat, m => m.FromBot);

        // Committed and not said when it died: whoever starts next says it.
        await world.Sql<int>($$"""
            insert into outbox (chat_id, payload, priority, leased_by, waiting)
            values (1, '{"text":"от умершего","rows":[]}', 0, {{owner}}, false)
            """);
        await world.RestartBot();
        await anna.Sees("от умершего");
    }

    [Fact]
    public async Task A_start_whose_statements_are_cut_more_often_than_the_pool_is_large_loses_no_connection()
    {
        await using var world = await World.Open(cluster);
        await world.StopBot();
        await world.Sql<int>("""
            create sequence cut;
            create function cut_short() returns trigger language plpgsql as $$
            begin
                perform nextval('cut');
                raise exception 'canceling statement due to statement timeout' using errcode = '57014';
            end $$;
            create trigger cut_short before insert on instance for each statement execute function cut_short();
            """);
        await world.StartBot();
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40)))
        {
            while (await world.Sql<int>("select last_value from cut") < 14) await Task.Delay(50, patience.Token);
        }
        await world.Sql<int>("drop trigger cut_short on instance");
        var anna = world.Known();
        await anna.Types("/help");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    /// <summary>Another connection holds the lock, and the row is there.</summary>
    private static async Task Shown(World world, int owner, int not)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await world.Sql<int>(
            $"select count(*) from pg_locks join instance on owner = objid::bigint where {Presence} " +
            $"and owner = {owner} and pid <> {not}") == 0)
            await Task.Delay(20, patience.Token);
    }
}
