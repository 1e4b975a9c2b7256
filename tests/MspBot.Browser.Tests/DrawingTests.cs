using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>What a bot may send and ours does not yet: said by the test in the bot's place.</summary>
[Collection("one browser at a time")]
public sealed class DrawingTests(Demonstration demonstration)
{
    private const long Chat = Townspeople.Head + 110;

    [Fact]
    public async Task A_keyboard_in_place_of_the_phones_own_types_shares_and_goes()
    {
        await using var tab = await demonstration.Open($"/#{Chat}");
        var pane = tab.Pane(Chat);
        await Call("sendMessage", new
        {
            chat_id = Chat,
            text = "Ваш телефон?",
            reply_markup = new
            {
                keyboard = new object[][] { [new { text = "Дать телефон", request_contact = true },
                new { text = "Не дам" }] }
            }
        });
        await pane.Locator(".reply-keys").GetByText("Дать телефон").ClickAsync();
        await Expect(pane.Locator(".msg.own").Last).ToContainTextAsync("Контакт");
        await Call("sendMessage", new { chat_id = Chat, text = "Спасибо", reply_markup = new { remove_keyboard = true } });
        await Expect(pane.Locator(".reply-keys")).ToBeHiddenAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task Entities_are_drawn_inside_each_other_and_nothing_else_is_markup()
    {
        await using var tab = await demonstration.Open($"/#{Chat + 1}");
        await Call("sendMessage", new
        {
            chat_id = Chat + 1,
            parse_mode = "HTML",
            text = "<b>жирный <i>и курсив</i></b> &lt;script&gt; <a href=\"https://example.org/\">ссылка</a> " +
            "<code>код</code>\n<blockquote>цитата 👍🏽</blockquote><tg-spoiler>тайна</tg-spoiler>",
        });
        var text = Tab.Said(tab.Pane(Chat + 1), "жирный").Locator(".text");
        await Expect(text.Locator("strong em")).ToHaveTextAsync("и курсив");
        await Expect(text).ToContainTextAsync("<script>");
        await Expect(text.Locator("blockquote")).ToHaveTextAsync("цитата 👍🏽");
        await Expect(text.Locator("code")).ToHaveTextAsync("код");
        await Expect(text.Locator(".spoiler")).ToHaveTextAsync("тайна");
        Assert.Equal("noopener noreferrer", await text.Locator("a").GetAttributeAsync("rel"));
        tab.IsQuiet();
    }

    [Fact]
    public async Task Pictures_are_shown_files_are_only_saved_and_typing_is_seen()
    {
        await using var tab = await demonstration.Open($"/#{Chat + 2}");
        var pane = tab.Pane(Chat + 2);
        await Call("sendChatAction", new { chat_id = Chat + 2, action = "typing" });
        await Expect(pane.Locator(".typing")).ToHaveTextAsync("бот печатает…");
        await Upload("sendPhoto", "photo", "график.png",
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        await Expect(pane.Locator("img.picture")).ToBeVisibleAsync();
        Assert.True(await pane.Locator("img.picture").EvaluateAsync<bool>("i => i.decode().then(() => i.naturalWidth > 0)"));
        await Upload("sendDocument", "document", "отчёт.html", "<script>parent.document.body.remove()</script>"u8.ToArray());
        var link = await pane.Locator("a.file").Last.GetAttributeAsync("href");
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(demonstration.Demo.Address, link!.Replace("?save", "", StringComparison.Ordinal)));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_deleted_message_goes_and_an_edited_one_changes_in_its_place()
    {
        await using var tab = await demonstration.Open($"/#{Chat + 3}");
        var pane = tab.Pane(Chat + 3);
        var first = await Call("sendMessage", new { chat_id = Chat + 3, text = "Первое" });
        await Call("sendMessage", new { chat_id = Chat + 3, text = "Второе" });
        await Call("editMessageText", new { chat_id = Chat + 3, message_id = first, text = "Исправленное" });
        await Expect(pane.Locator(".msg .text")).ToHaveTextAsync(["Исправленное", "Второе"]);
        await Call("deleteMessage", new { chat_id = Chat + 3, message_id = first });
        await Expect(pane.Locator(".msg .text")).ToHaveTextAsync(["Второе"]);
        tab.IsQuiet();
    }

    private Uri Method(string name) => new(demonstration.Demo.Address, $"/bot{demonstration.Demo.Api.Token}/{name}");

    private Task<int> Call(string method, object parameters) => demonstration.Call(method, parameters);

    private async Task Upload(string method, string field, string name, byte[] bytes)
    {
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent { { new StringContent($"{Chat + 2}"), "chat_id" },
            { new ByteArrayContent(bytes), field, name } };
        using var answer = await http.PostAsync(Method(method), form);
        answer.EnsureSuccessStatusCode();
    }
}
