using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using MspBot.Tests.Transcripts;

namespace MspBot.Tests.Conversations;

/// <summary>Walks a dialog by what is on the screen, whatever it asks.</summary>
internal sealed class Walker
{
    /// <summary>Answers with nothing.</summary>
    private static readonly IReadOnlyList<string> Skips = ["Пропустить", "Не преподаю", "Позвать тех, кого нет в боте",
        "Для любого предмета"];

    private static readonly HashSet<string> Controls =
        [.. WaysOut, .. Skips, "← Назад", "← К проверке", "Изменить", "‹", "›", "Показать все",
            "Календарь", "Ближайшие дни", "Последние дни", "Отметить всех", "Отметить найденных", "Снять всех", "Снять найденных",
            "·", " ", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"];

    /// <summary>Each of them says what stays as it is; «Отмена» where nothing would be taken away.</summary>
    internal static IReadOnlyList<string> WaysOut => ["Отмена", "Не отменять", "Не отклонять", "Не отзывать", "Не удалять", "Не исключать",
        "Не возвращать"];

    private readonly World world;
    private readonly List<string> screens = [];
    private int refused;

    private Walker(World world, Visitor who) => (this.world, Who) = (world, who);

    internal Visitor Who { get; }

    /// <summary>Every tap is sent again under a new id.</summary>
    internal bool TapsTwice { get; init; }

    /// <summary>What was on the screen after each act.</summary>
    internal IReadOnlyList<string> Screens => screens;

    /// <summary>The open question; null when there is none.</summary>
    internal ChatMessage? Question => Who.Chat.LastOrDefault(m => m.FromBot && IsQuestion(m));

    /// <summary>Its last row is the way back and out.</summary>
    internal static bool IsQuestion(ChatMessage message) =>
        message.Buttons is [.., [{ Label: "← Назад" or "← К проверке" }, { } wayOut]] && WaysOut.Contains(wayOut.Label);

    internal string WayOut => Question!.Buttons[^1][1].Label;

    internal IReadOnlyList<string> Options =>
        [.. (Question?.Buttons ?? []).SelectMany(r => r).Select(b => b.Label)
            .Where(l => !Controls.Contains(l) && !l.StartsWith("Готово", StringComparison.Ordinal))];

    internal bool AsksForTicks =>
        Question?.Buttons.SelectMany(r => r).Any(b => b.Label.StartsWith("Готово", StringComparison.Ordinal)) ?? false;

    /// <summary>At the first question of the flow, begun by its button.</summary>
    internal static async Task<Walker> Begin(World world, FlowRow row, long chat, string? argument = null, bool tapsTwice = false)
    {
        var walker = new Walker(world, await row.Who(world, chat)) { TapsTwice = tapsTwice };
        await walker.Types("/about");
        var data = argument ?? await row.Argument(world);
        await walker.Act(() => walker.Who.TapsData(walker.Who.Chat.Last(m => m.FromBot), data.Length == 0 ? $"n:{row.Key}"
            : $"n:{row.Key}:{data}"));
        return walker.Question is null
            ? throw new InvalidOperationException($"the flow «{row.Key}» did not begin:\n{Transcript.Of(walker.Who.Chat)}") : walker;
    }

    /// <summary>Goes on with a draft, as «Продолжить» does.</summary>
    internal static async Task<Walker> Resume(World world, Visitor who, long dialog)
    {
        var walker = new Walker(world, who);
        await walker.Act(() => who.TapsData(who.Chat.Last(m => m.FromBot), $"r:{dialog}"));
        return walker;
    }

    /// <summary>One answer: the first or the last option, or what the table has where only words will do.</summary>
    internal async Task Answer(bool last = false, bool skip = false)
    {
        if (skip && Skips.FirstOrDefault(Has) is { } nothing) await Taps(nothing);
        else if (AsksForTicks && !Has("✓")) await Tick(last);
        else if (AsksForTicks) await Taps("Готово");
        else if (Options is { Count: > 0 } options) await Taps(Another(options, last));
        else if (FlowRow.Files.TryGetValue(await Key(), out var file)) await Act(() => Who.SendsDocument(file, "<&>"u8.ToArray()));
        else await Types(await Word());
    }

    internal async Task<int> ToTheEnd(bool last = false, bool skip = false)
    {
        var steps = 0;
        for (; Question is not null; steps++)
        {
            if (steps > 40) throw new InvalidOperationException($"the talk has no end:\n{Transcript.Of(Who.Chat)}");
            await Answer(last, skip);
        }
        return steps;
    }

    /// <summary>
    /// Where what was answered cannot be had and the question comes again, the next option: the same would be refused again.
    /// </summary>
    private string Another(IReadOnlyList<string> options, bool last)
    {
        var n = Question!.Text.StartsWith('❗') ? Math.Min(++refused, options.Count - 1) : 0;
        return last ? options[^(n + 1)] : options[n];
    }

    internal bool Has(string label) =>
        Question?.Buttons.SelectMany(r => r).Any(b => b.Label.Contains(label, StringComparison.Ordinal)) ?? false;

    internal Task Taps(string label) => Act(async () =>
    {
        await Who.TapsOn(Question!, label);
        if (!TapsTwice) return;
        await world.Idle();
        await Who.TapsAgain();
    });

    internal Task Types(string text) => Act(() => Who.Types(text));

    internal async Task<string> Word()
    {
        var key = await Key();
        return FlowRow.Words.TryGetValue(key, out var word) ? word
            : throw new InvalidOperationException($"FlowRow.Words has no answer for the question «{key}»");
    }

    private async Task<string> Key()
    {
        await world.Idle();
        return await world.Sql<string>(
            $"select body::jsonb -> 'shown' ->> 'key' from dialog where chat_id = {Who.Id} and state = 'Active'") ?? "";
    }

    private async Task Tick(bool last)
    {
        await Taps(last ? Options[^1] : Options[0]);
        await Taps("Готово");
    }

    private async Task Act(Func<Task> act)
    {
        await act();
        await world.Idle();
        screens.Add(Screen());
    }

    /// <summary>The newest message of the bot, with what its buttons say; what they carry has numbers in it that differ.</summary>
    private string Screen()
    {
        var text = new StringBuilder();
        var message = Who.Chat.Last(m => m.FromBot);
        text.AppendLine(message.Text);
        foreach (var row in message.Buttons) text.AppendJoin(" | ", row.Select(b => b.Label)).AppendLine();
        return Reader.WithoutCodes(text.ToString());
    }
}
