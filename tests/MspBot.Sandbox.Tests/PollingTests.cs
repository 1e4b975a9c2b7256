namespace MspBot.Sandbox.Tests;

/// <summary>getUpdates: offsets, waiting, conflicts, kinds.</summary>
public sealed class PollingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Ids_start_high_grow_by_one_and_stay_until_confirmed()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.Anna.Types("два");

        var first = Ids(await lab.Call("getUpdates"));
        Assert.Equal(2, first.Count);
        Assert.InRange(first[0], 2_000_001, 1_000_000_000);
        Assert.Equal(first[0] + 1, first[1]);

        Assert.Equal([first[1]], Ids(await lab.Call("getUpdates", new { offset = first[1] })));
        Assert.Equal([first[1]], Ids(await lab.Call("getUpdates", new { offset = 0 })));
        Assert.Equal(1, lab.Server.Api.PendingUpdates);
    }

    [Fact]
    public async Task A_negative_offset_keeps_only_the_newest()
    {
        await using var lab = await Lab.OpenAsync();
        for (var i = 0; i < 4; i++) await lab.Anna.Types($"{i}");
        var all = Ids(await lab.Call("getUpdates"));

        Assert.Equal(all[^2..], Ids(await lab.Call("getUpdates", new { offset = -2 })));
        Assert.Equal(2, lab.Server.Api.PendingUpdates);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(-200_000)]
    public async Task An_offset_far_away_is_ignored(int distance)
    {
        await using var lab = await Lab.OpenAsync();
        var id = Ids(await lab.Call("getUpdates"))[0];

        Assert.Equal([id], Ids(await lab.Call("getUpdates", new { offset = id + distance })));
        Assert.Equal(1, lab.Server.Api.PendingUpdates);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("2", 2)]
    [InlineData("1000", 5)]
    [InlineData("garbage", 1)]
    public async Task The_limit_is_clamped_and_not_refused(string limit, int expected)
    {
        await using var lab = await Lab.OpenAsync();
        for (var i = 0; i < 4; i++) await lab.Anna.Types($"{i}");

        Assert.Equal(expected, Ids(await lab.Call("getUpdates", new { limit })).Count);
    }

    [Fact]
    public async Task A_held_poll_is_woken_by_an_update()
    {
        await using var lab = await Lab.OpenAsync();
        var poll = await HeldAsync(lab, 50);
        await lab.Anna.Types("проснись");

        Assert.Single(Ids(await poll));
    }

    [Theory]
    [InlineData(300, 50)]
    [InlineData(7, 7)]
    public async Task The_timeout_is_clamped_to_fifty_seconds(int asked, int real)
    {
        await using var lab = await Lab.OpenAsync();
        var poll = await HeldAsync(lab, asked);

        lab.Clock.Advance(TimeSpan.FromSeconds(real) - TimeSpan.FromMilliseconds(1));
        Assert.False(poll.IsCompleted);
        lab.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(Ids(await poll));
    }

    [Fact]
    public async Task A_short_poll_that_repeats_itself_is_held_for_three_seconds_and_gets_one_update()
    {
        await using var lab = await Lab.OpenAsync();
        var next = Ids(await lab.Call("getUpdates"))[0] + 1;
        Assert.Empty(Ids(await lab.Call("getUpdates", new { offset = next })));

        var again = lab.Call("getUpdates", new { offset = next });
        while (lab.Server.Api.Updates.Held is null) await Task.Yield();
        lock (lab.Server.Api.Gate)
        {
            _ = lab.Anna.Types("раз");
            _ = lab.Anna.Types("два");
        }

        Assert.Single(Ids(await again));
        Assert.Empty(Ids(await lab.Through(lab.Call("getUpdates", new { offset = next + 2 }), Second)));
        Assert.Empty(Ids(await lab.Through(lab.Call("getUpdates", new { offset = next + 2 }), Second)));
    }

    [Fact]
    public async Task The_older_poll_is_cut_at_once_and_further_conflicts_wait()
    {
        await using var lab = await Lab.OpenAsync();
        var first = await HeldAsync(lab, 50);
        var second = await HeldAsync(lab, 50);
        Assert.Equal(409, (await first).Status);

        var third = await HeldAsync(lab, 50);
        var before = lab.Clock.GetUtcNow();
        Assert.Equal(409, (await lab.Through(second, TimeSpan.FromMilliseconds(500))).Status);
        Assert.True(lab.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(3));

        await lab.Anna.Types("конец");
        Assert.Equal(200, (await third).Status);
    }

    [Fact]
    public async Task Presses_live_for_150_seconds_and_messages_for_a_day()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.SendId("карточка", Lab.Keyboard("Да"));
        await lab.Anna.TapsWithoutWaiting("Да");
        Assert.Equal(2, Ids(await lab.Call("getUpdates")).Count);

        lab.Clock.Advance(TimeSpan.FromSeconds(150));
        Assert.Single(Ids(await lab.Call("getUpdates")));
        lab.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(Ids(await lab.Call("getUpdates", new { offset = 1 })));
    }

    [Theory]
    [InlineData("""["callback_query"]""", 0, 1)]
    [InlineData("""["Message","nonsense"]""", 1, 0)]
    [InlineData("[]", 1, 1)]
    [InlineData("""["nonsense"]""", 1, 1)]
    public async Task Kinds_not_allowed_are_never_made(string allowed, int messages, int presses)
    {
        await using var lab = await Lab.OpenAsync();
        await lab.SendId("карточка", Lab.Keyboard("Да"));
        await lab.Call("getUpdates", new { offset = -1, allowed_updates = allowed });
        await lab.Call("getUpdates", new { offset = lab.Server.Api.Updates.NextId, allowed_updates = "not a list" });
        var before = lab.Server.Api.Updates.NextId;

        await lab.Anna.Types("привет");
        await lab.Anna.TapsWithoutWaiting("Да");

        var made = lab.Server.Api.Updates.Pending.Where(x => x.Id >= before).Select(x => x.Kind).ToList();
        Assert.Equal(messages, made.Count(x => x == "message"));
        Assert.Equal(presses, made.Count(x => x == "callback_query"));
        Assert.Equal(before + made.Count, lab.Server.Api.Updates.NextId);
    }

    [Fact]
    public async Task A_bot_that_hangs_up_loses_nothing()
    {
        await using var lab = await Lab.OpenAsync();
        var next = Ids(await lab.Call("getUpdates"))[0] + 1;
        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            impatient.GetAsync(new Uri(lab.Url("getUpdates") + $"?offset={next}&timeout=50")));
        await lab.Anna.Types("ещё тут");

        Assert.Single(Ids(await lab.Call("getUpdates", new { offset = next })));
    }

    [Fact]
    public async Task The_same_update_can_come_twice_under_one_id()
    {
        await using var lab = await Lab.OpenAsync();
        var id = Ids(await lab.Call("getUpdates"))[0];
        Assert.True(lab.Server.DeliverTwice());
        Assert.Equal([id], Ids(await lab.Call("getUpdates", new { offset = id + 1 })));
        Assert.True(lab.Server.DeliverTwice(id));
        Assert.False(lab.Server.DeliverTwice(id + 5));
        Assert.Equal([id], Ids(await lab.Call("getUpdates", new { offset = id + 1 })));

        lab.Server.Api.EveryUpdateTwice = true;
        await lab.Anna.Types("дважды");
        Assert.Equal([id + 1], Ids(await lab.Call("getUpdates", new { offset = id + 1, timeout = 5 })));
        Assert.Equal([id + 1], Ids(await lab.Call("getUpdates", new { offset = id + 2 })));
        Assert.Equal(0, lab.Server.Api.PendingUpdates);
    }

    internal static List<int> Ids(Reply reply) => [.. reply.Result.EnumerateArray().Select(x => x.GetProperty("update_id").GetInt32())];

    /// <summary>A poll that waits by now.</summary>
    private static async Task<Task<Reply>> HeldAsync(Lab lab, int timeout)
    {
        var before = lab.Server.Api.Updates.Held;
        var poll = lab.Call("getUpdates", new { offset = lab.Server.Api.Updates.NextId, timeout });
        while (lab.Server.Api.Updates.Held is not { } held || held == before) await Task.Yield();
        return poll;
    }
}
