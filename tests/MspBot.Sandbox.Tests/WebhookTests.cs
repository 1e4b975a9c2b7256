using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MspBot.Sandbox.Tests;

/// <summary>Deliveries to the bot's own address.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task An_update_is_delivered_with_the_secret_and_confirmed_by_200()
    {
        await using var lab = await Lab.OpenAsync();
        await using var hook = await Hook.OpenAsync(_ => (200, ""));
        var set = await lab.Call("setWebhook", new { url = hook.Url, secret_token = "s3cret" });
        Assert.Equal("Webhook was set", set.Description);

        Assert.Equal("/start", (await hook.Next()).Text);
        Assert.Equal("s3cret", hook.LastSecret);
        await Until(() => lab.Server.Api.PendingUpdates == 0);
    }

    [Fact]
    public async Task Failures_are_repeated_with_growing_pauses_and_hold_back_their_chat_only()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.Call("getUpdates", new { offset = lab.Server.Api.Updates.NextId });
        var healthy = false;
        await using var hook = await Hook.OpenAsync(x => (x.Chat == 42 && !Volatile.Read(ref healthy) ? 500 : 200, ""));
        await lab.Call("setWebhook", new { url = hook.Url });
        await lab.Anna.Types("раз");
        await lab.Anna.Types("два");
        await lab.Server.Visitor(43).Types("мимо");

        var first = new[] { await hook.Next(), await hook.Next(), await hook.Next() };
        Assert.Equal(["мимо", "раз", "раз"], first.Select(x => x.Text).Order(StringComparer.Ordinal));
        foreach (var pause in (int[])[2, 4, 8])
        {
            var before = lab.Clock.GetUtcNow();
            Assert.Equal("раз", (await hook.NextWhile(() => lab.Clock.Advance(TimeSpan.FromMilliseconds(250)))).Text);
            Assert.True(lab.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(pause));
        }

        var info = (await lab.Call("getWebhookInfo")).Result;
        Assert.Equal(2, info.GetProperty("pending_update_count").GetInt32());
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", info.GetProperty("last_error_message").GetString());

        Volatile.Write(ref healthy, true);
        Assert.Equal("раз", (await hook.NextWhile(() => lab.Clock.Advance(TimeSpan.FromSeconds(1)))).Text);
        Assert.Equal("два", (await hook.Next()).Text);
        await Until(() => lab.Server.Api.PendingUpdates == 0);
    }

    [Fact]
    public async Task A_press_too_old_is_given_up()
    {
        await using var lab = await Lab.OpenAsync();
        await lab.SendId("t", Lab.Keyboard("Да"));
        await lab.Call("getUpdates", new { offset = lab.Server.Api.Updates.NextId });
        await using var hook = await Hook.OpenAsync(x => (x.Kind == "callback_query" ? 500 : 200, ""));
        await lab.Call("setWebhook", new { url = hook.Url });
        await lab.Anna.TapsWithoutWaiting("Да");
        Assert.Equal("callback_query", (await hook.Next()).Kind);

        await Until(() => lab.Server.Api.PendingUpdates == 0, () => lab.Clock.Advance(TimeSpan.FromSeconds(5)));
        Assert.True(lab.Server.Api.Webhook.Failures > 2);
    }

    [Fact]
    public async Task A_method_in_the_answer_is_carried_out()
    {
        await using var lab = await Lab.OpenAsync();
        await using var hook = await Hook.OpenAsync(_ => (200, """{"method":"sendMessage","chat_id":42,"text":"из ответа"}"""));
        await lab.Call("setWebhook", new { url = hook.Url });

        await lab.Anna.Sees("из ответа");
        Assert.Contains(lab.Server.Journal.Of("sendMessage"), x => x.Fault == "in the webhook's answer");
    }

    [Fact]
    public async Task Removing_the_webhook_gives_the_updates_back_to_polling()
    {
        await using var lab = await Lab.OpenAsync();
        await using var hook = await Hook.OpenAsync(_ => (500, ""));
        await lab.Call("setWebhook", new { url = hook.Url, allowed_updates = """["message"]""" });
        Assert.Equal("Webhook is already set", await Again(lab, hook));
        await hook.Next();

        Assert.Equal("Webhook was deleted", (await lab.Call("deleteWebhook")).Description);
        Assert.Equal("Webhook is already deleted", (await lab.Call("deleteWebhook")).Description);
        Assert.Single(PollingTests.Ids(await lab.Call("getUpdates")));
        Assert.Equal("message", (await lab.Call("getWebhookInfo")).Result.GetProperty("allowed_updates")[0].GetString());
        await lab.Call("deleteWebhook", new { drop_pending_updates = true });
        Assert.Equal(0, lab.Server.Api.PendingUpdates);
    }

    private static async Task<string> Again(Lab lab, Hook hook)
    {
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await lab.Call("setWebhook", new { url = hook.Url })).Description;
    }

    private static async Task Until(Func<bool> condition, Action? push = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10), "waited too long");
            push?.Invoke();
            await Task.Delay(5);
        }
    }

    private sealed record Delivery(string Kind, long Chat, string? Text);

    /// <summary>The bot's side: remembers deliveries and answers as told.</summary>
    private sealed class Hook(WebApplication app) : IAsyncDisposable
    {
        private readonly BlockingCollection<Delivery> deliveries = [];

        public string Url => app.Urls.First() + "/hook";

        public string? LastSecret { get; private set; }

        public static async Task<Hook> OpenAsync(Func<Delivery, (int Status, string Body)> answer)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            var hook = new Hook(app);
            app.Run(async context =>
            {
                using var update = await JsonDocument.ParseAsync(context.Request.Body);
                var body = update.RootElement.EnumerateObject().First(x => x.Name != "update_id");
                var chat = body.Value.GetProperty(body.Name == "callback_query" ? "from" : "chat").GetProperty("id").GetInt64();
                var delivery = new Delivery(body.Name, chat, body.Value.TryGetProperty("text", out var text) ? text.GetString() : null);
                hook.LastSecret = context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"];
                hook.deliveries.Add(delivery);
                var (status, reply) = answer(delivery);
                context.Response.StatusCode = status;
                await context.Response.WriteAsync(reply);
            });
            await app.StartAsync();
            return hook;
        }

        public Task<Delivery> Next() => NextWhile(() => { });

        /// <summary>The next delivery; the clock is pushed until it comes.</summary>
        public async Task<Delivery> NextWhile(Action push)
        {
            var started = TimeProvider.System.GetTimestamp();
            while (true)
            {
                if (deliveries.TryTake(out var delivery)) return delivery;
                Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10), "no delivery came");
                push();
                await Task.Delay(5);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            deliveries.Dispose();
        }
    }
}
