using System.Diagnostics;

namespace MspBot.Host.Messaging;

/// <summary>
/// Every press is answered within a second, whatever its turn waits for: a turn that is quick answers itself, with its
/// word; what is older than <paramref name="patience"/> is answered without one.
/// </summary>
/// <param name="patience">In real time, whatever the program's clock says: the person looks at a spinner.</param>
internal sealed class PressAnswers(TimeSpan patience)
{
    internal static readonly TimeSpan WithinASecond = TimeSpan.FromMilliseconds(600);

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Open> open = [];

    internal TimeSpan Patience => patience;

    internal void Came(IEnumerable<(ChatId Chat, string Press)> presses)
    {
        lock (open)
        {
            foreach (var (chat, press) in presses) open.TryAdd(press, new(chat));
        }
    }

    /// <summary>
    /// Ends a press with its turn. What is being answered without the turn's word is not answered again: a word that comes too late is not
    /// shown.
    /// </summary>
    internal PressState Close(string press, string update)
    {
        lock (open)
        {
            // Also one that came before a restart, or to another process.
            if (!open.TryGetValue(press, out var one) || !one.Taken)
            {
                open.Remove(press);
                return PressState.Open;
            }
            if (one.Answered)
            {
                open.Remove(press);
                return PressState.Answered;
            }
            one.Update = update;
            return PressState.BeingAnswered;
        }
    }

    /// <summary>The presses that waited too long, to be answered now.</summary>
    internal IReadOnlyList<(ChatId Chat, string Press)> TakeOverdue()
    {
        lock (open)
        {
            // Answered, and its turn does not come: an update that the messenger repeated.
            foreach (var (press, _) in open.Where(o => o.Value.Answered && Stopwatch.GetElapsedTime(o.Value.Since) > Forgotten))
                open.Remove(press);
            var overdue = open.Where(o => !o.Value.Taken && Stopwatch.GetElapsedTime(o.Value.Since) > patience).ToList();
            foreach (var (_, one) in overdue) one.Taken = true;
            return [.. overdue.Select(o => (o.Value.Chat, o.Key))];
        }
    }

    /// <summary>An overdue one was answered.</summary>
    /// <returns>The update to be marked, where its turn has ended meanwhile.</returns>
    internal string? Sent(string press)
    {
        lock (open)
        {
            if (!open.TryGetValue(press, out var one)) return null;
            one.Answered = true;
            if (one.Update is not null) open.Remove(press);
            return one.Update;
        }
    }

    private sealed class Open(ChatId chat)
    {
        internal ChatId Chat => chat;

        internal long Since { get; } = Stopwatch.GetTimestamp();

        /// <summary>Is being answered without its turn's word.</summary>
        internal bool Taken { get; set; }

        internal bool Answered { get; set; }

        /// <summary>Its update, once its turn has ended.</summary>
        internal string? Update { get; set; }
    }
}

/// <summary>How far the answer of a press is when its turn ends.</summary>
internal enum PressState
{
    Open,
    BeingAnswered,
    Answered,
}
