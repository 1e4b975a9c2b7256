namespace MspBot.Data.Postgres;

/// <summary>The account for the server when we run as root, which PostgreSQL refuses.</summary>
sealed record ServerAccount(string UserId, string GroupId)
{
    public string[] Prefix => [$"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups"];

    public string Name => $"{UserId}:{GroupId}";

    public static bool IsNeeded => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The owner of the existing folder, else the user «postgres» that the package made, else the user «nobody».</summary>
    public static async Task<ServerAccount> For(string serverFolder, CancellationToken cancel)
    {
        var owner = await ExternalProgram.Run(null, "stat", ["-L", "-c", "%u %g", serverFolder], cancel);
        if (owner.Succeeded && owner.LastLine.Split(' ') is [var user, var group] && user != "0")
            return new(user, group);

        return Named("postgres") ?? Named("nobody")
            ?? throw new LocalPostgresException(
            "PostgreSQL refuses to run as root, and there is no user postgres: start as another user, or set ConnectionStrings__Msp");
    }

    static ServerAccount? Named(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(parts => parts.Length > 3 && parts[0] == name)
            .Select(parts => new ServerAccount(parts[2], parts[3]))
            .FirstOrDefault();
}
