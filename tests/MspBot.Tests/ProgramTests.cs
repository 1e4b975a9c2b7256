using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MspBot.Host;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests;

/// <summary>The program as it is deployed: a process, its exit code and what it prints.</summary>
public sealed class ProgramTests(TestCluster cluster)
{
    private static readonly string[] Talkative = ["Default", "Microsoft", "Npgsql", "Quartz", "System"];

    private const string Secret = "a-webhook-secret-nobody-guesses";

    [Fact]
    public async Task A_missing_token_ends_it_with_one_line_and_code_2()
    {
        var (code, output, errors) = await Run([], p => p.WaitForExitAsync());
        Assert.Equal(2, code);
        Assert.StartsWith("Telegram__Token is not set", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Empty(output.Trim());
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know_ends_it_with_one_line_and_code_2()
    {
        await using var database = await cluster.CreateAsync();
        await using var telegram = await BotApiServer.StartAsync();
        var (code, output, errors) = await Run(Settings(database, telegram) with { Token = "123456789:AAE-not_the_right_token" },
            p => p.WaitForExitAsync());
        Assert.Equal(2, code);
        Assert.StartsWith("Telegram__Token is not accepted by Telegram (401", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("not_the_right_token", output + errors);
        Assert.DoesNotContain("   at ", output + errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Secrets_are_in_no_line_of_its_most_talkative_log_and_it_stops_in_order(bool webhook)
    {
        await using var database = await cluster.CreateAsync();
        await using var telegram = await BotApiServer.StartAsync();
        var anna = telegram.Visitor(1, "Anna");
        var (code, output, errors) = await Run(Settings(database, telegram) with { Secret = Secret, Webhook = webhook }, async process =>
        {
            await anna.Types("/start");
            await anna.Sees("Здравствуйте!");
            foreach (var fault in new[] { Fault.ServerError, Fault.BadGateway, Fault.Reset })
            {
                telegram.Faults.Next("getUpdates", fault);
                telegram.Faults.Next("sendMessage", fault);
            }
            await anna.Types("/about");
            await anna.Sees("Срок");
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        });
        var all = output + errors;
        Assert.Equal(0, code);
        Assert.Contains("Connected as bot", all);
        Assert.Contains("\"LogLevel\":\"Debug\"", all);
        Assert.Contains("\"LogLevel\":\"Warning\"", all);
        Assert.DoesNotContain(telegram.Token.Split(':')[1], all);
        Assert.DoesNotContain(Secret, all);
        Assert.DoesNotContain(new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Password!, all);
        Assert.DoesNotContain("Здравствуйте", all);
    }

    private static Given Settings(TestDatabase database, BotApiServer telegram) =>
        new(telegram.Token, telegram.BaseUrl.ToString(), database.ConnectionString, null, false);

    private static Task<(int Code, string Output, string Errors)> Run(Given given, Func<Process, Task> until) => Run(
    [
        $"--Telegram:Token={given.Token}", $"--Telegram:BaseUrl={given.BaseUrl}", $"--ConnectionStrings:Msp={given.Database}",
        .. given.Secret is null ? Array.Empty<string>() : [$"--Telegram:Webhook:Secret={given.Secret}"],
        .. given.Webhook ? At(FreePort.Next()) : ["--urls=http://127.0.0.1:0"],
    ], until);

    private static string[] At(int port) => [$"--urls=http://127.0.0.1:{port}", $"--Telegram:Webhook:Url=http://127.0.0.1:{port}/telegram"];

    private static async Task<(int Code, string Output, string Errors)> Run(string[] args, Func<Process, Task> until)
    {
        var folder = await TestFolder.NewAsync("p");
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(MspBotApp).Assembly.Location, .. args, $"--Data:Folder={folder}",
            .. Talkative.Select(category => $"--Logging:LogLevel:{category}=Trace"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var key in start.Environment.Keys.Where(k => k.StartsWith("Telegram__", StringComparison.Ordinal)
            || k.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(key);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await until(process).WaitAsync(TimeSpan.FromSeconds(60));
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            TestFolder.Remove(folder);
        }
    }

    private sealed record Given(string Token, string BaseUrl, string Database, string? Secret, bool Webhook);
}
