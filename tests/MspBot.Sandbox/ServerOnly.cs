using System.Globalization;

namespace MspBot.Sandbox;

/// <summary>
/// Just the Bot API server, for a bot that is started elsewhere: --server-only --port 8081 [--token 123:abc…] [--flood] [--no-journal]
/// </summary>
internal static class ServerOnly
{
    internal static async Task<int> Run(string[] args)
    {
        string? After(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

        var defaults = new BotApiOptions();
        await using var server = await BotApiServer.StartAsync(defaults with
        {
            Port = int.Parse(After("--port") ?? "8081", CultureInfo.InvariantCulture),
            Token = After("--token") ?? defaults.Token,
            FloodControl = args.Contains("--flood"),
            KeepJournal = !args.Contains("--no-journal"),
        });
        Console.WriteLine($"{server.BaseUrl}bot{server.Token}/getMe");
        await server.WaitForEnd();
        return 0;
    }
}
