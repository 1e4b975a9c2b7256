namespace MspBot.Sandbox.Tests;

/// <summary>Visitors against a living bot on the real client library.</summary>
public sealed class VisitorTests
{
    [Fact]
    public async Task A_visitor_types_taps_and_sees()
    {
        await using var server = await BotApiServer.StartAsync();
        await using var bot = new EchoBot(server);
        var visitor = server.Visitor(42, "Анна", "Ильина");

        await visitor.Types("/start e_1 <b>");
        Assert.Equal("Вы: /start e_1 <b>", await visitor.Sees("Вы"));
        await visitor.SeesButton("Стоп");
        await visitor.Taps("Ещё");
        Assert.Equal("Нажато: more", await visitor.Sees("Нажато"));
        Assert.Equal("Принято", visitor.LastToast);
        await visitor.DoesNotSee("Вы");

        Assert.Equal(2, visitor.Chat.Count);
        Assert.Equal(1, visitor.Chat[1].Edits);
        Assert.Empty(visitor.Chat[1].Buttons);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Many_visitors_at_once_do_not_disturb_one_another()
    {
        await using var server = await BotApiServer.StartAsync();
        await using var bot = new EchoBot(server);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(async i =>
        {
            var visitor = server.Visitor(i);
            for (var round = 0; round < 5; round++)
            {
                await visitor.Types($"круг {round} гостя {i}");
                await visitor.Sees($"круг {round} гостя {i}");
                await visitor.Taps("Ещё");
                await visitor.Sees("Нажато: more");
            }

            Assert.Equal(10, visitor.Chat.Count);
        }));

        Assert.Equal(400, bot.Seen.Count);
        Assert.Equal(400, bot.Seen.Select(x => x.Id).Distinct().Count());
        Assert.Empty(server.Violations);
        Assert.DoesNotContain(server.Journal.Entries, x => x.Status >= 400);
    }

