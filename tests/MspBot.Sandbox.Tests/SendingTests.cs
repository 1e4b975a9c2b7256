using System.Text;
using System.Text.Json;

namespace MspBot.Sandbox.Tests;

/// <summary>Messages: what is kept, what is echoed, in which order the checks stand.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task The_text_comes_back_trimmed_and_free_of_tags()
    {
        await using var lab = await Lab.OpenAsync();
        var reply = await lab.Call("sendMessage", new { chat_id = 42, text = "\n <b> Важно </b>: /help 👍  \n", parse_mode = "Html" });

        Assert.Equal("Важно : /help 👍", reply.Result.GetProperty("text").GetString());
        var entities = reply.Result.GetProperty("entities").EnumerateArray()
            .Select(x => $"{x.GetProperty("type")} {x.GetProperty("offset")}+{x.GetProperty("length")}");
        Assert.Equal(["bold 0+6", "bot_command 8+5"], entities);
        Assert.False(reply.Result.TryGetProperty("reply_markup", out _));
    }

    [Theory]
    [InlineData("<b>Ваша команда /help тут</b>", "bold 0+13|bot_command 13+5|bold 13+5|bold 18+4")]
    [InlineData("<b>a<b>b</b></b>c", "bold 0+2")]
    [InlineData("<b>a</b><b>b</b>", "bold 0+2")]
    [InlineData("<code>x <b>y</b></code>", "code 0+3")]
    [InlineData("<b>x<a href=\"e.org\">y</a></b>", "bold 0+1|text_link 1+1|bold 1+1")]
    [InlineData("<b>\n</b>x", "")]
    public async Task Entities_are_nested_as_the_real_server_nests_them(string html, string expected)
    {
        await using var lab = await Lab.OpenAsync();
        var message = (await lab.Call("sendMessage", new { chat_id = 42, text = html, parse_mode = "HTML" })).Result;
        var entities = message.TryGetProperty("entities", out var list)
            ? list.EnumerateArray().Select(x => $"{x.GetProperty("type")} {x.GetProperty("offset")}+{x.GetProperty("length")}")
            : [];
        Assert.Equal(expected, string.Join('|', entities));
    }

    [Fact]
    public async Task Lengths_are_counted_in_code_points_and_button_data_in_bytes()
    {
        await using var lab = await Lab.OpenAsync();
        var emoji = string.Concat(Enumerable.Repeat("👍", 4096));

        Assert.Equal(200, (await lab.Send(emoji)).Status);
        Assert.Equal("Bad Request: message is too long", (await lab.Send(emoji + "👍")).Description);
        Assert.Equal(200, (await lab.Send("t", Button(new string('ы', 32)))).Status);
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", (await lab.Send("t", Button(new string('ы', 32) + "x"))).Description);
        Assert.Equal(200,
            (await lab.Upload("sendDocument", "document", [1], caption: string.Concat(Enumerable.Repeat("👍", 1024)))).Status);
    }

    [Fact]
    public async Task Parameters_may_come_in_any_dress()
    {
        await using var lab = await Lab.OpenAsync();
        var markup = """{"inline_keyboard":[[{"text":"Да","callback_data":"y"}]]}""";
        var url = $"/bot{lab.Server.Token}/SENDMESSAGE?chat_id=42&text=%D0%B4%D0%B0&reply_markup={Uri.EscapeDataString(markup)}";
        Assert.Equal("да", (await lab.Get(url)).Result.GetProperty("text").GetString());

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = "42",
            ["text"] = "два + два",
            ["reply_markup"] = markup,
        });
        Assert.Equal("два + два", (await lab.Post(lab.Url("sendmessage"), form)).Result.GetProperty("text").GetString());

        using var parts = new MultipartFormDataContent { { new StringContent("42"), "chat_id" }, { new StringContent("три"), "text" } };
        Assert.Equal("три", (await lab.Post(lab.Url("sendMessage"), parts)).Result.GetProperty("text").GetString());

        var raw = await lab.Raw("sendMessage",
            $$"""{"chat_id":"42","text":"\u0447\u0435\u0442\u044b\u0440\u0435","reply_markup":{{markup}}}""");
        Assert.Equal("четыре", raw.Result.GetProperty("text").GetString());
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(markup)),
            JsonSerializer.Serialize(raw.Result.GetProperty("reply_markup")));
        Assert.Equal(200, (await lab.Get($"/bot{lab.Server.Token}/?method=getMe")).Status);
        Assert.Empty(lab.Server.Violations);
    }

    [Fact]
    public async Task Of_several_mistakes_the_first_check_wins()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.Anna.Blocks();
        var data = new string('x', 65);
        Assert.Equal("Bad Request: message text is empty",
            (await lab.Call("sendMessage", new { chat_id = 777, text = "", reply_markup = "{" })).Description);
        Assert.Equal("Bad Request: can't parse reply keyboard markup JSON object",
            (await lab.Call("sendMessage", new { chat_id = 777, text = "t", reply_markup = "{" })).Description);
        Assert.Equal("Bad Request: chat not found", (await lab.Send(" ", Button(data), 777)).Description);
        Assert.Equal("Bad Request: text must be non-empty", (await lab.Send(" ", Button(data))).Description);
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", (await lab.Send("t", Button(data))).Description);
        Assert.Equal("Forbidden: bot was blocked by the user", (await lab.Send("t", Button("x"))).Description);
    }

    [Fact]
    public async Task Editing_without_a_keyboard_takes_the_keyboard_away()
    {
        await using var lab = await Lab.OpenAsync();
        var id = await lab.SendId("t", Lab.Keyboard("Да"));
        Assert.Single(lab.Anna.Chat[^1].Buttons);

        var reply = await lab.Call("editMessageText", new { chat_id = 42, message_id = id, text = "t" });

        Assert.Equal(200, reply.Status);
        Assert.True(reply.Result.TryGetProperty("edit_date", out _));
        Assert.Empty(lab.Anna.Chat[^1].Buttons);
        Assert.Equal(200,
            (await lab.Call("editMessageReplyMarkup", new { chat_id = 42, message_id = id, reply_markup = Lab.Keyboard("Нет") })).Status);
        Assert.Equal("Нет", lab.Anna.Chat[^1].Buttons[0][0].Label);
    }

    [Fact]
    public async Task A_reply_keyboard_shows_and_its_message_is_never_edited()
    {
        await using var lab = await Lab.OpenAsync();
        var id = await lab.SendId("Как вас зовут?",
            new { keyboard = new[] { new object[] { "Позже", new { text = "Мой номер", request_contact = true } } } });
        Assert.Equal("Bad Request: message can't be edited",
            (await lab.Call("editMessageText", new { chat_id = 42, message_id = id, text = "u" })).Description);

        await lab.Anna.Presses("Позже");
        Assert.Equal("Позже", lab.Anna.Chat[^1].Text);
        await lab.Anna.Presses("Мой номер");
        Assert.Equal("contact", lab.Anna.Chat[^1].Kind);
        await lab.Send("Спасибо", new { remove_keyboard = true });
        Assert.Null(lab.Anna.Keyboard);
    }

    [Fact]
    public async Task Calls_the_real_server_would_let_pass_in_silence_are_violations()
    {
        await using var lab = await Lab.OpenAsync();
        Assert.Equal(200, (await lab.Call("sendMessage", new { chat_id = 42, text = "null", parsemode = "HTML" })).Status);
        Assert.Equal(404, (await lab.Call("sendMesage")).Status);
        Assert.Equal(501, (await lab.Call("sendPoll", new { chat_id = 42 })).Status);
        await lab.Send("t", new { inline_keyboard = new[] { new[] { new { text = "b", callbackdata = "x", callback_data = "y" } } } });
        await lab.Raw("sendMessage", """{"chat_id":42,"text":"t","parse_mode":"","reply_parameters":null}""");

        Assert.Equal(
            [
                "sendMessage has no parameter parsemode",
                "unknown method sendMesage",
                "sendPoll exists, but the sandbox does not support it",
                "sendMessage: an inline button has no field callbackdata",
                "sendMessage: reply_parameters is null, which the server reads as the text \"null\"",
            ],
            lab.Server.Violations);
    }

    [Theory]
    [InlineData("MarkdownV2")]
    [InlineData("markdown")]
    public async Task Markdown_is_refused_loudly(string mode)
    {
        await using var lab = await Lab.OpenAsync();
        Assert.Equal(400, (await lab.Call("sendMessage", new { chat_id = 42, text = "*t*", parse_mode = mode })).Status);
        Assert.Contains("use HTML", Assert.Single(lab.Server.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_the_sandbox_cannot_read_is_a_loud_failure()
    {
        await using var lab = await Lab.OpenAsync();
        using var content = new StringContent("no parts");
        content.Headers.ContentType = new("multipart/form-data");
        var reply = await lab.Post(lab.Url("sendMessage"), content);

        Assert.Equal(500, reply.Status);
        Assert.StartsWith("sendMessage: the sandbox failed: ", Assert.Single(lab.Server.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_messages_are_deleted_and_missing_ones_skipped()
    {
        await using var lab = await Lab.OpenAsync();
        var ids = new[] { await lab.SendId("1"), await lab.SendId("2"), 9999 };
        Assert.True((await lab.Call("deleteMessages", new { chat_id = 42, message_ids = ids })).Ok);
        Assert.Single(lab.Anna.Chat);
    }

    [Fact]
    public async Task Files_go_both_ways_and_can_be_sent_again_by_their_id()
    {
        await using var lab = await Lab.OpenAsync();
        var bytes = Encoding.UTF8.GetBytes("содержимое");
        var sent = await lab.Upload("sendDocument", "document", bytes, "Справка №1.txt", "подпись");
        var document = sent.Result.GetProperty("document");
        Assert.Equal("Справка №1.txt", document.GetProperty("file_name").GetString());
        Assert.Equal(bytes, lab.Anna.Chat[^1].File!.Bytes.ToArray());

        var again = await lab.Call("sendDocument", new { chat_id = 42, document = document.GetProperty("file_id").GetString() });
        Assert.Equal(document.GetProperty("file_unique_id").GetString(),
            again.Result.GetProperty("document").GetProperty("file_unique_id").GetString());

        await lab.Anna.SendsDocument("заявление.pdf", bytes);
        var path = (await lab.Call("getFile", new { file_id = lab.Anna.Chat[^1].File!.FileId })).Result.GetProperty("file_path")
            .GetString();
        Assert.Equal("содержимое", (await lab.Get($"/file/bot{lab.Server.Token}/{path}")).Body);
        Assert.Equal(404, (await lab.Get($"/file/bot{lab.Server.Token}/documents/none")).Status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var lab = await Lab.OpenAsync();
        var reply = await lab.Upload("sendDocument", "document", new byte[(50 << 20) + 1]);
        Assert.Equal(413, reply.Status);
    }

    [Fact]
    public async Task Old_messages_are_forgotten_beyond_the_limit()
    {
        await using var lab = await Lab.OpenAsync(o => o with { MaxMessagesPerChat = 10 });
        var first = await lab.SendId("первое");
        for (var i = 0; i < 30; i++) await lab.Send($"{i}");

        Assert.InRange(lab.Anna.Chat.Count, 10, 17);
        Assert.Equal("29", lab.Anna.Chat[^1].Text);
        Assert.Equal("Bad Request: message to edit not found",
            (await lab.Call("editMessageText", new { chat_id = 42, message_id = first, text = "x" })).Description);
    }

    private static object Button(string data) => new { inline_keyboard = new[] { new[] { new { text = "b", callback_data = data } } } };
}
