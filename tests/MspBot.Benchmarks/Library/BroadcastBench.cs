using System.Diagnostics;
using MspBot.Sandbox;

namespace MspBot.Benchmarks.Library;

/// <summary>
/// «broadcast»: one message to 3,000 people, by the real program against a Telegram with its limits, while a few act beside it; another
/// that is stopped on its way; a third during which the program is killed three times.
/// </summary>
internal static class BroadcastBench
{
    internal const string Argument = "broadcast";

    private const int Recipients = 3_000;
    private const int Gone = 30;
    private const double Acting = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    internal static async Task<int> Run()
    {
        var (sizes, report) = (new Sizes { Visitors = 500 }, new Report());
        await using var stage = await Stage.Set(sizes);
        var people = await BroadcastCrowd.Fill(stage, Recipients, Gone);
        var crowd = new Crowd(stage.Telegram, sizes.Visitors, sizes.Seminars);
        stage.Telegram.Flood.Enabled = true;
        var (bot, _) = await stage.StartBot();
        await using (bot)
        {
            await Drain(stage, people, crowd, report);
            await Stop(stage, people, report);
            await bot.Kill();
        }
        await KilledThreeTimes(stage, people, report);
        report.Figure("refused", "429 by flood control", stage.Telegram.Flood.Refused, "", "0", stage.Telegram.Flood.Refused == 0);
        if (stage.Telegram.Violations is { Count: > 0 } violations)
            report.Figure("violations", $"Violations, the first: {violations[0]}", violations.Count, "", "0", false);
        return 0;
    }

    private static async Task Drain(Stage stage, BroadcastCrowd people, Crowd crowd, Report report)
    {
        Report.Heading($"One message to {Recipients} people, {Acting} updates a second beside it, flood control on");
        await crowd.AtPace(Acting, n => n < Acting * 5);
        var alone = await crowd.AtPace(Acting, n => n < Acting * 20);
        var began = Stopwatch.GetTimestamp();
        var id = await people.Press();
        report.Figure("press", "From the press to its answer", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms");
        people.Count();
        await stage.Sql<object>(BroadcastCrowd.Now(id));
        var limit = Stopwatch.StartNew();
        var beside = await crowd.AtPace(Acting, _ => people.Got < Recipients - Gone && limit.Elapsed < Longest);
        await people.Ended(id, Longest);
        // Those who are gone take a place in the allowance as well.
        var all = (Recipients - 1) / people.Took.TotalSeconds + beside.PerSecond;
        var (without, with) = (alone.Percentile(0.99), beside.Percentile(0.99));
        report.Figure("rate", "All messages a second, of the allowed 30", all, "/s", "≥ 28.5", all >= 28.5);
        report.Figure("alone.p99", "p99 of answers without it", without, "ms");
        report.Figure("beside.p99", "p99 of answers beside it", with, "ms", "< 200", with < 200);
        await Outcomes(stage, id, "drained", report);
    }

    private static async Task Stop(Stage stage, BroadcastCrowd people, Report report)
    {
        Report.Heading("The same, stopped after 500");
        var id = await people.Press();
        people.Count();
        await stage.Sql<object>(BroadcastCrowd.Now(id));
        await people.Until(500, Longest);
        var pressed = Stopwatch.GetTimestamp();
        await people.StopIt();
        await people.Ended(id, Longest);
        var after = (people.Last - pressed) / (double)Stopwatch.Frequency;
        report.Figure("stop", "Last message after the press on «Остановить рассылку»", after, "s", "< 1", after < 1);
        await Outcomes(stage, id, "stopped", report);
    }

    private static async Task KilledThreeTimes(Stage stage, BroadcastCrowd people, Report report)
    {
        Report.Heading("The same, the program killed after 500, 1,000 and 1,500");
        var id = 0L;
        for (var kill = 0; kill <= 3; kill++)
        {
            var (bot, _) = await stage.StartBot();
            await using (bot)
            {
                if (kill == 0)
                {
                    id = await people.Press();
                    people.Count();
                    await stage.Sql<object>(BroadcastCrowd.Now(id));
                }
                if (kill == 3) await people.Ended(id, Longest);
                else await people.Until(500 * (kill + 1), Longest);
                await bot.Kill();
            }
        }
        report.Figure("killed.twice", "People who got it twice", people.Twice, "");
        await Outcomes(stage, id, "killed", report);
    }

    private static async Task Outcomes(Stage stage, long id, string key, Report report)
    {
        var sum = await stage.Sql<long>($"select count(outcome) from broadcast_recipient where broadcast_id = {id}");
        var each = await stage.Sql<string>($"""
            select string_agg(outcome || ' ' || n, ', ' order by outcome)
            from (select outcome, count(*) as n from broadcast_recipient where broadcast_id = {id} group by outcome) o
            """);
        report.Figure($"{key}.outcomes", $"Recipients with an outcome ({each})", sum, "", $"{Recipients}", sum == Recipients);
    }
}