    [Fact]
    public async Task Failures_tell_the_end_of_the_chat()
    {
        await using var server = await BotApiServer.StartAsync(new BotApiOptions { Patience = TimeSpan.FromMilliseconds(300) });
        await using var bot = new EchoBot(server);
        var visitor = server.Visitor(42, "Анна");
        await visitor.Types("раз");
        await visitor.Sees("раз");

        var failure = await Assert.ThrowsAsync<VisitorException>(() => visitor.Sees("два"));
        Assert.Contains("does not see «два»", failure.Message, StringComparison.Ordinal);
        Assert.Contains("**Вы**: раз", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[ Ещё ] [ Стоп ]", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<VisitorException>(() => visitor.Taps("Нет такой"));
        await Assert.ThrowsAsync<VisitorException>(() => visitor.DoesNotSee("раз"));
    }

    [Fact]
    public async Task Everything_a_phone_can_send_arrives()
    {
        await using var server = await BotApiServer.StartAsync();
        await using var bot = new EchoBot(server);
        var visitor = server.Visitor(42, "Анна");
        await visitor.Types("текст");
        await visitor.EditsLast("правка");
        await visitor.SendsSticker();
        await visitor.SendsVoice();
        await visitor.SendsPhoto("фото");
        await visitor.SendsAlbum(3, "альбом");
        await visitor.SendsDocument("справка.pdf", [1, 2, 3]);
        await visitor.SharesContact();
        await server.Idle();
        await visitor.Blocks();
        await visitor.Unblocks();
        await server.Idle();

        var seen = bot.Seen;
        Assert.Equal(12, seen.Count);
        Assert.Equal("правка", seen[1].EditedMessage!.Text);
        Assert.Equal(seen[0].Message!.Id, seen[1].EditedMessage!.Id);
        Assert.NotNull(seen[2].Message!.Sticker);
        Assert.NotNull(seen[3].Message!.Voice);
        Assert.Equal("фото", seen[4].Message!.Caption);
        Assert.Single(seen[5..8].Select(x => x.Message!.MediaGroupId).Distinct());
        Assert.All(seen[5..8], x => Assert.NotNull(x.Message!.Photo));
        Assert.Equal("справка.pdf", seen[8].Message!.Document!.FileName);
        Assert.Equal(42, seen[9].Message!.Contact!.UserId);
        Assert.Equal("Kicked", seen[10].MyChatMember!.NewChatMember.Status.ToString());
        Assert.Equal("Member", seen[11].MyChatMember!.NewChatMember.Status.ToString());
        Assert.Equal(Enumerable.Range(seen[0].Id, 12), seen.Select(x => x.Id));
    }

    [Fact]
    public async Task One_who_started_earlier_can_be_written_to_at_once()
    {
        await using var lab = await Lab.OpenAsync();
        var curator = lab.Server.Visitor(43, "Ольга");
        Assert.Equal(400, (await lab.Send("t", chat: 43)).Status);
        curator.StartedEarlier();

        Assert.Equal(200, (await lab.Send("новая заявка", chat: 43)).Status);
        await curator.Sees("заявка");
        Assert.Equal(1, lab.Server.Api.PendingUpdates);
    }

    [Fact]
    public async Task Stories_with_a_clock_that_stands_still_do_not_hang()
    {
        await using var lab = await Lab.OpenAsync(o => o with { WireTime = TimeProvider.System });
        var next = PollingTests.Ids(await lab.Call("getUpdates"))[0] + 1;
        var now = lab.Clock.GetUtcNow();
        Assert.Empty(PollingTests.Ids(await lab.Call("getUpdates", new { offset = next, timeout = 1 })));
        Assert.Equal(now, lab.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_long_text_arrives_in_parts()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.Anna.Types(new string('x', 4095) + "👍" + new string('y', 10));

        Assert.Equal([4095, 12], lab.Anna.Chat.Skip(1).Select(x => x.Text.Length));
    }

    [Fact]
    public async Task In_a_group_the_bot_hears_and_answers()
    {
        await using var server = await BotApiServer.StartAsync();
        await using var bot = new EchoBot(server);
        var group = server.Group(-1001234567890, "Кураторы");
        var visitor = server.Visitor(42, "Анна");
        await group.Posts(visitor, "всем привет");
        Assert.Equal("Вы: всем привет", await group.Sees("привет"));
        await group.Taps(visitor, "Ещё");
        await group.Sees("Нажато: more");

        Assert.Empty(visitor.Chat);
        Assert.Equal("Supergroup", bot.Seen[0].Message!.Chat.Type.ToString());
        Assert.Equal("Анна", group.Chat[0].From);
    }

    [Fact]
    public async Task The_menu_of_the_narrowest_scope_is_shown()
    {
        await using var lab = await Lab.OpenAsync();
        async Task Set(string command, object? scope, string language = "") =>
            Assert.True((await lab.Call("setMyCommands",
                new
                {
                    commands = new[] { new { command, description = "d" } },
                    scope = scope
                    ?? new { type = "default" },
                    language_code = language
                })).Ok);

        await Set("common", null);
        Assert.Equal("common", lab.Anna.Commands[0].Command);
        await Set("private", new { type = "all_private_chats" });
        await Set("russian", new { type = "all_private_chats" }, "ru");
        Assert.Equal("russian", lab.Anna.Commands[0].Command);
        await Set("own", new { type = "chat", chat_id = 42 });
        Assert.Equal("own", lab.Anna.Commands[0].Command);
        Assert.Equal("russian", lab.Server.Visitor(43).Commands[0].Command);

        await lab.Call("deleteMyCommands", new { scope = new { type = "chat", chat_id = 42 } });
        Assert.Equal("russian", lab.Anna.Commands[0].Command);
        Assert.Equal("common", (await lab.Call("getMyCommands")).Result[0].GetProperty("command").GetString());
    }

    private static System.Text.Json.JsonElement Last(Reply reply) => reply.Result.EnumerateArray().Last();

    private static string PressId(Reply reply) => Last(reply).GetProperty("callback_query").GetProperty("id").GetString()!;
}
