using System.Net;
using System.Net.Sockets;
using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Telegram;

/// <summary>Receiving by webhook: who knocks, when 200 is said, and what is said when it cannot be.</summary>
public sealed class WebhookStories(TestCluster cluster) : IDisposable
{
    private const string Secret = "a-secret-nobody-can-guess";
    private readonly HttpClient http = new();
    private readonly int port = FreePort.Next();

    public void Dispose() => http.Dispose();

    private Uri Address => new($"http://127.0.0.1:{port}/telegram");

    private Task<World> Open() => Open(cluster, port);

    internal static Task<World> Open(TestCluster cluster) => Open(cluster, FreePort.Next());

    private static Task<World> Open(TestCluster cluster, int port) => World.Open(cluster, null, null, false,
        ("Telegram:Webhook:Url", $"http://127.0.0.1:{port}/telegram"), ("Telegram:Webhook:Secret", Secret),
        ("urls", $"http://127.0.0.1:{port}"));

    [Fact]
    public async Task Updates_come_by_webhook_and_are_answered()
    {
        await using var world = await Open();
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await anna.Taps("Профиль");
        await anna.Sees("Напоминания");
        Assert.Empty(world.Calls("getUpdates"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret-nobody-can-gues")]
    [InlineData("A-SECRET-NOBODY-CAN-GUESS")]
    public async Task Who_does_not_know_the_secret_is_refused_before_the_body_is_read(string? secret)
    {
        await using var world = await Open();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        // A body is announced and never sent: only who does not read it can answer.
        var head =
            $"POST /telegram HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
            $"500\r\n{(secret is null ? "" : $"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n")}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var answer = new byte[64];
        var length = await stream.ReadAsync(answer, patience.Token);
        Assert.StartsWith("HTTP/1.1 401", Encoding.ASCII.GetString(answer, 0, length), StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox"));
    }

    [Fact]
    public async Task Two_hundred_is_said_when_the_update_is_stored_and_twice_is_handled_once()
    {
        await using var world = await Open();
        var anna = await SeminarCast.Teacher(world, 1);
        anna.StartedEarlier();
        Assert.Equal(HttpStatusCode.OK, await Post(Update(1, "/menu")));
        Assert.Equal(1, await world.Sql<int>("select count(*) from inbox"));
        Assert.Equal(HttpStatusCode.OK, await Post(Update(1, "/menu")));
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task A_database_that_is_away_is_answered_with_503_and_the_update_comes_again()
    {
        await using var world = await Open();
        var anna = await SeminarCast.Teacher(world, 1);
        anna.StartedEarlier();
        await world.InboxGoesAway();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Post(Update(1, "/menu")));
        using (var health = await http.GetAsync(new Uri(Address, "/health"))) Assert.Equal(HttpStatusCode.ServiceUnavailable,
            health.StatusCode);
        await world.InboxIsBack();
        Assert.Equal(HttpStatusCode.OK, await Post(Update(1, "/menu")));
        await anna.Sees("Меню");
        using (var health = await http.GetAsync(new Uri(Address, "/health"))) Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("не JSON", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.OK)]
    [InlineData("null", HttpStatusCode.OK)]
    [InlineData("{\"update_id\":5}", HttpStatusCode.OK)]
    [InlineData("{\"update_id\":5,\"poll\":{}}", HttpStatusCode.OK)]
    public async Task What_is_no_update_of_ours_breaks_nothing(string body, HttpStatusCode expected)
    {
        await using var world = await Open();
        Assert.Equal(expected, await Post(body));
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_long_is_refused_before_it_has_come(bool lengthIsKnown)
    {
        await using var world = await Open();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        const int piece = 64 * 1024;
        var length = lengthIsKnown ? $"Content-Length: {500 * piece}" : "Transfer-Encoding: chunked";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
            $"POST /telegram HTTP/1.1\r\nHost: localhost\r\nContent-Type: " +
            $"application/json\r\n{length}\r\nX-Telegram-Bot-Api-Secret-Token: {Secret}\r\n\r\n"));
        var answer = new byte[64];
        var answered = stream.ReadAsync(answer).AsTask();
        var (head, body) = (Encoding.ASCII.GetBytes($"{piece:x}\r\n"),
            Encoding.ASCII.GetBytes(new string(' ', piece) + (lengthIsKnown ? "" : "\r\n")));
        // What a socket takes in advance is a few pieces more than what is read.
        var sent = 0;
        for (; sent < 500 && !answered.IsCompleted; sent++)
        {
            try
            {
                if (!lengthIsKnown) await stream.WriteAsync(head);
                await stream.WriteAsync(body);
            }
            catch (IOException)
            {
                break;   // hung up
            }
        }
        Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(answer, 0, await answered), StringComparison.Ordinal);
        Assert.InRange(sent, 0, 400);
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox"));
    }

    [Fact]
    public async Task Every_update_twice_is_handled_once()
    {
        await using var world = await Open();
        world.Telegram.Api.EveryUpdateTwice = true;
        var anna = await SeminarCast.Teacher(world, 1);
        for (var n = 0; n < 3; n++)
        {
            await anna.Types("/menu");
            await anna.Sees("Меню");
            await world.Idle();
        }
        Assert.Equal(3, anna.Chat.Count(m => m.FromBot));
    }

    [Fact]
    public async Task Whoever_waits_for_a_database_that_is_away_is_told_so_once()
    {
        await using var world = await Open();
        var anna = await SeminarCast.Teacher(world, 1);
        await world.InboxGoesAway();
        await anna.Types("/menu");
        await anna.Sees("Повторять не нужно");
        await world.InboxIsBack();
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Повторять не нужно", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> Post(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            Address)
        { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Update(int id, string text) =>
        $$"""{"update_id":{{id}},"message":{"message_id":{{id}},"date":1,"chat":{"id":1,"type":"private"},"from":""" +
        $$"""{"id":1,"is_bot":false,"first_name":"A"},"text":"{{text}}"} }""";
}
