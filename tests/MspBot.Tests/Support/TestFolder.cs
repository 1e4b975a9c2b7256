using MspBot.Data.Postgres;

namespace MspBot.Tests.Support;

/// <summary>
/// A folder of this run, in memory where there is room. The next run removes what a killed one has left, its server included.
/// </summary>
static class TestFolder
{
    const long EnoughRoom = 1_500_000_000;

    static readonly string Parent = Path.Combine(Fastest(), $"mspbot-tests-{Environment.UserName}");

    static readonly Lazy<Task> Sweep = new(SweepAsync);

    public static async Task<string> NewAsync(string name = "t")
    {
        await Sweep.Value;
        return Make(name);
    }

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    static string Make(string name)
    {
        // Short, so that a socket fits in; the number keeps parallel tests apart.
        var folder = Path.Combine(Parent, $"{Environment.ProcessId}-{name}-{Guid.NewGuid().ToString("N")[..6]}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    static async Task SweepAsync()
    {
        if (!Directory.Exists(Parent))
            return;

        foreach (var folder in Directory.GetDirectories(Parent).Where(IsLeftBehind))
        {
            try
            {
                if (await LocalPostgres.StopAbandoned(folder))
                    Remove(folder);
            }
            catch (Exception e) when (e is LocalPostgresException or IOException or UnauthorizedAccessException)
            {
                // Another run is sweeping too, or it is not ours to remove.
            }
        }
    }

    static bool IsLeftBehind(string folder)
    {
        try
        {
            using var process =
                System.Diagnostics.Process.GetProcessById(int.Parse(Path.GetFileName(folder).Split('-')[0],
                    System.Globalization.CultureInfo.InvariantCulture));
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    static string Fastest()
    {
        const string memory = "/dev/shm";
        try
        {
            if (!Directory.Exists(memory) || new DriveInfo(memory).AvailableFreeSpace < EnoughRoom)
                return Path.GetTempPath();

            File.Create(Path.Combine(memory, $"mspbot-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose).Dispose();
            return memory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Path.GetTempPath();
        }
    }
}
