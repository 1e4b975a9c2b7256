using System.Diagnostics;
using MspBot.Sandbox;

namespace MspBot.Tests.Chaos;

/// <summary>The bot as a process of its own, so that it can be killed.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Task output;
    private readonly List<string> lines = [];

    private BotProcess(Process process)
    {
        this.process = process;
        output = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    /// <summary>What it said, for whoever must find out why it failed.</summary>
    internal string Said
    {
        get
        {
            var state = process.HasExited ? $"ended with {process.ExitCode}" : "runs";
            lock (lines) return $"({state})\n{string.Join('\n', lines.TakeLast(40))}";
        }
    }

    internal bool HasEnded => process.HasExited;

    internal static BotProcess Start(BotApiServer telegram, params (string Key, string Value)[] settings) =>
        StartFrom(AppContext.BaseDirectory, telegram, settings);

    /// <summary>The version that was published into this folder.</summary>
    internal static BotProcess StartFrom(string folder, BotApiServer telegram, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(folder, "MspBot.Host.dll"));
        foreach (var (key, value) in settings) start.Environment[key] = value;
        start.Environment["Telegram__Token"] = telegram.Token;
        start.Environment["Telegram__BaseUrl"] = telegram.BaseUrl.ToString();
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return new(Process.Start(start)!);
    }

    /// <summary>SIGKILL: no word of farewell, nothing is finished.</summary>
    internal async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager does.</summary>
    /// <returns>The exit code.</returns>
    internal async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        await output;
        process.Dispose();
    }

    private async Task Read(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (lines) lines.Add(line);
        }
    }
}
