using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Conversations.WalkedDatabase;

namespace MspBot.Tests.Conversations;

/// <summary>What every flow promises, walked through every flow there is.</summary>
public sealed class WalkerTests(TestCluster cluster)
{
    public static TheoryData<string> Flows() => [.. FlowRow.All.Select(r => r.Key)];

    [Fact]
    public async Task Every_registered_flow_is_walked()
    {
        await using var world = await World.Open(cluster);
        Assert.Equal(world.Bot.Web.Services.GetRequiredService<Registry>().FlowKeys.Order(), FlowRow.All.Select(r => r.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task First_last_and_skipped_answers_lead_to_the_end(string flow)
    {
        await using var world = await World.Open(cluster);
        var row = FlowRow.Of(flow);
        foreach (var (last, skip) in new[] { (false, false), (true, false), (false, true) })
        {
            var walker = await Walker.Begin(world, row, Next(world));
            await walker.ToTheEnd(last, skip);
            Assert.Equal(0, await Open(world));
        }
        if (flow == "change")
        {
            foreach (var field in FlowRow.Fields)
            {
                if (field == "PlanItem") await world.HasPlan([PlanStage.Text(), PlanStage.Text("Чтение <&>\"")], agreed: false);
                foreach (var last in new[] { false, true })
                {
                    var argument = await row.Argument(world);
                    var walker = await Walker.Begin(world, row, Next(world), argument.Replace("Start", field, StringComparison.Ordinal));
                    await walker.ToTheEnd(last);
                }
            }
        }
        foreach (var field in flow == "plan-change" ? Enum.GetNames<ItemField>() : [])
        {
            var argument = await row.Argument(world);
            var walker = await Walker.Begin(world, row, Next(world), argument.Replace("Term", field, StringComparison.Ordinal));
            await walker.ToTheEnd();
            Assert.Equal(0, await Open(world));
        }
        AssertClean(world);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Every_option_can_be_chosen_and_taken_back(string flow)
    {
        await using var world = await World.Open(cluster);
        var row = FlowRow.Of(flow);
        var walker = await Walker.Begin(world, row, Next(world));
        var asked = 0;
        for (; walker.Question is not null; asked++)
        {
            if (walker.AsksForTicks)
            {
                foreach (var option in walker.Options) await walker.Taps(option);
                foreach (var option in walker.Options.Skip(1)) await walker.Taps(option);
                await walker.Taps("Готово");
                continue;
            }
            foreach (var (option, page) in await Offered(walker)) await TryOut(world, row, walker, option, page, asked);
            // What was tried out binds its leader at that time.
            if (flow is "new" or "change") await world.Sql<int>("update seminar set leader_id = null where leader_id is not null");
            // Its end was tried out by others; what they chose there is theirs now, and would only be refused.
            if (walker.Has("Изменить")) break;
            var title = Title(walker.Question);
            await walker.Answer();
            // What was shown has changed by what others ended: it is asked again.
            if (row.EndsAnywhere && walker.Question is { } again && again.Text.Contains(title, StringComparison.Ordinal)) break;
        }
        Assert.True(asked > 0);
        AssertClean(world);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Cancel_at_every_question_leaves_nothing(string flow)
    {
        await using var world = await World.Open(cluster);
        var row = FlowRow.Of(flow);
        for (var depth = 0; ; depth++)
        {
            var walker = await Walker.Begin(world, row, Next(world));
            for (var n = 0; n < depth && walker.Question is not null; n++) await walker.Answer();
            if (walker.Question is null) break;
            if (depth % 2 == 0) await walker.Types("/cancel");
            else await walker.Taps(walker.WayOut);
            Assert.Equal(0, await world.Sql<int>($"select count(*) from dialog where chat_id = {walker.Who.Id}"));
            Assert.Null(walker.Question);
        }
        AssertClean(world);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Back_from_every_question_shows_the_one_before(string flow)
    {
        await using var world = await World.Open(cluster);
        var (walker, titles) = await Asked(world, flow, 20);
        // It has ended: another goes as far as its last question, by titles of their own.
        if (walker.Question is null) (walker, titles) = await Asked(world, flow, titles.Count - 1);
        foreach (var title in titles.AsEnumerable().Reverse().Skip(1))
        {
            await walker.Taps("← Назад");
            Assert.Equal(title, Title(walker.Question!));
        }
        await walker.Taps("← Назад");
        Assert.Null(walker.Question);
        Assert.Equal(0, await world.Sql<int>($"select count(*) from dialog where chat_id = {walker.Who.Id}"));
        AssertClean(world);
    }

    [Fact]
    public async Task Every_update_twice_and_every_tap_again_leave_the_same_database()
    {
        var once = await WalkAll(twice: false);
        Assert.Equal(once, await WalkAll(twice: true));
    }

    [Fact]
    public async Task A_bot_restarted_after_each_step_shows_the_same()
    {
        var smooth = await Screens(restarts: false);
        Assert.Equal(smooth, await Screens(restarts: true));
    }

    private async Task<string> WalkAll(bool twice)
    {
        await using var world = await World.Open(cluster);
        world.Telegram.Api.EveryUpdateTwice = twice;
        foreach (var (row, n) in FlowRow.All.Select((r, n) => (r, n)))
        {
            var walker = await Walker.Begin(world, row, 50_000 + n, tapsTwice: twice);
            await walker.ToTheEnd();
        }
        AssertClean(world);
        return await Dump(world);
    }

    /// <summary>All flows step by step side by side, so that one restart serves them all.</summary>
    private async Task<string> Screens(bool restarts)
    {
        await using var world = await World.Open(cluster);
        var walkers = new List<Walker>();
        foreach (var (row, n) in FlowRow.All.Select((r, n) => (r, n))) walkers.Add(await Walker.Begin(world, row, 60_000 + n));
        while (walkers.Exists(w => w.Question is not null))
        {
            foreach (var walker in walkers.Where(w => w.Question is not null)) await walker.Answer();
            if (restarts) await world.RestartBot();
        }
        AssertClean(world);
        return string.Join("\n==========\n", walkers.Select(w => string.Join("\n---\n", w.Screens)));
    }

    /// <summary>A walker who has answered so often, or stands at a summary, or has ended; and what was asked.</summary>
    private static async Task<(Walker Walker, List<string> Titles)> Asked(World world, string flow, int answers)
    {
        var walker = await Walker.Begin(world, FlowRow.Of(flow), Next(world));
        var titles = new List<string>();
        while (walker.Question is { } question)
        {
            titles.Add(Title(question));
            // A summary is the end: what lies behind it is done.
            if (walker.Has("Изменить") || titles.Count > answers) break;
            await walker.Answer();
        }
        return (walker, titles);
    }

    private static async Task<Walker> Refilled(World world, string flow, int answers)
    {
        var walker = await Walker.Begin(world, FlowRow.Of(flow), Next(world));
        for (var n = 0; n < answers; n++) await walker.Answer();
        return walker;
    }

    /// <summary>The options of all pages, with the page each stands on.</summary>
    private static async Task<IReadOnlyList<(string Option, int Page)>> Offered(Walker walker)
    {
        var all = walker.Options.Select(o => (o, 0)).ToList();
        var page = 0;
        for (; walker.Has("›") && page < 10; page++)
        {
            await walker.Taps("›");
            all.AddRange(walker.Options.Select(o => (o, page + 1)));
        }
        for (; page > 0; page--) await walker.Taps("‹");
        return all;
    }

    /// <summary>Chooses and takes back; what ends the dialog is tried out by another person.</summary>
    private static async Task TryOut(World world, FlowRow row, Walker walker, string option, int page, int answersBefore)
    {
        var title = Title(walker.Question!);
        if (walker.Has("Изменить") || row.IsOneQuestion || row.EndsAnywhere || row.Key.StartsWith("profile", StringComparison.Ordinal))
        {
            walker = await Refilled(world, row.Key, answersBefore);
            await Choose(walker);
            await walker.ToTheEnd();
            return;
        }
        await Choose(walker);
        Assert.NotNull(walker.Question);
        await walker.Taps("← Назад");
        Assert.Equal(title, Title(walker.Question));

        async Task Choose(Walker who)
        {
            // Somebody new has brought a school of their own: it may stand a page further.
            for (var n = 0; n < page || !who.Has(option); n++) await who.Taps("›");
            await who.Taps(option);
        }
    }

    private static string Title(ChatMessage question) => question.Text.Split('\n')[0];

    private static long chats = 100_000;

    private static long Next(World _) => Interlocked.Increment(ref chats);
}
