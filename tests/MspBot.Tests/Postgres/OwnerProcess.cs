using System.Diagnostics;
using Xunit;

namespace MspBot.Tests.Postgres;

/// <summary>Another process that holds a LocalPostgres: this program again, with <see cref="StartupHook"/> in place of its tests.</summary>
sealed class OwnerProcess : IDisposable
{
    public const string FolderKey = "MSPBOT_OWNER_FOLDER";

    readonly Process process;
    readonly string folder;

    OwnerProcess(Process process, string folder) => (this.process, this.folder) = (process, folder);

    public int Id => process.Id;

    public static string Holds(string folder) => Path.Combine(folder, "owner.holds");

    public static string Leave(string folder) => Path.Combine(folder, "owner.leave");

    public static async Task<OwnerProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        start.Environment[FolderKey] = folder;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(OwnerProcess).Assembly.Location;
        var process = Process.Start(start)!;
        for (var waiting = Stopwatch.StartNew(); !File.Exists(Holds(folder)); await Task.Delay(20))
            if (process.HasExited || waiting.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("the other process did not start");
        return new(process, folder);
    }

    public Task GoneAsync() => process.WaitForExitAsync();

    public async Task LeaveAsync()
    {
        await File.WriteAllTextAsync(Leave(folder), "");
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
