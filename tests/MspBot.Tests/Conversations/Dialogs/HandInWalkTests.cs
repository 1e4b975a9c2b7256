using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>What every flow promises, walked through the questions that no flow of the product asks yet.</summary>
public sealed class HandInWalkTests(TestCluster cluster)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task First_and_last_answers_lead_to_the_end(bool last)
    {
        var log = HandInLog.Of(20);
        await using var world = await cluster.HandIn(log);
        await (await Walker.Begin(world, HandInFlow.Row, 1)).ToTheEnd(last);
        Assert.Single(log.Done);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Back_leads_through_every_question_and_cancel_leaves_nothing()
    {
        await using var world = await cluster.HandIn(HandInLog.Of(20));
        for (var depth = 0; depth < 5; depth++)
        {
            var walker = await Walker.Begin(world, HandInFlow.Row, 10 + depth);
            var titles = new Stack<string>();
            for (var n = 0; n < depth; n++)
            {
                titles.Push(Title(walker));
                await walker.Answer();
            }
            for (var n = 0; n < depth; n++)
            {
                await walker.Taps("← Назад");
                Assert.Equal(titles.Pop(), Title(walker));
            }
            await walker.Types("/cancel");
            Assert.Equal(0, await world.Sql<int>($"select count(*) from dialog where chat_id = {walker.Who.Id}"));
        }
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_restart_after_each_step_shows_the_same_and_every_update_twice_does_it_once()
    {
        Assert.Equal(await Screens(restarts: false, twice: false), await Screens(restarts: true, twice: false));
        Assert.Equal(await Screens(restarts: false, twice: false), await Screens(restarts: false, twice: true));
    }

    private async Task<string> Screens(bool restarts, bool twice)
    {
        var log = HandInLog.Of(20);
        await using var world = await cluster.HandIn(log);
        world.Telegram.Api.EveryUpdateTwice = twice;
        var walker = await Walker.Begin(world, HandInFlow.Row, 1, tapsTwice: twice);
        while (walker.Question is not null)
        {
            await walker.Answer();
            if (restarts) await world.RestartBot();
        }
        Assert.Single(log.Done);
        Assert.Equal(1, await world.Sql<int>("select count(*) from stored_file"));
        Assert.Empty(world.Telegram.Violations);
        return string.Join("\n---\n", walker.Screens);
    }

    private static string Title(Walker walker) => walker.Question!.Text.Split('\n')[0];
}
