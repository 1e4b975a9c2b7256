using System.Diagnostics;
using System.Globalization;
using MspBot.Domain.Files;
using MspBot.Sandbox;

namespace MspBot.Benchmarks.Library;

/// <summary>
/// «files»: the bot's peak memory at its usual work, and then with files of 20 MB: some are fetched, others are sent anew because the
/// messenger refuses their references, all at the same time.
/// </summary>
internal static class FileBench
{
    internal const string Argument = "files";
    private const int Files = 6;
    private const double Most = 60;

    internal static async Task<int> Run()
    {
        var sizes = new Sizes();
        await using var stage = await Stage.Set(sizes);
        var crowd = new Crowd(stage.Telegram, sizes.Visitors, sizes.Seminars);
        var (bot, _) = await stage.StartBot();
        await using var running = bot;
        await crowd.AtFullSpeed(10_000, sizes.InFlight);
        var usual = ProcessFigures.PeakMb(bot.Id);

        await Plant(stage);
        var began = Stopwatch.GetTimestamp();
        while (await stage.Sql<long>("select count(*) from stored_file where state = 'Waiting'") > 0
            || await stage.Sql<long>("select count(*) from outbox where done_at is null and payload like '%\"kept\"%'") > 0)
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(5)) throw new TimeoutException("the files are not through");
            await Task.Delay(200);
        }
        var peak = ProcessFigures.PeakMb(bot.Id);
        var stored = await stage.Sql<long>("select count(*) from stored_file where state = 'Stored'");
        var sent = await stage.Sql<long>("select count(*) from stored_file_reference");
        var good = peak - usual < Most && stored == 2 * Files && sent == Files;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Files} files of 20 MB fetched and {sent} sent anew in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s
            peak memory at usual work: {usual:0} MB
            peak memory with the files: {peak:0} MB (+{peak - usual:0}, at most +{Most:0})
            {(good ? "ok" : "MISSED")}
            """));
        return good ? 0 : 1;
    }

    private static async Task Plant(Stage stage)
    {
        var bytes = new byte[FileRule.MostBytes];
        new Random(16).NextBytes(bytes);
        var known = stage.Telegram.Api.Files.Add(new Upload("Проценты.pptx", "", bytes), "documents").Id;
        await stage.Sql<object>($$"""
            insert into stored_file (reference, name, most_bytes, next_try_at, created_at)
            select 'telegram:Document:{{known}}', 'Проценты.pptx', {{FileRule.MostBytes}}, now(), now() from generate_series(1, {{Files}});

            insert into stored_file (reference, name, most_bytes, next_try_at, created_at, state, content, sha256, stored_at)
            select 'telegram:Document:BQACgone', 'Дроби.pptx', {{FileRule.MostBytes}}, now(), now(), 'Stored', b, sha256(b), now()
            from (select convert_to(repeat('x', {{FileRule.MostBytes - 20}}) || n, 'UTF8') as b from generate_series(1, {{Files}}) n) f;

            insert into outbox (chat_id, payload, priority)
            select {{Stage.FirstChat}}, json_build_object('text', 'вот', 'rows', '[]'::json, 'kept', json_build_object(
                'reference', reference, 'name', name, 'stored', id)), 1
            from stored_file where state = 'Stored'
            """);
    }
}
