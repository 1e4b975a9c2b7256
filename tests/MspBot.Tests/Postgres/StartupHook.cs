using MspBot.Data.Postgres;
using MspBot.Tests.Postgres;

/// <summary>
/// What .NET runs before Main when DOTNET_STARTUP_HOOKS names this program; the name and the missing namespace are .NET's.
/// </summary>
#pragma warning disable CA1050
static class StartupHook
#pragma warning restore CA1050
{
    internal static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(OwnerProcess.FolderKey) is not { } folder)
            return;

        Task.Run(() => HoldAsync(folder)).GetAwaiter().GetResult();
        Environment.Exit(0);
    }

    static async Task HoldAsync(string folder)
    {
        await using var server = await LocalPostgres.Start(new() { Folder = folder, Durable = false });
        await File.WriteAllTextAsync(OwnerProcess.Holds(folder), server.ConnectionString);
        while (!File.Exists(OwnerProcess.Leave(folder)))
            await Task.Delay(20);
    }
}
