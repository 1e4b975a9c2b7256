using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace MspBot.Sandbox.Tests;

/// <summary>What the server answered, untouched.</summary>
internal sealed record Reply(int Status, string Body, string? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public bool Ok => Json.GetProperty("ok").GetBoolean();

    public JsonElement Result => Json.GetProperty("result");

    public string Description => Json.GetProperty("description").GetString()!;
}

/// <summary>A server with a clock in the hand, and the plainest of clients.</summary>
internal sealed class Lab : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private Lab(BotApiServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        Anna = server.Visitor(42, "Анна", "Ильина", "anna");
    }

    public BotApiServer Server { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>A visitor who has started the bot.</summary>
    public Visitor Anna { get; }

    public static async Task<Lab> OpenAsync(Func<BotApiOptions, BotApiOptions>? change = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        var options = new BotApiOptions { Time = clock, WireTime = clock, Seed = 1, Patience = TimeSpan.FromSeconds(5) };
        var lab = new Lab(await BotApiServer.StartAsync(change?.Invoke(options) ?? options), clock);
        await lab.Anna.Types("/start");
        return lab;
    }

    public Uri Url(string method) => new(Server.BaseUrl, $"/bot{Server.Token}/{method}");

    public Task<Reply> Call(string method, object? parameters = null) =>
        Post(Url(method), parameters is null ? null : JsonContent.Create(parameters));

    public Task<Reply> Raw(string method, string json) => Post(Url(method), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<Reply> Post(Uri url, HttpContent? content)
    {
        using var response = await http.PostAsync(url, content);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.ToString());
    }

    public async Task<Reply> Get(string pathAndQuery)
    {
        using var response = await http.GetAsync(new Uri(Server.BaseUrl, pathAndQuery));
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.ToString());
    }

    public Task<Reply> Send(string text, object? markup = null, long chat = 42) =>
        markup is null ? Call("sendMessage", new { chat_id = chat, text })
        : Call("sendMessage", new { chat_id = chat, text, reply_markup = markup });

    public async Task<int> SendId(string text, object? markup = null) =>
        (await Send(text, markup)).Result.GetProperty("message_id").GetInt32();

    public Task<Reply> Upload(string method, string field, byte[] bytes, string name = "f.txt", string caption = "")
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("42"), "chat_id" },
            { new ByteArrayContent(bytes), field, name },
        };
        if (caption.Length > 0) form.Add(new StringContent(caption), "caption");
        return Post(Url(method), form);
    }

    /// <summary>Moves the clock in small steps until the call has ended.</summary>
    public async Task<Reply> Through(Task<Reply> call, TimeSpan step)
    {
        while (await Task.WhenAny(call, Task.Delay(20)) != call) Clock.Advance(step);
        return await call;
    }

    public static object Keyboard(params string[] labels) =>
        new { inline_keyboard = new[] { labels.Select(x => new { text = x, callback_data = "d:" + x }).ToArray() } };

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
