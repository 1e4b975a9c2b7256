using System.Collections.Concurrent;
using System.Diagnostics;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;
using static MspBot.Tests.Chaos.ChaosDatabase;

namespace MspBot.Tests.Chaos;

/// <summary>
/// The bot is killed again and again, Telegram misbehaves, people do not wait: nothing that was said may turn out untrue.
/// </summary>
public sealed class ChaosTests(TestCluster cluster, ITestOutputHelper output)
{
    internal const int People = 100;
    internal const int Seminars = 5;
    internal const int Seats = 12;
    private const int Kills = 12;
    internal const long FirstChat = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Every message that arrived, edits apart.</summary>
    private readonly ConcurrentDictionary<(long Chat, int Message), long> posted = new();

    /// <summary>
    /// Answers are marked in the order in which they come, within this: what was posted longer before the last that is marked is not.
    /// </summary>
    private static readonly TimeSpan OutOfOrder = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_people_were_told_holds_after_ten_kills_in_the_middle_of_everything()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var dice = new Random(seed);
        var folder = await TestFolder.NewAsync("x");
        await NoDayIsQuiet(folder);
        await using var database = await cluster.CreateAsync();
        // Longer than Telegram's own guess, so that a press made while the bot was dead can still be seen answered.
        await using var telegram =
            await BotApiServer.StartAsync(new() { Seed = seed, CallbackAnswerWindow = TimeSpan.FromSeconds(150), JournalSize = 200_000 });
        (string, string)[] settings =
            [("ConnectionStrings__Msp", database.ConnectionString + ";Maximum Pool Size=12"), ("Data__Folder", folder),
                ("Msp__QuietHours", "00:00-00:00")];
        await Prepare(database);

        var people = Enumerable.Range(0, People).ToDictionary(
            n => FirstChat + n, n => new Attendee(telegram.Api, telegram.Visitor(FirstChat + n), n % Seminars + 1,
                new Random(dice.Next())));
        telegram.Api.Changed += change =>
        {
            if (change is not { ByBot: true, Kind: ChatStepKind.Posted or ChatStepKind.Edited }
                || !people.TryGetValue(change.ChatId, out var person)) return;
            if (change.Kind == ChatStepKind.Posted) posted.TryAdd((change.ChatId, change.MessageId), Stopwatch.GetTimestamp());
            person.Sees(change);
        };
        telegram.Faults.Chaos(seed, new()
        {
            TooManyRequests = 0.002,
            ServerError = 0.01,
            BadGateway = 0.01,
            Reset = 0.02,
            ResetAfter = 0.02,
            Slow = 0.02
        });

        using var stop = new CancellationTokenSource();
        var acting = people.Values.Select(p => Task.Run(() => p.Act(stop.Token))).ToList();
        var unmarked = new HashSet<(long Chat, int Message)>();
        for (var n = 0; n < Kills; n++)
        {
            telegram.Api.EveryUpdateTwice = n % 3 == 1;
            await using var bot = BotProcess.Start(telegram, settings);
            // Two of them do not even get to their first call.
            if (n % 6 != 5) await Started(telegram, bot, database);
            await Task.Delay(dice.Next(300, 2500));
            await bot.Kill();
            unmarked.UnionWith(await AtTheEnd(database));
        }

        telegram.Faults.Clear();
        telegram.Api.EveryUpdateTwice = false;
        foreach (var person in people.Values) person.Settle();
        await using var last = BotProcess.Start(telegram, settings);
        var left = "";
        await Until(async () => Content() && (left = await Left()) == "0 received, 0 to send" && Content(), () =>
            $"{left}, {telegram.Api.PendingUpdates} not fetched, {people.Values.Count(p => !p.IsContent)} want on, such " +
            $"as\n{people.Values.Where(p => !p.IsContent).Select(Transcript).FirstOrDefault()}\n" +
            $"{acting.Find(a => a.IsFaulted)?.Exception}\n" +
            $"unanswered: {string.Join(", ", people.Values.SelectMany(p => p.Unanswered).Take(10))}; " +
            $"the bot said:\n{last.Said}");
        await stop.CancelAsync();
        await Task.WhenAll(acting).ContinueWith(_ => { }, TaskScheduler.Default);   // cancelled, all of them
        Assert.DoesNotContain(acting, a => a.IsFaulted);

        await TheDatabaseIsSound(database);
        foreach (var person in people.Values) await ToldTheTruth(database, person);
        await Until(async () => (left = await Left()) == "0 received, 0 to send", () => $"{left} after /my; the bot said:\n{last.Said}");
        await ToldOnce(database, telegram, unmarked);
        Assert.Equal(0, await Sql<int>(database, "select count(*) from inbox where error is not null"));
        Assert.Empty(telegram.Violations);
        Assert.Equal(0, await last.Stop());
        output.WriteLine($"{people.Values.Sum(p => p.Taps)} presses, {telegram.Faults.Happened} faults, {Kills} kills");
        TestFolder.Remove(folder);

