using System.Globalization;

namespace MspBot.Benchmarks;

/// <summary>What Linux knows of a process: CPU time, memory.</summary>
internal static class ProcessFigures
{
    /// <summary>The kernel counts in hundredths of a second, whatever the machine.</summary>
    private const double TicksPerSecond = 100;

    internal static double CpuSeconds(int pid) => Stat(pid) is { } stat ? (stat[11] + stat[12]) / TicksPerSecond : 0;

    /// <summary>A parent with all its children, also those that have ended: PostgreSQL is a process a connection.</summary>
    internal static double FamilyCpuSeconds(int parent)
    {
        if (Stat(parent) is not { } own) return 0;
        var ticks = own[11] + own[12] + own[13] + own[14];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && Stat(pid) is { } child && child[1] == parent)
                ticks += child[11] + child[12];
        }
        return ticks / TicksPerSecond;
    }

    /// <summary>Of all processes of the machine, and what its host gave to other machines instead.</summary>
    internal static (double Busy, double Stolen) MachineCpuSeconds()
    {
        // user nice system idle iowait irq softirq steal
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(f => long.Parse(f, CultureInfo.InvariantCulture) / TicksPerSecond).ToArray();
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6], fields[7]);
    }

    internal static int Parent(int pid) =>
        Stat(pid) is { } stat ? (int)stat[1] : throw new InvalidOperationException($"process {pid} is gone");

    internal static double PeakMb(int pid) => StatusKb(pid, "VmHWM:") / 1024;

    internal static double MemoryMb(int pid) => StatusKb(pid, "VmRSS:") / 1024;

    private static double StatusKb(int pid, string key) =>
        double.Parse(File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith(key, StringComparison.Ordinal))[key.Length..].Trim()
            .Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>The numbers after the name, which may contain anything; field 3 of proc(5), the state, is at 0.</summary>
    private static long[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return [.. fields.Select(f => long.TryParse(f, CultureInfo.InvariantCulture, out var n) ? n : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
