using System.Diagnostics;
using System.Globalization;
using MspBot.Sandbox;
using Xunit;

namespace MspBot.Tests.Support;

/// <summary>Prints where the CPU of a story goes. It runs when asked for only (docs/performance.md, «Tests»).</summary>
public sealed class StoryCost(TestCluster cluster)
{
    private const int Rounds = 30;
    private const double Tick = 10;

    [Fact(Explicit = true)]
    public async Task Of_each_part()
    {
        // So that the code is compiled before anything is measured.
        for (var i = 0; i < Rounds; i++) await Open(Six);

        await Measure("a database, made and dropped", async () => await (await cluster.CreateAsync()).DisposeAsync());
        await Measure("a sandbox server", async () => await (await BotApiServer.StartAsync()).DisposeAsync());
        await Measure("an empty world: these two and the bot", () => Open(_ => Task.CompletedTask));
        await Measure("a world in which six people register", () => Open(Six));
        await Measure("a world in which all jobs run ten times", () => Open(Jobs));
    }

    private async Task Open(Func<World, Task> story)
    {
        await using var world = await World.Open(cluster);
        await story(world);
    }

    private static async Task Six(World world)
    {
        for (var id = 1; id <= 6; id++) await world.Teacher(id);
    }

    private static async Task Jobs(World world)
    {
        for (var i = 0; i < 10; i++) await world.RunJobs();
    }

    private static async Task Measure(string what, Func<Task> act)
    {
        var (ours, servers, began) = (Ours(), Servers(), Stopwatch.GetTimestamp());
        for (var i = 0; i < Rounds; i++) await act();
        var wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var (program, server) = ((Ours() - ours) / Rounds, (Servers() - servers) / Rounds);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{what,-40} program {program,4:0} ms, PostgreSQL {server,4:0} ms, wall {wall / Rounds,5:0} ms");
    }

    private static double Ours() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    /// <summary>CPU of this run's PostgreSQL: the first process counts those of its children that have ended.</summary>
    private static double Servers()
    {
        var all = Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[^1]))
            .Select(folder => (Id: Path.GetFileName(folder), Stat: Read(folder, "stat"), Line: Read(folder, "cmdline")))
            .Where(p => p.Stat.Contains("(postgres)", StringComparison.Ordinal))
            .Select(p => (p.Id, p.Line, Fields: p.Stat[(p.Stat.LastIndexOf(')') + 2)..].Split(' '))).ToList();
        var first = all.Where(p => p.Line.Contains($"/{Environment.ProcessId}-c-", StringComparison.Ordinal))
            .MinBy(p => long.Parse(p.Fields[19], CultureInfo.InvariantCulture));
        return all.Where(p => p.Id == first.Id || p.Fields[1] == first.Id)
            .Sum(p => p.Fields[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture))) * Tick;
    }

    private static string Read(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name));
        }
        catch (IOException)
        {
            return "";   // it has ended
        }
    }
}