        bool Content() => people.Values.All(p => p.IsContent && !p.Unanswered.Any()) && telegram.Api.PendingUpdates == 0;

        Task<string?> Left() => Sql<string>(database, """
            select (select count(*) from inbox where done_at is null) || ' received, ' || count(*) || ' to send'
                || coalesce(string_agg(concat_ws(' ', e'\n', id, chat_id, dedup, attempts, not_before, error), ''), '')
            from outbox where done_at is null
            """);
    }

    /// <summary>
    /// The bot lives by the real clock here, and what is told of a seat on a Sunday evening may wait for Monday: each day is worked.
    /// </summary>
    private static Task NoDayIsQuiet(string folder) => File.WriteAllLinesAsync(Path.Combine(folder, "days.csv"),
        ["date;kind;like", .. Enumerable.Range(-1, 4).Select(n => $"{TimeProvider.System.GetUtcNow().AddDays(n):yyyy-MM-dd};рабочий;")]);

    /// <summary>The last word about a seat agrees with the database and with /my.</summary>
    private static async Task ToldTheTruth(TestDatabase database, Attendee person)
    {
        var (seminar, state) = await Place(database, person.Id);
        Assert.True(person.Told == state,
            $"{person.Id} was told {person.Told} and is {state}:\n{Transcript(person)}\n{await Stored(database, person.Id)}");
        await person.Visitor.Types("/my");
        var mine = await person.Visitor.SeesMessage("Мои записи");
        Assert.Contains(mine.Buttons, row => row.Any(b => b.Data == $"c:s:{seminar}:show"));
    }

    /// <summary>
    /// A message that no row of the outbox remembers was sent a second time. That may come about in two ways only: the
    /// process was killed between Telegram's answer and the mark, or the answer itself was lost on its way.
    /// </summary>
    private async Task ToldOnce(TestDatabase database, BotApiServer telegram, HashSet<(long, int)> unmarkedAtKills)
    {
        var again = await NotRemembered(database);
        var unexplained = again.Count(m => !unmarkedAtKills.Contains(m));
        var lost = telegram.Journal.Of("sendMessage").Count(c => c.Fault == nameof(FaultKind.ResetAfter));
        output.WriteLine(
            $"{posted.Count} messages, {again.Count} came again: {again.Count - unexplained} in the window of a kill, {unexplained} for " +
            $"{lost} lost answers");
        Assert.True(unexplained <= lost,
            $"{unexplained} messages came again outside of the windows of the kills, and only {lost} answers were lost");
    }

    /// <summary>
    /// What the process had not marked when it was killed, however busy the machine: nothing posted after it is marked either.
    /// </summary>
    private async Task<IEnumerable<(long Chat, int Message)>> AtTheEnd(TestDatabase database)
    {
        var all = posted.ToArray();
        var missing = (await NotRemembered(database)).ToHashSet();
        var last = all.Where(m => !missing.Contains(m.Key)).Select(m => m.Value).DefaultIfEmpty().Max();
        return all.Where(m => missing.Contains(m.Key) && (m.Value > last || Stopwatch.GetElapsedTime(m.Value, last) < OutOfOrder))
            .Select(m => m.Key);
    }

    private async Task<List<(long Chat, int Message)>> NotRemembered(TestDatabase database)
    {
        var known = new HashSet<(long, int)>();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select chat_id, message_id::bigint from outbox where message_id is not null",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) known.Add((reader.GetInt64(0), (int)reader.GetInt64(1)));
        return [.. posted.Keys.Where(m => !known.Contains(m))];
    }

    private static string Transcript(Attendee person) => string.Join('\n', person.Visitor.Chat.TakeLast(8).Select(m =>
        $"[{(m.FromBot ? "bot" : "me")} {m.Id}] {m.Text} " +
        $"{string.Join(' ', m.Buttons.SelectMany(row => row).Select(b => $"[{b.Label}]"))}")) + $"\nlooks at {person.LooksAt}";

    private static async Task Started(BotApiServer telegram, BotProcess bot, TestDatabase database)
    {
        var (before, queries) = (telegram.Journal.Of("deleteWebhook").Count, "");
        await Until(async () =>
        {
            queries = await Sql<string>(database, """
                select string_agg(concat_ws(' ', pid, state, wait_event, left(query, 100)), e'\n') from pg_stat_activity
                    where datname = current_database()
                """);
            return telegram.Journal.Of("deleteWebhook").Count > before;
        }, () => $"the bot did not start {bot.Said}\n{queries}\n{string.Join('\n', telegram.Journal.Entries.TakeLast(5))}");
    }

    private static async Task Until(Func<Task<bool>> condition, Func<string> complaint)
    {
        for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(50))
        {
            if (waited.Elapsed > Patience) Assert.Fail(complaint());
        }
    }
}
