using System.Diagnostics;
using MspBot.Sandbox;

namespace MspBot.Benchmarks.Library;

/// <summary>Teachers of chemistry, whom the head writes to, and what they get.</summary>
internal sealed class BroadcastCrowd
{
    private const string Anyway = "Всё равно отправить: ";
    private const string Stop = "Остановить рассылку";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Stage stage;
    private readonly Visitor head;
    private readonly Dictionary<long, int> got = [];
    private long first;

    private BroadcastCrowd(Stage stage, Visitor head)
    {
        (this.stage, this.head) = (stage, head);
        stage.Telegram.Api.Changed += Look;
    }

    /// <summary>How many have got the message that is counted.</summary>
    internal int Got { get; private set; }

    /// <summary>How many got it once more.</summary>
    internal int Twice => got.Values.Count(times => times > 1);

    internal TimeSpan Took => Stopwatch.GetElapsedTime(first, Last);

    /// <summary>When the last one got it, as Stopwatch counts.</summary>
    internal long Last { get; private set; }

    internal static async Task<BroadcastCrowd> Fill(Stage stage, int recipients, int gone)
    {
        await stage.Sql<object>($$"""
            insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
            select {{2 * Stage.FirstChat}} + n, 'Кузнецова Мария Петровна', 1 + n % 40, 'Учитель', '{Химия}', now(), now()
            from generate_series(1, {{recipients}}) n;
            insert into person_role (person_id, role, granted_at)
            select id, 'Teacher', now() from person where chat_id > {{2 * Stage.FirstChat}}
            union all select id, 'Head', now() from person where chat_id = {{Stage.FirstChat}};
            analyze;
            """);
        for (var n = 1; n <= recipients; n++)
        {
            var visitor = stage.Telegram.Visitor(2 * Stage.FirstChat + n).StartedEarlier();
            // Telegram says so only when something is sent there.
            if (n <= gone) await visitor.Disappears();
        }
        return new(stage, stage.Telegram.Visitor(Stage.FirstChat));
    }

    /// <summary>What waits for its two minutes, or for the morning, goes now.</summary>
    internal static string Now(long broadcast) => $"""
        update broadcast set starts_at = now() where id = {broadcast};
        update outbox set not_before = null where dedup like 'broadcast:{broadcast}:%'
        """;

    /// <summary>The head opens a composed message and sends it.</summary>
    /// <returns>Its number.</returns>
    internal async Task<long> Press()
    {
        var id = await stage.Sql<long>($$"""
            insert into broadcast (by_person, audience, words, created_at)
            select id, '{"to":"subject","Subject":"Химия"}', 'В четверг встреча учителей химии. ' || clock_timestamp(), now()
            from person where chat_id = {{Stage.FirstChat}}
            returning id
            """);
        // The screen comes in place of the menu: whatever answers an earlier word is above it by then.
        var before = head.Chat[^1].Id;
        await head.Types("/menu");
        ChatMessage? menu = null;
        await Until(() => Task.FromResult((menu = head.Chat.LastOrDefault(m => m.Id > before && m.FromBot
            && m.Text.StartsWith("Меню", StringComparison.Ordinal))) is not null), Patience, "the head has no menu");
        await head.TapsData(menu!, $"c:bb:{id}:show");
        await Taps("Отправить: ");
        // They have got one already today.
        await Until(async () =>
        {
            if (await stage.Sql<string>($"select state from broadcast where id = {id}") != "Composed") return true;
            if (Button(Anyway) is { } anyway) await head.Taps(anyway);
            return false;
        }, Patience, "the press does nothing");
        return id;
    }

    internal Task StopIt() => Taps(Stop);

    private async Task Taps(string beginning)
    {
        await Until(() => Task.FromResult(Button(beginning) is not null), Patience, $"the head has no button «{beginning}…»");
        await head.Taps(Button(beginning)!);
    }

    private string? Button(string beginning) =>
        head.Chat.Where(m => m.FromBot).TakeLast(3).SelectMany(m => m.Buttons).SelectMany(row => row)
        .Select(button => button.Label).FirstOrDefault(label => label.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>From now on another message is counted.</summary>
    internal void Count()
    {
        lock (got)
        {
            got.Clear();
            (Got, first) = (0, 0);
        }
    }

    internal Task Until(int count, TimeSpan longest) =>
        Until(() => Task.FromResult(Got >= count), longest, $"{Got} of {count} have got it");

    internal Task Ended(long broadcast, TimeSpan longest) => Until(
        () => stage.Sql<bool>($"select done_at is not null from broadcast where id = {broadcast}"), longest, "not every outcome is known");

    private static async Task Until(Func<Task<bool>> reached, TimeSpan longest, string otherwise)
    {
        for (var began = Stopwatch.StartNew(); !await reached();)
        {
            if (began.Elapsed > longest) throw new TimeoutException(otherwise);
            await Task.Delay(20);
        }
    }

    private void Look(ChatChange change)
    {
        if (change is not { ByBot: true, Kind: ChatStepKind.Posted, ChatId: > 2 * Stage.FirstChat }) return;
        lock (got)
        {
            Last = Stopwatch.GetTimestamp();
            if (Got == 0) first = Last;
            if (got.TryAdd(change.ChatId, 1)) Got++;
            else got[change.ChatId]++;
        }
    }
}
