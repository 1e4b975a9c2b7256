using System.Diagnostics;
using MspBot.Sandbox;

namespace MspBot.Benchmarks;

/// <summary>All measurements, one after the other, on one stage.</summary>
internal sealed class Benchmark(Sizes sizes, Report report)
{
    private const int MemoryEvery = 25_000;
    private const double TelegramsPace = 30;

    internal async Task Run()
    {
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {sizes.Visitors} visitors, {sizes.Seminars} seminars, " +
            $"fsync on");
        await using var stage = await Stage.Set(sizes);
        var crowd = new Crowd(stage.Telegram, sizes.Visitors, sizes.Seminars);
        report.Figure("load.1m.before", "Load of the machine before", Load(), "");

        if (sizes.FloorUpdates > 0) await MeasureFloor(stage, crowd);
        await MeasureBot(stage, crowd);
        await MeasureColdDatabase(stage);
        if (stage.Telegram.Violations is { Count: > 0 } violations)
            report.Figure("violations", $"Violations, the first: {violations[0]}", violations.Count, "", "0", false);
    }

    private async Task MeasureFloor(Stage stage, Crowd crowd)
    {
        Report.Heading("The floor: a loop with no database");
        await using var floor = stage.StartFloor();
        await crowd.AtFullSpeed(Math.Min(sizes.WarmUp, sizes.FloorUpdates), sizes.InFlight);
        var cpu = ProcessFigures.CpuSeconds(floor.Id);
        var walked = await crowd.AtFullSpeed(sizes.FloorUpdates, sizes.InFlight);
        report.Figure("floor.rate", "Updates a second", walked.PerSecond, "/s");
        report.Figure("floor.cpu", "CPU of it per 1,000 updates", (ProcessFigures.CpuSeconds(floor.Id) - cpu) * 1000 / walked.Count, "s");
        report.Figure("floor.p99", "p99 from update to first answer", walked.Percentile(0.99), "ms");
        report.Figure("floor.peak", "Peak memory", ProcessFigures.PeakMb(floor.Id), "MB");
        await Crowd.PressesLeftOpen();
    }

    private async Task MeasureBot(Stage stage, Crowd crowd)
    {
        Report.Heading("The bot");
        var (bot, toFirstPoll) = await stage.StartBot();
        await using var running = bot;
        report.Figure("start.running", "Start to first poll, PostgreSQL running", toFirstPoll.TotalSeconds, "s", "< 3",
            toFirstPoll.TotalSeconds < 3);
        if (sizes.WarmUp > 0) await crowd.AtFullSpeed(sizes.WarmUp, sizes.InFlight);
        if (sizes.Updates > 0) await AtFullSpeed(stage, crowd, bot);
        if (sizes.PacedSeconds > 0) await AtPace(crowd);
        if (sizes.Bulk > 0) await BesideBulk(stage, crowd);
        report.Figure("presses.open", "Presses without an answer", await Crowd.PressesLeftOpen(), "", "0", Walk.OpenPresses == 0);
        report.Figure("signups.doubled", "People signed up twice", await stage.Sql<long>(
            "select count(*) from (select from sign_up where state <> 'Cancelled' group by seminar_id, person_id having count(*) > 1) d"),
            "", "0");
    }

    private async Task AtFullSpeed(Stage stage, Crowd crowd, ChildProcess bot)
    {
        Report.Heading($"Full speed, {sizes.InFlight} visitors in flight, {sizes.Updates} updates");
        var memory = new List<double>();
        var before = (Bot: ProcessFigures.CpuSeconds(bot.Id), Postgres: ProcessFigures.FamilyCpuSeconds(stage.Postmaster), Load: OwnCpu(),
            Machine: ProcessFigures.MachineCpuSeconds());
        var walked = await crowd.AtFullSpeed(sizes.Updates, sizes.InFlight, done =>
        {
            if (done % MemoryEvery == 0) memory.Add(ProcessFigures.MemoryMb(bot.Id));
        });
        var thousands = walked.Count / 1000.0;
        var (own, postgres) = ((ProcessFigures.CpuSeconds(bot.Id) - before.Bot) / thousands,
            (ProcessFigures.FamilyCpuSeconds(stage.Postmaster) - before.Postgres) / thousands);
        var load = (OwnCpu() - before.Load) / thousands;
        var machine = ProcessFigures.MachineCpuSeconds();
        var others = Math.Max(0, (machine.Busy - before.Machine.Busy) - (own + postgres + load) * thousands) / walked.Took.TotalSeconds;
        var peak = ProcessFigures.PeakMb(bot.Id);

        report.Figure("full.rate", "Updates a second", walked.PerSecond, "/s", "≥ 1500", walked.PerSecond >= 1500);
        Percentiles("full", walked, p99Under: null);
        report.Figure("full.cpu", "CPU of bot and PostgreSQL per 1,000 updates", own + postgres, "s", "≤ 0.75", own + postgres <= 0.75);
        report.Figure("full.cpu.bot", "  of it the bot", own, "s");
        report.Figure("full.cpu.postgres", "  of it PostgreSQL", postgres, "s");
        report.Figure("full.cpu.load", "  beside it this load and its Telegram", load, "s");
        report.Figure("others", "Cores that other programs took meanwhile", others, "cores");
        report.Figure("stolen", "Cores that the host took away", (machine.Stolen - before.Machine.Stolen) / walked.Took.TotalSeconds,
            "cores");
        report.Figure("full.peak", "Peak memory of the bot", peak, "MB", "< 160", peak < 160);
        if (memory.Count > 0) report.Figures("full.memory", $"Memory after each {MemoryEvery} updates", memory, "MB");
    }

    private async Task AtPace(Crowd crowd)
    {
        Report.Heading($"At Telegram's pace, 30 updates a second, {sizes.PacedSeconds} s");
        Percentiles("paced", await crowd.AtPace(TelegramsPace, n => n < TelegramsPace * sizes.PacedSeconds), p99Under: 50);
    }

    /// <summary>A message to everybody, while a few act; Telegram's limits are on.</summary>
    private async Task BesideBulk(Stage stage, Crowd crowd)
    {
        const double acting = 3;
        Report.Heading($"{sizes.Bulk} bulk messages in the outbox, {acting} updates a second beside them, flood control on");
        stage.Telegram.Flood.Enabled = true;
        var alone = await crowd.AtPace(acting, n => n < acting * 5);

        var (got, first, last) = (0, 0L, 0L);
        stage.Telegram.Api.Changed += Look;
        for (var n = 1; n <= sizes.Bulk; n++) stage.Telegram.Visitor(2 * Stage.FirstChat + n).StartedEarlier();
        await stage.Sql<object>($$"""
            insert into outbox (chat_id, payload, priority)
            select {{2 * Stage.FirstChat}} + n, '{"text":"<b>Объявление</b>\n\nВ четверг — встреча в актовом зале.","rows":[]}', 2
            from generate_series(1, {{sizes.Bulk}}) n
            """);
        var limit = Stopwatch.StartNew();
        var beside = await crowd.AtPace(acting, _ => Volatile.Read(ref got) < sizes.Bulk
            && limit.Elapsed < TimeSpan.FromSeconds(30 + sizes.Bulk / 10.0));
        stage.Telegram.Api.Changed -= Look;
        stage.Telegram.Flood.Enabled = false;

        var seconds = Stopwatch.GetElapsedTime(first, last).TotalSeconds;
        var (bulk, all) = ((got - 1) / seconds, (got - 1) / seconds + beside.PerSecond);
        var delay = beside.Percentile(0.99) - alone.Percentile(0.99);
        report.Figure("bulk.sent", "Bulk messages that arrived", got, "", $"{sizes.Bulk}", got == sizes.Bulk);
        report.Figure("bulk.rate", "All messages a second, of the allowed 30", all, "/s", "≥ 28.5", all >= 28.5);
        report.Figure("bulk.drain", "  of them bulk", bulk, "/s");
        report.Figure("bulk.refused", "429 by flood control", stage.Telegram.Flood.Refused, "", "0", stage.Telegram.Flood.Refused == 0);
        report.Figure("bulk.alone.p99", "p99 of answers without it", alone.Percentile(0.99), "ms");
        report.Figure("bulk.beside.p99", "p99 of answers beside it", beside.Percentile(0.99), "ms");
        report.Figure("bulk.delay", "Delay added to answers (p99)", delay, "ms", "≤ 200", delay <= 200);

        void Look(ChatChange change)
        {
            if (change is not { ByBot: true, Kind: ChatStepKind.Posted, ChatId: > 2 * Stage.FirstChat }) return;
            last = Stopwatch.GetTimestamp();
            if (got++ == 0) first = last;
        }
    }

    private async Task MeasureColdDatabase(Stage stage)
    {
        await stage.LeaveDatabase();
        var (bot, toFirstPoll) = await stage.StartBot();
        await bot.DisposeAsync();
        report.Figure("start.stopped", "Start to first poll, PostgreSQL started by the bot", toFirstPoll.TotalSeconds, "s", "< 3",
            toFirstPoll.TotalSeconds < 3);
        report.Figure("load.1m.after", "Load of the machine after", Load(), "");
    }

    private void Percentiles(string key, Latencies walked, double? p99Under)
    {
        report.Figure($"{key}.p50", "From update to first answer: p50", walked.Percentile(0.50), "ms");
        report.Figure($"{key}.p95", "                             p95", walked.Percentile(0.95), "ms");
        var p99 = walked.Percentile(0.99);
        report.Figure($"{key}.p99", "                             p99", p99, "ms", p99Under is { } most ? $"< {most}"
            : "", p99Under is { } under ? p99 < under : null);
    }

    private static double OwnCpu() => ProcessFigures.CpuSeconds(Environment.ProcessId);

    /// <summary>Above the number of cores others were at work, and wall times say little.</summary>
    private static double Load() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
