using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations.Jobs;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Turns;

public sealed class PurgeStories(TestCluster cluster)
{
    [Fact]
    public async Task What_is_over_is_forgotten_and_what_waits_is_kept()
    {
        await using var world = await World.Open(cluster);
        await Seminars.SeminarCast.Teacher(world, 9);
        await world.Sql<int>("""
            insert into inbox (update_key, chat_id, input, done_at) values
                (1, 7, null, clock_timestamp() - interval '3 days'),
                (2, 7, null, clock_timestamp() - interval '1 hour');
            insert into outbox (chat_id, payload, priority, not_before, done_at) values
                (7, '', 1, null, clock_timestamp() - interval '61 days'),
                (7, '', 1, null, clock_timestamp() - interval '1 day'),
                (8, 'of nobody', 1, null, clock_timestamp() - interval '3 days'),
                (9, 'of somebody', 1, null, clock_timestamp() - interval '3 days'),
                (-9, 'of a group', 1, null, clock_timestamp() - interval '3 days'),
                (7, '{"text":"later","rows":[]}', 1, '2100-01-01', null);
            insert into dialog (chat_id, flow, state, revision, body, touched_at) values
                (7, 'a', 'Finished', 1, '', '2026-11-20'), (7, 'b', 'Parked', 1, '{}', '2026-11-24 06:30Z');
            """);
        await using (var scope = world.Bot.Web.Services.CreateAsyncScope())
        {
            var job = ActivatorUtilities.CreateInstance<PurgeJob>(scope.ServiceProvider);
            await job.Execute(null!, TestContext.Current.CancellationToken);
            await job.Execute(null!, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await world.Sql<int>("select count(*) from inbox"));
        Assert.Equal(4, await world.Sql<int>("select count(*) from outbox"));
        Assert.Equal("of a group,of somebody",
            await world.Sql<string>("select string_agg(payload, ',' order by payload) from outbox where payload like 'of%'"));
        Assert.Equal("b", await world.Sql<string>("select string_agg(flow, ',') from dialog"));
    }
}
