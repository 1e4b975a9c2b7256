using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using MspBot.Sandbox;
using MspBot.Sandbox.Demo;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Browser.Tests;

/// <summary>The demo as a program: its folder, its port, who may ask it, what it keeps. No browser is needed.</summary>
[Collection("one browser at a time")]
public sealed class DemoTests(Demonstration demonstration) : IDisposable
{
    private readonly List<string> folders = [];

    public void Dispose()
    {
        foreach (var folder in folders) Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.1.5:8081")]
    public async Task A_name_that_is_not_this_machine_is_refused(string host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(demonstration.Demo.Address, "/sandbox/state"));
        request.Headers.Host = host;
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.BadRequest)]
    public async Task Another_site_in_the_same_browser_changes_nothing(string header, string value, HttpStatusCode expected)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post,
            new Uri(demonstration.Demo.Address, "/sandbox/clock"))
        { Content = JsonContent.Create(new { hours = -1 }) };
        request.Headers.Add(header, value);
        using var answer = await http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_district_is_as_large_as_promised()
    {
        // One of its own: in the shared one other stories bring people and give them roles.
        await using var demo = await DemoRun.StartAsync(Demonstration.Options(NewFolder()));
        using var http = new HttpClient { BaseAddress = demo.Address };
        var state = await http.GetFromJsonAsync<JsonElement>(new Uri("/sandbox/state", UriKind.Relative));
        var roles = state.GetProperty("people").EnumerateArray()
            .SelectMany(p => p.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!)).CountBy(r => r).ToDictionary();
        Assert.Equal((1, 1, 6, 5), (roles["Head"], roles["Methodologist"], roles["Tutor"], roles["SchoolHead"]));
        Assert.True(roles["Teacher"] >= 53);
        Assert.Equal(9, await Count(demo, "select count(distinct kind) from seminar where state = 'Published'"));
        Assert.True(await Count(demo, "select count(*) from seminar where starts_at < '2026-11-24'") >= 16);
        Assert.True(await Count(demo,
            "select count(*) from seminar where waiting >= 3 and seated = seats and starts_at > '2026-11-25'") >= 1);
        Assert.True(await Count(demo,
            "select count(*) from seminar where seats - seated = 2 and state = 'Published' and starts_at > '2026-11-25'") >= 1);
        Assert.True(await Count(demo, "select count(*) from seminar where seats is null and starts_at > '2026-11-25'") >= 1);
    }

    [Fact]
    public async Task A_restart_keeps_who_registered_and_the_clock_and_an_old_card_touches_no_new_message()
    {
        var folder = NewFolder();
        var options = Demonstration.Options(folder);
        await using (var first = await DemoRun.StartAsync(options))
        {
            var visitor = first.Api.Visitor(Townspeople.Head);
            await visitor.Types("/new");
            await visitor.Sees("Что это будет");
            await Move(first, 30);
        }

        await using var second = await DemoRun.StartAsync(options);
        Assert.True(second.Clock.Offset >= TimeSpan.FromHours(30));
        var head = second.Api.Visitor(Townspeople.Head);
        Assert.Equal("/new", head.Chat[0].Text);
        var known = head.Chat[^1].Id;
        await head.Types("/menu");
        await head.SeesMessage("Меню");
        Assert.All(head.Chat.Where(m => m.Id > known), m => Assert.Equal(0, m.Edits));
        Assert.Empty(second.Api.Violations);
    }

    [Fact]
    public async Task Jobs_that_fall_due_by_a_move_of_the_clock_run_soon()
    {
        await using var demo = await DemoRun.StartAsync(Demonstration.Options(NewFolder()));
        var visitor = demo.Api.Visitor(Townspeople.Head);
        await visitor.Types("/new");
        await visitor.Sees("Что это будет");

        // Each night forms that were left behind are forgotten.
        await using var command = demo.Database.CreateCommand("select count(*) from dialog");
        Assert.Equal(1L, await command.ExecuteScalarAsync());
        await Move(demo, 24 * 7);
        var began = TimeProvider.System.GetTimestamp();
        while (await command.ExecuteScalarAsync() is not 0L)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "the nightly job did not run");
            await Task.Delay(50);
        }
    }

    [Theory]
    [InlineData("2026-11-24T07:00Z", "2026-11-24T07:00Z")]
    [InlineData("2026-11-24T00:30Z", "2026-11-24T07:00Z")]
    [InlineData("2026-11-24T19:00Z", "2026-11-25T07:00Z")]
    [InlineData("2026-11-28T12:00Z", "2026-11-30T07:00Z")]
    public void A_demo_started_at_night_or_on_a_holiday_begins_in_the_morning(string started, string begins)
    {
        var now = DateTimeOffset.Parse(started, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(begins, System.Globalization.CultureInfo.InvariantCulture), now + WorkingHours.Wait(now));
    }

    [Fact]
    public async Task Begun_anew_it_forgets()
    {
        var folder = NewFolder();
        var options = Demonstration.Options(folder);
        await using (var first = await DemoRun.StartAsync(options))
        {
            await Move(first, 5);
            await using var command =
                first.Database.CreateCommand("update person set full_name = 'Другая Фамилия' where chat_id = 700000001");
            await command.ExecuteNonQueryAsync();
        }

        await using var second = await DemoRun.StartAsync(options with { Fresh = true });
        Assert.Equal(TimeSpan.Zero, second.Clock.Offset);
        await using var asked = second.Database.CreateCommand("select full_name from person where chat_id = 700000001");
        Assert.Equal("Ковалёва Елена Борисовна", await asked.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_taken_port_is_no_obstacle_and_a_second_demo_in_the_folder_is_told_where_the_first_is()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var port = ((IPEndPoint)squatter.LocalEndpoint).Port;
        var options = Demonstration.Options(NewFolder()) with { Port = port };
        await using var demo = await DemoRun.StartAsync(options);
        Assert.NotEqual(port, demo.Address.Port);
        var refusal = await Assert.ThrowsAsync<DemoException>(() => DemoRun.StartAsync(options));
        Assert.Contains(demo.Address.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_is_asked_for_while_it_starts_ends_it()
    {
        var port = FreePort.Next();
        using var demo = Sandbox("--data", NewFolder(), "--port", $"{port}");
        using var http = new HttpClient();
        while (!demo.HasExited)
        {
            try
            {
                using var page = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);   // not there yet
            }
        }
        Assert.Equal(0, await End(demo));
    }

    [Fact]
    public async Task A_start_says_what_it_is_busy_with_and_then_where_the_page_is()
    {
        using var demo = Sandbox("--data", NewFolder(), "--port", "0");
        try
        {
            Assert.Equal("Starting PostgreSQL…", await demo.StandardOutput.ReadLineAsync());
            Assert.StartsWith("Starting the bot", await demo.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            Assert.Equal("", await demo.StandardOutput.ReadLineAsync());
            Assert.Contains("is ready. Open  http://127.0.0.1:", await demo.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await End(demo);
        }
    }

    [Fact]
    public async Task The_server_alone_ends_when_it_is_asked_to()
    {
        using var server = Sandbox("--server-only", "--port", "0");
        Assert.Contains("getMe", await server.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await End(server));
    }

    private static Process Sandbox(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(DemoRun).Assembly.Location, .. args]) { RedirectStandardOutput = true })!;

    /// <summary>As a service manager does.</summary>
    private static async Task<int> End(Process process)
    {
        using var asked = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return process.ExitCode;
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task Move(DemoRun demo, int hours)
    {
        using var http = new HttpClient { BaseAddress = demo.Address };
        using var answer = await http.PostAsJsonAsync(new Uri("/sandbox/clock", UriKind.Relative), new { hours });
        answer.EnsureSuccessStatusCode();
    }

    private string NewFolder()
    {
        folders.Add(Path.Combine(Path.GetTempPath(), $"msp-demo-{Guid.NewGuid():N}"[..24]));
        return folders[^1];
    }

    private static async Task<long> Count(DemoRun demo, string sql)
    {
        await using var command = demo.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
