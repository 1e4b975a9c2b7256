using System.Runtime.InteropServices;
using MspBot.Data.Postgres;
using MspBot.Host.Configuration;

namespace MspBot.Host.Operations;

/// <summary><c>MspBot.Host database</c>: the private PostgreSQL without the bot, until it is stopped: for a restore.</summary>
internal static class DatabaseCommandLine
{
    internal const string Name = "database";

    /// <exception cref="SettingException">A setting is wrong, or there is no private database.</exception>
    internal static async Task<int> Run(string[] args, TextWriter output)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var settings = SiteSettings.Read(new(configuration));
        if (settings.ConnectionString is not null)
            throw new SettingException("ConnectionStrings__Msp is set: that database runs without the bot already");
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var local = await LocalPostgres.Start(new() { Folder = settings.DataFolder });
        await output.WriteLineAsync("The database runs without the bot until this is stopped (Ctrl+C).");
        await stop.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
