namespace MspBot.Sandbox.Tests;

/// <summary>Buttons that copy, share and have a colour; moments in a text.</summary>
public sealed class ButtonTests
{
    private const string Parse = "Bad Request: can't parse inline keyboard button: ";

    [Fact]
    public async Task A_copy_button_is_echoed_and_gives_its_text_to_the_phone()
    {
        await using var lab = await Lab.OpenAsync();
        var reply = await lab.Send("Кодовое слово",
            Row(new { text = "Скопировать", copy_text = new { text = "маяк 42" }, style = "primary" }));

        var echoed = reply.Result.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0];
        Assert.Equal("маяк 42", echoed.GetProperty("copy_text").GetProperty("text").GetString());
        Assert.Equal("primary", echoed.GetProperty("style").GetString());
        Assert.Equal("маяк 42", await lab.Anna.Copies("Скопировать"));
        Assert.Contains("[ Скопировать ⧉ ]", Transcript.Of(lab.Anna.Chat), StringComparison.Ordinal);
        await Assert.ThrowsAsync<VisitorException>(() => lab.Anna.Taps("Скопировать"));
        Assert.Empty(lab.Server.Violations);
    }

    [Fact]
    public async Task A_copied_text_has_1_to_256_characters()
    {
        await using var lab = await Lab.OpenAsync();
        Task<Reply> Copying(object copy) => lab.Send("t", Row(new { text = "b", copy_text = copy }));

        Assert.Equal(200, (await Copying(new { text = string.Concat(Enumerable.Repeat("👍", 256)) })).Status);
        Assert.Equal("Bad Request: BUTTON_COPY_TEXT_INVALID", (await Copying(new { text = new string('ы', 257) })).Description);
        Assert.Equal("Bad Request: BUTTON_COPY_TEXT_INVALID", (await Copying(new { text = "" })).Description);
        Assert.Equal(Parse + "Can't find field \"text\"", (await Copying(new { })).Description);
        Assert.Equal(Parse + "Field \"copy_text\" must be of type Object", (await Copying("маяк")).Description);
    }

    [Theory]
    [InlineData("danger", 200)]
    [InlineData("success", 200)]
    [InlineData("primary", 200)]
    [InlineData("warning", 400)]
    [InlineData("Danger", 400)]
    public async Task A_button_is_red_green_or_blue(string style, int status)
    {
        await using var lab = await Lab.OpenAsync();
        var reply = await lab.Send("t", Row(new { text = "b", callback_data = "x", style }));
        Assert.Equal(status, reply.Status);
        if (status == 200) Assert.Equal(style, lab.Anna.Chat[^1].Buttons[0][0].Style);
        else Assert.Equal(Parse + "invalid button style specified", reply.Description);
    }

    [Fact]
    public async Task Another_colour_is_another_keyboard()
    {
        await using var lab = await Lab.OpenAsync();
        var id = await lab.SendId("t", Row(new { text = "b", callback_data = "x" }));
        Task<Reply> Edit(string? style) =>
            lab.Call("editMessageReplyMarkup",
                new { chat_id = 42, message_id = id, reply_markup = Row(new { text = "b", callback_data = "x", style = style ?? "" }) });

        Assert.StartsWith("Bad Request: message is not modified", (await Edit(null)).Description, StringComparison.Ordinal);
        Assert.Equal(200, (await Edit("danger")).Status);
        Assert.StartsWith("Bad Request: message is not modified", (await Edit("danger")).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fbot%3Fstart%3De_1&text=%D0%98%D0%B4%D1%91%D0%BC",
        "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fbot%3Fstart%3De_1&text=%D0%98%D0%B4%D1%91%D0%BC")]
    [InlineData("https://t.me/share/url?url=t.me&text=Идём вместе", "https://t.me/share/url?url=t.me&text=Идём%20вместе")]
    [InlineData("T.me/share", "http://t.me/share")]
    [InlineData("http://localhost/share", null)]
    [InlineData("javascript:alert(1)", null)]
    public async Task A_share_link_is_kept_as_it_was_written(string url, string? kept)
    {
        await using var lab = await Lab.OpenAsync();
        var reply = await lab.Send("t", Row(new { text = "Позвать", url }));
        if (kept is null) Assert.Equal($"Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL", reply.Description);
        else Assert.Equal(kept,
            reply.Result.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("<tg-time unix=\"1700000000\">вт, 14 ноября</tg-time>", null)]
    [InlineData("<tg-time unix=\"1700000000\" format=\"wDT\">вт, 14 ноября</tg-time>", "wDT")]
    public async Task A_moment_is_an_entity_with_its_time(string html, string? format)
    {
        await using var lab = await Lab.OpenAsync();
        var reply = await lab.Call("sendMessage", new { chat_id = 42, text = $"Встреча <b>{html}</b>", parse_mode = "HTML" });

        Assert.Equal("Встреча вт, 14 ноября", reply.Result.GetProperty("text").GetString());
        var moment = Assert.Single(lab.Anna.Chat[^1].Entities, e => e.Type == "date_time");
        Assert.Equal((8, 13, 1_700_000_000L, format), (moment.Offset, moment.Length, moment.UnixTime, moment.DateTimeFormat));
        var again = await lab.Raw("sendMessage",
            $$"""{"chat_id":42,"text":"Встреча вт, 14 ноября","entities":{{reply.Result.GetProperty("entities")}}}""");
        Assert.Equal(moment, Assert.Single(lab.Anna.Chat[^1].Entities, e => e.Type == "date_time"));
        Assert.Equal(200, again.Status);
    }

    private static object Row(object button) => new { inline_keyboard = new[] { new[] { button } } };
}
