using System.ComponentModel;
using System.Diagnostics;

namespace MspBot.Data.Postgres;

/// <summary>Runs one of PostgreSQL's or the system's programs to its end, as another user where needed.</summary>
static class ExternalProgram
{
    internal sealed record Result(int ProcessId, int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;

        public string LastLine =>
            Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
    }

    public static async Task<Result> Run(ServerAccount? account, string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo
        {
            // The server's account may not be allowed into our own folder.
            WorkingDirectory = Path.GetPathRoot(Path.GetTempPath())!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            FileName = account is null ? program : "setpriv",
        };
        foreach (var argument in account is null ? arguments : [.. account.Prefix, program, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        if (ServerLocale.Name is { } locale)
            start.Environment["LC_ALL"] = locale;

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await process.WaitForExitAsync(cancel);
            return new(process.Id, process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new LocalPostgresException($"Cannot run {start.FileName}: {e.Message}", e);
        }
    }
}
