using System.Collections.Concurrent;
using System.Threading.Channels;
using MspBot.Sandbox;

namespace MspBot.Tests.Chaos;

/// <summary>Where a person believes to stand, by what the bot told them last.</summary>
internal enum Told
{
    Nothing,
    Seated,
    Waiting,
    NotIn,
}

/// <summary>
/// Somebody who registers and signs up, as people do: looks at the newest screen, presses what leads on, presses again
/// when nothing happens, at times twice, changes their mind.
/// </summary>
internal sealed class Attendee(BotApi api, Visitor visitor, long seminar, Random dice)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<(Task Answered, string What)> taps = new();
    private readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile ChatMessage? screen;
    private volatile bool settles;
    private int tries;

    internal long Id => visitor.Id;

    internal Visitor Visitor => visitor;

    internal volatile Told Told;

    internal int Posted;

    internal IEnumerable<string> Unanswered => taps.Where(t => !t.Answered.IsCompleted).Select(t => $"{visitor.Id}: {t.What}");

    internal int? LooksAt => screen?.Id;

    internal int Taps => taps.Count;

    /// <summary>Has a place, or a place in line, and wants no other.</summary>
    internal bool IsContent => settles && Told is (Told.Seated or Told.Waiting);

    /// <summary>From now on no seat is given back any more.</summary>
    internal void Settle() => settles = true;

    /// <summary>Called under the sandbox's lock.</summary>
    internal void Sees(ChatChange change)
    {
        if (change.Kind == ChatStepKind.Posted) Interlocked.Increment(ref Posted);
        if (api.Message(change.ChatId, change.MessageId) is not { } message) return;
        if (message.Buttons.Count > 0) screen = message;
        Told = message.Text switch
        {
            var text when text.Contains("ы записаны", StringComparison.Ordinal) && text.Contains(Title, StringComparison.Ordinal) =>
                Told.Seated,
            var text when text.Contains("Вы в листе ожидания", StringComparison.Ordinal) => Told.Waiting,
            _ when Has(message, "Записаться") || Has(message, "Вернуть запись") || Has(message, "В лист ожидания") => Told.NotIn,
            _ => Told,
        };
        changes.Writer.TryWrite(true);
    }

    internal async Task Act(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (IsContent)
            {
                await changes.Reader.ReadAsync(stop);
                continue;
            }
            changes.Reader.TryRead(out _);   // only what comes from here on answers what is done next
            await Step();
            tries = await SomethingCame(stop) ? 0 : tries + 1;
            await Think(stop);
        }
    }

    private async Task<bool> SomethingCame(CancellationToken stop)
    {
        try
        {
            return await changes.Reader.WaitToReadAsync(stop).AsTask().WaitAsync(Patience, stop);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private string Title => $"Встреча {seminar}.";

    private Task Step() => screen switch
    {
        null => visitor.Types("/start"),
        _ when tries > 1 => visitor.Types($"/start e_{seminar}"),
        { } question when question.Text.Contains("Как вас зовут?", StringComparison.Ordinal) => visitor.Types("Иванова Мария Петровна"),
        { } seen => Lead(seen),
    };

    private Task Lead(ChatMessage seen)
    {
        // Where several of these are on one screen, the first leads furthest.
        foreach (var label in (string[])["Продолжить", "Согласен", "МОУ «СОШ № 4»", "Показать все", "Всё верно", "Готово (1)", "Математика",
            "Учитель", "Записаться", "Вернуть запись", "В лист ожидания"])
        {
            if (Has(seen, label)) return Tap(seen, label);
        }
        foreach (var label in (string[])["Отменить запись", "Выйти из листа"])
        {
            if (Has(seen, label) && !settles) return Tap(seen, label);
        }
        return visitor.Types($"/start e_{seminar}");
    }

    private Task Tap(ChatMessage message, string label)
    {
        var button = message.Buttons.SelectMany(row => row).First(b => b.Label.StartsWith(label, StringComparison.Ordinal));
        for (var times = dice.Next(8) == 0 ? 2
            : 1; times > 0; times--) taps.Enqueue((visitor.StartsTap(message.Id, button.Data!), button.Label));
        return Task.CompletedTask;
    }

    private static bool Has(ChatMessage message, string label) =>
        message.Buttons.Any(row => row.Any(b => b.Label.StartsWith(label, StringComparison.Ordinal)));

    private Task Think(CancellationToken stop) => Task.Delay(dice.Next(100, 1200), stop);
}
