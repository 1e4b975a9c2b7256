using System.Collections.Concurrent;
using System.Diagnostics;

namespace MspBot.Host.Telegram;

/// <summary>
/// Every press is answered within a second, whatever its turn waits for: a turn that is quick answers itself, with its
/// word; what is older than <see cref="Patience"/> is answered without one.
/// </summary>
internal sealed class PressAnswers
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    private readonly ConcurrentDictionary<string, long> open = new();

    internal void Came(IEnumerable<string> presses)
    {
        foreach (var press in presses) open.TryAdd(press, Stopwatch.GetTimestamp());
    }

    /// <returns>False when it was answered already.</returns>
    internal bool Close(string press) => open.TryRemove(press, out _);

    /// <summary>The presses that waited too long; from now on they count as answered.</summary>
    internal IEnumerable<string> TakeOverdue()
    {
        foreach (var (press, since) in open)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience && open.TryRemove(press, out _)) yield return press;
        }
    }
}
