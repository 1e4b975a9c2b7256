using MspBot.Domain.Broadcasts;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Sending;

/// <summary>The card of a meeting that does not take place reaches nobody any more.</summary>
public sealed class MeetingHaltStories(TestCluster cluster)
{
    [Fact]
    public async Task A_meeting_cancelled_while_it_waits_stops_it_and_its_writer_is_told_once()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = ((await world.HeadOfBroadcasts()).StartedEarlier(), await world.Reader(200));
        var meeting = await world.Seminar(title: "Проценты без скуки");
        var with = await world.Broadcast(BroadcastState.Waiting, [new(200)]);
        await world.Broadcast(BroadcastState.Waiting, [new(200)], "Без карточки");
        await world.Sql<int>($"update broadcast set seminar_id = {meeting} where id = {with.Value}");
        await world.RunJobs();
        Assert.Equal("Waiting", await world.Sql<string>($"select state from broadcast where id = {with.Value}"));
        await using (await world.ByStores())
            await world.Sql<int>($"update seminar set state = 'Cancelled' where id = {meeting}");
        await world.RunJobs();
        await head.Sees("К ней приложено мероприятие, которое отменили, поэтому она остановлена.");
        await world.Pass(TimeSpan.FromMinutes(3));
        await world.RunJobs();
        Assert.Equal("Stopped Done", await world.Sql<string>(
            "select string_agg(state, ' ' order by id) from broadcast"));
        Assert.Equal("Stopped Sent", await world.Sql<string>(
            "select string_agg(outcome, ' ' order by broadcast_id) from broadcast_recipient"));
        Assert.Single(head.Chat, m => m.Text.Contains("К ней приложено", StringComparison.Ordinal));
        Assert.DoesNotContain(reader.Chat, m => m.Text.Contains(BroadcastCast.Words, StringComparison.Ordinal));
        Assert.Equal(1, await world.Sql<int>($"""
            select count(*) from action_log where action = 'BroadcastStopped' and actor_id is null and subject_id = {with.Value}
            """));
    }
}
