using System.Diagnostics;

namespace MspBot.Benchmarks;

/// <summary>A program of this folder as a process of its own; its output goes to a file.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task output;

    private ChildProcess(Process process, Task output) => (this.process, this.output) = (process, output);

    internal int Id => process.Id;

    internal bool HasExited => process.HasExited;

    internal static ChildProcess Start(string log, string program, string[] args, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own
            : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var process = Process.Start(start)!;
        return new(process, Task.WhenAll(Save(process.StandardOutput, log), Save(process.StandardError, log + ".err")));
    }

    /// <summary>As a power cut does.</summary>
    internal async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager does.</summary>
    internal async Task Stop()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            try
            {
                await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
            }
            catch (TimeoutException)
            {
                process.Kill();
            }
        }
        await output;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        process.Dispose();
    }

    private static async Task Save(StreamReader from, string file)
    {
        await using var to = new StreamWriter(file, append: true);
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteLineAsync(line);
            await to.FlushAsync();
        }
    }
}
