using System.Diagnostics;
using System.Globalization;

namespace MspBot.Data.Postgres;

/// <summary>Is the server's process alive? A pid file outlives a crash, and its number may be another process by now.</summary>
static class Postmaster
{
    public static bool IsAlive(ClusterFolder folder)
    {
        var written = TryRead(folder.PidFile);
        if (!int.TryParse(written?.Split('\n')[0], CultureInfo.InvariantCulture, out var pid))
            return false;

        // The server works inside its data folder, so that it sees the very same pid file there.
        if (OperatingSystem.IsLinux())
            return TryRead($"/proc/{pid}/cwd/postmaster.pid") is { } seen && seen.Split('\n')[0] == written!.Split('\n')[0];

        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.Contains("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// After a reboot the number in the pid file may be another living process, for which PostgreSQL refuses to start. A number
    /// that is surely dead takes its place; the file itself stays, since its other lines guard against orphans of the old server.
    /// </summary>
    public static void Bury(ClusterFolder folder, int deadProcess)
    {
        if (TryRead(folder.PidFile)?.Split('\n') is not { Length: > 1 } lines)
            return;

        lines[0] = deadProcess.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(folder.PidFile, string.Join('\n', lines));
    }

    static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
