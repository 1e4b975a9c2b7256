using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MspBot.Sandbox.Tests;

/// <summary>Around the methods: mounting, the journal, idleness.</summary>
public sealed class HostingTests
{
    [Fact]
    public async Task It_can_live_inside_another_application()
    {
        using var api = new BotApi();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.MapBotApi(api);
        app.Run(context => context.Response.WriteAsync("page"));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal("page", await http.GetStringAsync(new Uri("/bottom", UriKind.Relative)));
        var me = await http.GetFromJsonAsync<JsonElement>(new Uri($"/bot{api.Token}/getMe", UriKind.Relative));
        Assert.Equal("msp_sandbox_bot", me.GetProperty("result").GetProperty("username").GetString());
    }

    [Fact]
    public async Task The_journal_and_the_changes_can_be_followed()
    {
        await using var lab = await Lab.OpenAsync();
        var calls = new List<JournalEntry>();
        var changes = new List<ChatChange>();
        lab.Server.Journal.Added += calls.Add;
        lab.Server.Api.Changed += changes.Add;
        var id = await lab.SendId("t", Lab.Keyboard("Да"));
        await lab.Call("deleteMessage", new { chat_id = 42, message_id = id });

        Assert.Equal(["sendMessage", "deleteMessage"], calls.Select(x => x.Method));
        Assert.Equal((42, 200), (calls[0].ChatId, calls[0].Status));
        Assert.Equal("d:Да",
            JsonDocument.Parse(calls[0].Parameters).RootElement.GetProperty("reply_markup")
            .GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString());
        Assert.Equal([new ChatChange(42, id, ChatStepKind.Posted, true), new ChatChange(42, id, ChatStepKind.Deleted, true)], changes);
        Assert.Null(lab.Server.Api.Message(42, id));
    }

    [Fact]
    public async Task Without_a_journal_nothing_is_remembered()
    {
        await using var lab = await Lab.OpenAsync(o => o with { KeepJournal = false });
        await lab.Send("t");
        Assert.Empty(lab.Server.Journal.Entries);
        Assert.Empty(lab.Anna.Steps);
        Assert.Equal(2, lab.Anna.Chat.Count);
    }

    [Fact]
    public async Task Idleness_is_asked_of_whoever_knows()
    {
        await using var lab = await Lab.OpenAsync(o => o with { Patience = TimeSpan.FromMilliseconds(200) });
        await Assert.ThrowsAsync<TimeoutException>(lab.Server.Idle);
        var asked = 0;
        lab.Server.WaitIdle = () =>
        {
            asked++;
            return Task.CompletedTask;
        };

        await lab.Anna.DoesNotSee("ничего");
        Assert.Equal(1, asked);
    }
}
