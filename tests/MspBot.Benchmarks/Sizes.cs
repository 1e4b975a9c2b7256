using System.Globalization;

namespace MspBot.Benchmarks;

/// <summary>How much of everything; the defaults take about a minute.</summary>
internal sealed record Sizes
{
    public int Updates { get; init; } = 20_000;

    public int WarmUp { get; init; } = 10_000;

    public int Visitors { get; init; } = 2_000;

    public int Seminars { get; init; } = 200;

    /// <summary>Visitors who wait for an answer at the same time.</summary>
    public int InFlight { get; init; } = 64;

    /// <summary>How long updates come at Telegram's own pace.</summary>
    public int PacedSeconds { get; init; } = 12;

    public int Bulk { get; init; } = 300;

    public int FloorUpdates { get; init; } = 10_000;

    /// <summary>On a disk, not in memory; null: a folder of its own under the temporary one.</summary>
    public string? Folder { get; init; }

    public string? Json { get; init; }

    internal const string Help = """
        dotnet run -c Release --project tests/MspBot.Benchmarks -- [options]
          --updates N (20000)      at full speed; 200000 for the run that watches the memory
          --warmup N (10000)       before it, not counted
          --visitors N (2000)  --seminars N (200)  --inflight N (64)
          --paced N (12)           seconds at 30 updates a second
          --bulk N (300)           messages queued in the outbox while visitors act; 3000 for the full run (two minutes)
          --floor N (10000)        updates of the floor: poll and answer, no database
          --folder PATH            where PostgreSQL keeps its files
          --json FILE              the figures for a program
        0 leaves a part out.
        """;

    /// <exception cref="ArgumentException">An option is unknown or has no number.</exception>
    internal static Sizes Read(string[] args)
    {
        var sizes = new Sizes();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} wants a value");
            int Number() =>
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
                : throw new ArgumentException($"{args[i]} is \"{value}\": it should be a number");
            sizes = args[i] switch
            {
                "--updates" => sizes with { Updates = Number() },
                "--warmup" => sizes with { WarmUp = Number() },
                "--visitors" => sizes with { Visitors = Number() },
                "--seminars" => sizes with { Seminars = Number() },
                "--inflight" => sizes with { InFlight = Number() },
                "--paced" => sizes with { PacedSeconds = Number() },
                "--bulk" => sizes with { Bulk = Number() },
                "--floor" => sizes with { FloorUpdates = Number() },
                "--folder" => sizes with { Folder = value },
                "--json" => sizes with { Json = value },
                _ => throw new ArgumentException($"{args[i]} is unknown"),
            };
        }
        return sizes;
    }
}
