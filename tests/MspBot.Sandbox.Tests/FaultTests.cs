namespace MspBot.Sandbox.Tests;

/// <summary>Misfortunes on demand, and the pace of Telegram.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task The_next_calls_meet_what_was_planned_for_them()
    {
        await using var lab = await Lab.OpenAsync();
        var faults = lab.Server.Faults;
        faults.Next("sendMessage", Fault.TooManyRequests(7), times: 2);
        faults.Next("sendMessage", Fault.BadGateway);

        for (var i = 0; i < 2; i++)
        {
            var refused = await lab.Send("t");
            Assert.Equal((429, "7", 7), (refused.Status, refused.RetryAfter,
                refused.Json.GetProperty("parameters").GetProperty("retry_after").GetInt32()));
        }

        var page = await lab.Send("t");
        Assert.Equal(502, page.Status);
        Assert.StartsWith("<html>", page.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await lab.Send("t")).Status);
        Assert.Equal(3, faults.Happened);
        Assert.Single(lab.Anna.Chat, x => x.FromBot);
    }

    [Theory]
    [InlineData(FaultKind.Reset, 0)]
    [InlineData(FaultKind.ResetAfter, 1)]
    public async Task A_reset_connection_leaves_open_whether_it_was_sent(FaultKind kind, int sent)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Server.Faults.Next("*", new Fault(kind));

        await Assert.ThrowsAsync<HttpRequestException>(() => lab.Send("t"));
        Assert.Equal(sent, lab.Anna.Chat.Count(x => x.FromBot));
    }

    [Theory]
    [InlineData(FaultKind.Lost, 0)]
    [InlineData(FaultKind.LostAfter, 1)]
    public async Task A_lost_answer_never_comes(FaultKind kind, int sent)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Server.Faults.NextIn(42, "sendMessage", new Fault(kind));
        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            impatient.GetAsync(new Uri(lab.Url("sendMessage") + "?chat_id=42&text=t")));
        Assert.Equal(sent, lab.Anna.Chat.Count(x => x.FromBot));
    }

    [Fact]
    public async Task A_slow_call_is_carried_out_late()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Server.Faults.Next("sendMessage", Fault.Slow(TimeSpan.FromMilliseconds(200)));
        var started = TimeProvider.System.GetTimestamp();

        Assert.Equal(200, (await lab.Send("t")).Status);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(190));
    }

    [Fact]
    public async Task In_an_outage_nothing_answers_and_a_held_poll_is_cut()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.Call("getUpdates", new { offset = -1 });
        var poll = lab.Call("getUpdates", new { offset = lab.Server.Api.Updates.NextId, timeout = 50 });
        while (lab.Server.Api.Updates.Held is null) await Task.Yield();

        lab.Server.Faults.Outage(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<HttpRequestException>(() => poll);
        await Assert.ThrowsAsync<HttpRequestException>(() => lab.Send("t"));
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await lab.Send("t")).Status);
    }

    [Fact]
    public async Task Chaos_is_the_same_for_the_same_seed()
    {
        var odds = new ChaosOdds { TooManyRequests = 0.2, ServerError = 0.2, BadGateway = 0.1 };
        async Task<List<int>> Run()
        {
            await using var lab = await Lab.OpenAsync();
            lab.Server.Faults.Chaos(5, odds);
            var statuses = new List<int>();
            for (var i = 0; i < 40; i++) statuses.Add((await lab.Send($"{i}")).Status);
            lab.Server.Faults.Clear();
            statuses.Add((await lab.Send("clear")).Status);
            return statuses;
        }

        var first = await Run();
        Assert.Equal(first, await Run());
        Assert.Equal([200, 429, 500, 502], first.Distinct().Order());
        Assert.Equal(200, first[^1]);
    }

    [Fact]
    public async Task A_chat_takes_five_at_once_and_then_one_a_second()
    {
        await using var lab = await Lab.OpenAsync(o => o with { FloodControl = true });
        var id = await lab.SendId("0");
        for (var i = 1; i < 5; i++) Assert.Equal(200, (await lab.Send($"{i}")).Status);
        var edit = await lab.Call("editMessageText", new { chat_id = 42, message_id = id, text = "правка" });
        Assert.Equal((429, "1"), (edit.Status, edit.RetryAfter));

        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await lab.Send("6")).Status);
        Assert.Equal(429, (await lab.Send("7")).Status);
        Assert.Equal(2, lab.Server.Flood.Refused);
        lab.Server.Flood.Enabled = false;
        Assert.Equal(200, (await lab.Send("8")).Status);
    }

    [Fact]
    public async Task All_chats_together_take_thirty_a_second()
    {
        await using var lab = await Lab.OpenAsync();
        for (var i = 1; i <= 40; i++) await lab.Server.Visitor(1000 + i).Types("/start");
        lab.Server.Flood.Enabled = true;
        var statuses = new List<int>();
        for (var i = 1; i <= 40; i++) statuses.Add((await lab.Send("t", chat: 1000 + i)).Status);

        Assert.Equal(30, statuses.Count(x => x == 200));
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await lab.Send("t", chat: 1040)).Status);
    }
}
