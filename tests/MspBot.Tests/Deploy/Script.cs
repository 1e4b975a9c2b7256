using System.Diagnostics;
using MspBot.Tests.Support;

namespace MspBot.Tests.Deploy;

/// <summary>Runs one of the repository's scripts as a person would.</summary>
static class Script
{
    public sealed record Result(int ExitCode, string Output, string Errors);

    public static async Task<Result> RunAsync(string name, string[] arguments, params (string Key, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, name),
            arguments)
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, (await output).Trim(), (await errors).Trim());
    }
}
