

namespace MspBot.Sandbox.Tests;

/// <summary>A visitor presses buttons, also forged ones and those of deleted messages.</summary>
public sealed class VisitorPressTests
{
    [Fact]
    public async Task The_last_tap_can_be_made_again_and_data_can_be_forged()
    {
        await using var server = await BotApiServer.StartAsync();
        await using var bot = new EchoBot(server);
        var visitor = server.Visitor(42);
        await visitor.Types("раз");
        var card = await visitor.SeesMessage("раз");
        await visitor.Taps("Стоп");

        // The bot edits to the same text; "not modified" stands in the journal, and the bot must answer the press all the same.
        await visitor.TapsAgain();
        await visitor.TapsData(card, "forged");
        await visitor.Sees("Нажато: forged");
        await visitor.TapsOn(card, "Ещё");

        var presses = bot.Seen.Where(x => x.CallbackQuery is not null).ToList();
        Assert.Equal(["stop", "stop", "forged", "more"], presses.Select(x => x.CallbackQuery!.Data));
        Assert.Equal(4, presses.Select(x => x.CallbackQuery!.Id).Distinct().Count());
        Assert.Contains(server.Journal.Of("editMessageText"), x => x.Status == 400);
    }

    [Fact]
    public async Task A_press_the_bot_forgets_to_answer_is_a_failure()
    {
        await using var lab = await Lab.OpenAsync(o => o with { Patience = TimeSpan.FromMilliseconds(200) });
        await lab.SendId("t", Lab.Keyboard("Да"));

        var failure = await Assert.ThrowsAsync<VisitorException>(() => lab.Anna.Taps("Да"));
        Assert.Contains("never answered", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_is_answered_once_and_in_time()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.SendId("t", Lab.Keyboard("Да"));
        var tap = lab.Anna.Taps("Да");
        var id = PressId(await lab.Call("getUpdates", new { offset = -1 }));
        Assert.Equal(200,
            (await lab.Call("answerCallbackQuery", new { callback_query_id = id, text = "Готово", show_alert = "True" })).Status);
        await tap;
        Assert.Equal((null, "Готово"), (lab.Anna.LastToast, lab.Anna.LastAlert));
        Assert.Equal(400, (await lab.Call("answerCallbackQuery", new { callback_query_id = id })).Status);

        await lab.Anna.TapsWithoutWaiting("Да");
        lab.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(400,
            (await lab.Call("answerCallbackQuery",
                new { callback_query_id = PressId(await lab.Call("getUpdates", new { offset = -1 })) })).Status);
    }

    [Fact]
    public async Task A_press_on_a_deleted_message_comes_without_its_text()
    {
        await using var lab = await Lab.OpenAsync();
        var id = await lab.SendId("t", Lab.Keyboard("Да"));
        var card = lab.Anna.Chat[^1];
        Assert.Equal(200, (await lab.Call("deleteMessage", new { chat_id = 42, message_id = id })).Status);
        Assert.DoesNotContain(lab.Anna.Chat, x => x.Id == id);

        _ = lab.Anna.TapsOn(card, "Да");
        var message = Last(await lab.Call("getUpdates", new { offset = -1 })).GetProperty("callback_query").GetProperty("message");
        Assert.Equal(0, message.GetProperty("date").GetInt32());
        Assert.Equal(id, message.GetProperty("message_id").GetInt32());
        Assert.False(message.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task A_started_tap_ends_with_the_answer()
    {
        await using var lab = await Lab.OpenAsync();
        var tap = lab.Anna.StartsTap(await lab.SendId("t", Lab.Keyboard("Да")), "d:Да");
        var id = PressId(await lab.Call("getUpdates", new { offset = -1 }));
        Assert.False(tap.IsCompleted);
        await lab.Call("answerCallbackQuery", new { callback_query_id = id });
        await tap;
    }

    private static System.Text.Json.JsonElement Last(Reply reply) => reply.Result.EnumerateArray().Last();

    private static string PressId(Reply reply) => Last(reply).GetProperty("callback_query").GetProperty("id").GetString()!;
}
