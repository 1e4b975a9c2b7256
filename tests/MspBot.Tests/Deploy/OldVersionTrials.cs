using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Tests.Chaos;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Deploy;

/// <summary>Tried by hand (-explicit on): the real binary of the version before, and a database as large as a district's.</summary>
public sealed class OldVersionTrials(TestCluster cluster, ITestOutputHelper output)
{
    /// <summary>The folder of a published MspBot.Host of the version before.</summary>
    private static string Old =>
        Environment.GetEnvironmentVariable("MSPBOT_OLD") ?? throw new InvalidOperationException("MSPBOT_OLD is not set");

    [Fact(Explicit = true)]
    public async Task The_running_version_before_stops_loses_nothing_says_nothing_twice_and_does_not_start_again()
    {
        await using var world = await World.Open(cluster);
        await world.StopBot();
        await VersionBefore.Make(world.Database.ConnectionString);
        var settings = ((string, string)[])[("ConnectionStrings__Msp", world.Database.ConnectionString),
            ("Data__Folder", Path.GetTempPath() + "/old-" + Guid.NewGuid()),
            ("Logging__LogLevel__Microsoft", "Critical")];
        await using var old = BotProcess.StartFrom(Old, world.Telegram, settings);
        var visitors = Enumerable.Range(1, 40).Select(n => world.Visitor(n).StartedEarlier()).ToList();
        world.Telegram.WaitIdle = () => Task.CompletedTask;
        await visitors[0].Types("/start");
        await WireWorld.Until(() => visitors[0].Chat.Any(m => m.FromBot) || old.HasEnded, "the version before answers", seconds: 90);
        Assert.False(old.HasEnded, old.Said);

        // People write before, while and after the new version takes over.
        var someWrote = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            foreach (var visitor in visitors.Skip(1))
            {
                await visitor.Types("/start");
                if (visitor == visitors[8]) someWrote.SetResult();
                await Task.Delay(250); // the pace at which people write
            }
        });
        await someWrote.Task;
        for (var n = 0; n < 20; n++) await world.Queue($"новость {n}", chat: 1 + n);
        var began = Stopwatch.GetTimestamp();
        await world.StartBot();
        output.WriteLine($"taken over after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        await WireWorld.Until(() => old.HasEnded, "the version before ends", seconds: 90);
        output.WriteLine(old.Said);
        await writing;
        foreach (var visitor in visitors) await visitor.Sees("Здравствуйте!");
        await world.Idle();
        Assert.All(visitors, v => Assert.Single(v.Chat, m => m.FromBot && m.Text.Contains("Здравствуйте!", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(0, 20), n => Assert.Single(visitors[n].Chat, m => m.FromBot && m.Text == $"новость {n}"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null or done_at is null"));

        await using var again = BotProcess.StartFrom(Old, world.Telegram, settings);
        await WireWorld.Until(() => again.HasEnded, "it does not start again", seconds: 90);
        output.WriteLine(again.Said);
        await visitors[0].Types("/menu");
        await world.Idle();
    }

    [Fact(Explicit = true)]
    public async Task A_large_database_is_migrated_within_ten_seconds()
    {
        await using var database = await cluster.CreateAsync();
        await VersionBefore.Make(database.ConnectionString);
        await TestCluster.RunAsync(database.ConnectionString, """
            insert into school (name, kind, created_at) values ('Школа № 1', 'Other', '2026-01-01');
            insert into person (telegram_id, full_name, school_id, position, consented_at, created_at)
            select 100000 + n, 'Иванова Мария Петровна', 1, 'Учитель', '2026-01-01', '2026-01-01' from generate_series(1, 5000) n;
            insert into inbox (update_id, chat_id, done_at) select n, 100000 + n % 5000, clock_timestamp()
                from generate_series(1, 100000) n;
            insert into outbox (chat_id, payload, priority, dedup, shows, replaces, replaces_message, waiting, done_at, message_id)
            select 100000 + n % 5000, '', 1, case when n % 2 = 0 then 'reminder:' || n end, case when n % 10 = 0 then 'k:' || n end,
                   null, case when n % 3 = 0 then n % 900 end, n % 200 = 0, case when n % 200 <> 0 then clock_timestamp() end, case
                       when n % 200 <> 0 then n end
            from generate_series(1, 1000000) n;
            insert into material (name, file, added_by, added_at) select 'Памятка', 'Document:BQAC' || n, 1, '2026-01-01'
                from generate_series(1, 2000) n;
            insert into seminar (kind, title, starts_at, ends_at, leader_id, state, calendar_uid, created_by, created_at, published_at)
            select 'RoundTable', 'Встреча ' || n, start, start + interval '90 minutes', 1 + n, 'Published', 'u' || n, 1, start, start
            from generate_series(1, 1500) n, lateral (select '2026-11-01'::timestamptz - n * interval '12 hours' as start) t;
            alter table sign_up disable trigger sign_up_counted;
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select 1 + n / 40, 1 + n % 5000, 'Confirmed', '2026-01-01', '2026-01-01' from generate_series(0, 59999) n;
            alter table sign_up enable trigger sign_up_counted;
            insert into reminder (sign_up_id, before, starts_at, state, message, marked_at)
            select m.id, b, s.starts_at, 'Queued', 'reminder:' || m.id || ':' || extract(epoch from b)::int || ':0', s.starts_at
            from sign_up m
            join seminar s on s.id = m.seminar_id, unnest(array[interval '24 hours', interval '1 hour', interval '10 minutes']) b;
            analyze
            """);
        var began = Stopwatch.GetTimestamp();
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);
        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine(
            $"{took.TotalSeconds:0.00} s for 1,000,000 messages, 100,000 updates, 5,000 people, 2,000 files, 180,000 marks of reminders");
        Assert.True(took < TimeSpan.FromSeconds(10), $"{took}");
    }
}
