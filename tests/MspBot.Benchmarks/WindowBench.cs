using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Sandbox;

namespace MspBot.Benchmarks;

/// <summary>
/// How long after Telegram's answer a notice is marked as sent, durably: a process killed in this time sends it again. Alone on the machine
/// and beside two busy loops; of a process that has just started, whose code is compiled meanwhile, and of one that runs.
/// </summary>
internal static partial class WindowBench
{
    internal const string Argument = "window";
    private const int Starts = 5;
    private const int Notices = 200;

    internal static async Task<int> Run()
    {
        Environment.SetEnvironmentVariable("MSPBOT_BENCH_PG",
            $"{Environment.GetEnvironmentVariable("MSPBOT_BENCH_PG")};track_commit_timestamp=on");
        await using var stage = await Stage.Set(new Sizes());
        var answered = new ConcurrentDictionary<long, DateTime>();
        stage.Telegram.Journal.Added += Look;
        foreach (var busy in (int[])[0, 2])
        {
            var loops = Enumerable.Range(0, busy).Select(_ => Process.Start("sh", ["-c", "while :; do :; done"])).ToList();
            try
            {
                await Measure(stage, answered, busy);
            }
            finally
            {
                foreach (var loop in loops)
                {
                    loop.Kill();
                    loop.Dispose();
                }
            }
        }
        return 0;

        void Look(JournalEntry entry)
        {
            if (entry.Method.Equals("sendMessage", StringComparison.OrdinalIgnoreCase)
                && Word().Match(entry.Parameters) is { Success: true } word)
                answered.TryAdd(long.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture),
                    TimeProvider.System.GetUtcNow().UtcDateTime);
        }
    }

    private static async Task Measure(Stage stage, ConcurrentDictionary<long, DateTime> answered, int busy)
    {
        var first = new List<double>();
        List<double> later = [];
        for (var start = 0; start < Starts; start++)
        {
            var (bot, _) = await stage.StartBot();
            await using (bot)
            {
                first.AddRange(await Send(stage, answered, 1, $"busy {busy}, start {start}"));
                if (start == Starts - 1) later = await Send(stage, answered, Notices, $"busy {busy}");
                await bot.Stop();
            }
        }
        Print($"{busy} busy loops, the first notice after a start ({Starts} starts)", first);
        Print($"{busy} busy loops, {Notices} notices", later);
    }

    private static async Task<List<double>> Send(Stage stage, ConcurrentDictionary<long, DateTime> answered, int count, string what)
    {
        answered.Clear();
        await stage.Sql<object>($$"""
            insert into outbox (chat_id, payload, priority) select {{Stage.FirstChat}}, '{"text":"новость ' || n || '.","rows":[]}', 1
                from generate_series(1, {{count}}) n
            """);
        var began = Stopwatch.GetTimestamp();
        while (await stage.Sql<long>("select count(*) from outbox where priority = 1 and done_at is null") > 0)
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(3)) throw new TimeoutException($"not all are marked: {what}");
            await Task.Delay(100);
        }
        var window = new List<double>();
        for (var n = 1; n <= count; n++)
        {
            var marked =
                await stage.Sql<DateTime>(
                $"select pg_xact_commit_timestamp(xmin) from outbox where priority = 1 and done_at is not null order by created_at, id " +
                $"offset {n - 1} limit 1");
            window.Add((marked - answered[n]).TotalMilliseconds);
        }
        await stage.Sql<object>("delete from outbox where priority = 1");
        return window;
    }

    private static void Print(string what, List<double> window)
    {
        window.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: p50 {window[window.Count / 2]:0.0}, p99 {window[Math.Min(window.Count - 1, window.Count * 99 / 100)]:0.0}, max " +
            $"{window[^1]:0.0} ms"));
    }

    [GeneratedRegex(@"(?:новость|\\u043d\\u043e\\u0432\\u043e\\u0441\\u0442\\u044c) (\d+)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
