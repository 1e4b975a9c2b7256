using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace MspBot.Sandbox.Tests;

/// <summary>The client library the bot uses, against the sandbox.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Uploads_in_the_dress_of_the_library_arrive()
    {
        await using var lab = await Lab.OpenAsync();
        var client = EchoBot.Make(lab.Server);
        var bytes = Encoding.UTF8.GetBytes("a;b\n1;2\n");

        var sent = await client.SendDocument(42, InputFile.FromStream(new MemoryStream(bytes), "Список №1.csv"), "<b>Список</b>",
            ParseMode.Html);
        Assert.Equal("Список №1.csv", sent.Document!.FileName);
        Assert.Equal("Список", sent.Caption);
        var file = await lab.Anna.SeesFile("Список");
        Assert.Equal(bytes, file.Bytes.ToArray());

        await client.SendDocument(42, InputFile.FromFileId(sent.Document.FileId));
        using var copy = new MemoryStream();
        await client.GetInfoAndDownloadFile(sent.Document.FileId, copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Empty(lab.Server.Violations);
    }

    [Fact]
    public async Task Photos_and_albums_arrive()
    {
        await using var lab = await Lab.OpenAsync();
        var client = EchoBot.Make(lab.Server);
        await lab.Anna.SendsPhoto();
        var picture = lab.Anna.Chat[^1].File!.Bytes.ToArray();

        var photo = await client.SendPhoto(42, InputFile.FromStream(new MemoryStream(picture), "п.png"), "подпись");
        Assert.Equal((1, 1), (photo.Photo![0].Width, photo.Photo[0].Height));
        var album = await client.SendMediaGroup(42,
        [
            new InputMediaPhoto(InputFile.FromStream(new MemoryStream(picture), "1.png")) { Caption = "раз" },
            new InputMediaPhoto(InputFile.FromFileId(photo.Photo[0].FileId)),
        ]);

        Assert.Equal(2, album.Length);
        Assert.Single(album.Select(x => x.MediaGroupId).Distinct());
        Assert.Equal("раз", lab.Anna.Chat[^2].Text);
        Assert.Empty(lab.Server.Violations);
    }

    [Fact]
    public async Task Refusals_become_the_exceptions_of_the_library()
    {
        await using var lab = await Lab.OpenAsync();
        var client = EchoBot.Make(lab.Server);
        await lab.Anna.Blocks();
        var blocked = await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "t"));
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (blocked.ErrorCode, blocked.Message));

        lab.Server.Faults.Next("sendMessage", Fault.TooManyRequests(9));
        var flooded = await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "t"));
        Assert.Equal(9, flooded.Parameters!.RetryAfter);
        lab.Server.Faults.Next("sendMessage", Fault.BadGateway);
        var broken = await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(42, "t"));
        Assert.IsNotType<ApiRequestException>(broken);
    }

    [Fact]
    public async Task The_profile_of_the_bot_is_kept()
    {
        await using var lab = await Lab.OpenAsync();
        var client = EchoBot.Make(lab.Server);
        var me = await client.GetMe();
        Assert.Equal(("msp_sandbox_bot", true, 7234567890L), (me.Username, me.IsBot, me.Id));
        await client.SetMyDescription("Описание");
        await client.SetMyShortDescription("Коротко", "ru");
        await client.SetChatMenuButton(42, new MenuButtonCommands());
        await client.SendChatAction(42, ChatAction.Typing);

        Assert.Equal("Описание", (await client.GetMyDescription()).Description);
        Assert.Equal("Коротко", (await client.GetMyShortDescription("ru")).ShortDescription);
        Assert.IsType<MenuButtonCommands>(await client.GetChatMenuButton(42));
        Assert.Equal("Анна", (await client.GetChat(42)).FirstName);
        Assert.Empty(lab.Server.Violations);
    }
}
