using System.Collections.Concurrent;
using System.Diagnostics;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Chaos.ChaosDatabase;

namespace MspBot.Tests.Chaos;

/// <summary>The bot is killed while a message to many is under way: each recipient has one outcome, and it is true.</summary>
public sealed class BroadcastChaosTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int People = 160;
    private const int Gone = 7;
    private const long Head = 1;
    private const long FirstChat = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<long, int> got = new();

    [Fact]
    public async Task Each_recipient_has_one_true_outcome_after_three_kills()
    {
        await using var stage = await Stage.Set(cluster, got);
        for (var kill = 0; kill < 3; kill++)
        {
            await using var bot = stage.StartBot();
            if (kill == 0) await stage.Press();
            await stage.Until(() => Task.FromResult(got.Count >= 30 * (kill + 1)), bot);
            await bot.Kill();
        }
        await using var last = stage.StartBot();
        await stage.Ended(last);

        var told = await stage.Sent();
        Assert.Equal(People - Gone, told.Length);
        Assert.Equal(told, got.Keys.Order());
        Assert.Equal(Gone, await stage.Count("Blocked"));
        output.WriteLine($"{got.Values.Count(times => times > 1)} people got it twice, in the windows of three kills");
        Assert.Equal("Done", await stage.State());
    }

    [Fact]
    public async Task What_is_stopped_between_two_kills_is_said_to_be_stopped_and_nobody_gets_it_later()
    {
        await using var stage = await Stage.Set(cluster, got);
        await using (var bot = stage.StartBot())
        {
            await stage.Press();
            await stage.Until(() => Task.FromResult(got.Count >= 30), bot);
            await bot.Kill();
        }
        await using (var bot = stage.StartBot())
        {
            await stage.Taps("Остановить рассылку", bot);
            await stage.Until(async () => await stage.State() == "Stopped", bot);
            await bot.Kill();
        }
        await using var last = stage.StartBot();
        await stage.Ended(last);

        var told = await stage.Sent();
        Assert.Equal(told, got.Keys.Order());
        Assert.Equal(People, told.Length + await stage.Count("Blocked") + await stage.Count("Stopped"));
        Assert.True(await stage.Count("Stopped") > 0, "it had gone to everybody before it was stopped");
    }

    private sealed class Stage(TestDatabase database, BotApiServer telegram, string folder) : IAsyncDisposable
    {
        private readonly Visitor head = telegram.Visitor(Head).StartedEarlier();

        internal static async Task<Stage> Set(TestCluster cluster, ConcurrentDictionary<long, int> got)
        {
            var database = await cluster.CreateAsync();
            var telegram = await BotApiServer.StartAsync(new() { CallbackAnswerWindow = TimeSpan.FromSeconds(150) });
            await Run(database, $$"""
                insert into school (name, kind, confirmed_at, created_at) values ('Площадка', 'Host', now(), now());
                insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
                select case when n = 0 then {{Head}} else {{FirstChat}} + n end, 'Кузнецова Мария Петровна', 1, 'Учитель',
                       case when n = 0 then '{}' else '{Химия}' end::text[], now(), now()
                from generate_series(0, {{People}}) n order by n;
                insert into person_role (person_id, role, granted_at)
                select id, case when chat_id = {{Head}} then 'Head' else 'Teacher' end, now() from person;
                insert into broadcast (by_person, audience, words, created_at)
                select id, '{"to":"subject","Subject":"Химия"}', 'В четверг встреча.', now() from person where chat_id = {{Head}}
                """);
            for (var n = 1; n <= People; n++)
            {
                var visitor = telegram.Visitor(FirstChat + n).StartedEarlier();
                // Telegram says so only when something is sent there.
                if (n <= Gone) await visitor.Disappears();
            }
            telegram.Api.Changed += change =>
            {
                if (change is { ByBot: true, Kind: ChatStepKind.Posted, ChatId: > FirstChat })
                    got.AddOrUpdate(change.ChatId, 1, (_, times) => times + 1);
            };
            return new(database, telegram, await TestFolder.NewAsync("x"));
        }

        internal BotProcess StartBot() => BotProcess.Start(telegram,
            ("ConnectionStrings__Msp", database.ConnectionString + ";Maximum Pool Size=12"), ("Data__Folder", folder),
            ("Msp__QuietHours", "00:00-00:00"));

        /// <summary>The head opens the message and sends it; its two minutes are over at once.</summary>
        internal async Task Press()
        {
            await head.Types("/broadcast");
            await Until(() => Task.FromResult(head.Chat.Any(m => m.FromBot && m.Buttons.Count > 0)), null);
            await head.TapsData(head.Chat.Last(m => m.FromBot), "c:bb:1:show");
            await Taps($"Отправить: {People}", null);
            await Until(async () => await State() == "Waiting", null);
            await Run(database, """
                update broadcast set starts_at = now();
                update outbox set not_before = null where dedup like 'broadcast:1:%'
                """);
        }

        internal async Task Taps(string label, BotProcess? bot)
        {
            await Until(() => Task.FromResult(head.Chat.Any(m => m.Buttons.Any(row => row.Any(b => b.Label == label)))), bot);
            await head.TapsWithoutWaiting(label);
        }

        internal Task Ended(BotProcess bot) =>
            Until(async () => await Sql<int>(database, "select count(*) from broadcast where done_at is not null") == 1, bot);

        internal Task<string?> State() => Sql<string>(database, "select state from broadcast");

        internal Task<int> Count(string outcome) =>
            Sql<int>(database, $"select count(*) from broadcast_recipient where outcome = '{outcome}'");

        /// <summary>The chats of those who have it, as the bot says.</summary>
        internal async Task<long[]> Sent() => [.. (await Sql<string>(database, """
            select string_agg(p.chat_id::text, ' ')
            from broadcast_recipient r join person p on p.id = r.person_id where r.outcome = 'Sent'
            """))!.Split(' ').Select(chat => long.Parse(chat, null)).Order()];

        internal async Task Until(Func<Task<bool>> condition, BotProcess? bot)
        {
            for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(50))
            {
                if (waited.Elapsed > Patience)
                    Assert.Fail($"{await State()}; {bot?.Said}\n{string.Join('\n', head.Chat.TakeLast(4).Select(m => m.Text))}");
            }
        }

        public async ValueTask DisposeAsync()
        {
            await telegram.DisposeAsync();
            await database.DisposeAsync();
            TestFolder.Remove(folder);
        }
    }
}
