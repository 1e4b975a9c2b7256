using System.Collections.Concurrent;
using System.Diagnostics;

namespace MspBot.Host.Telegram;

/// <summary>
/// Every press is answered within a second, whatever its turn waits for: a turn that is quick answers itself, with its
/// word; what is older than <paramref name="patience"/> is answered without one.
/// </summary>
/// <param name="patience">In real time, whatever the program's clock says: the person looks at a spinner.</param>
internal sealed class PressAnswers(TimeSpan patience)
{
    internal static readonly TimeSpan WithinASecond = TimeSpan.FromMilliseconds(600);

    /// <summary>In place of the moment it came; gone when its turn ends.</summary>
    private const long Answered = -1;

    private readonly ConcurrentDictionary<string, long> open = new();

    internal TimeSpan Patience => patience;

    internal void Came(IEnumerable<string> presses)
    {
        foreach (var press in presses) open.TryAdd(press, Stopwatch.GetTimestamp());
    }

    /// <returns>Whether it still has to be answered; so does one that came before a restart, or to another process.</returns>
    internal bool Close(string press) => !(open.TryRemove(press, out var since) && since == Answered);

    /// <summary>The presses that waited too long; from now on they count as answered.</summary>
    internal IEnumerable<string> TakeOverdue()
    {
        foreach (var (press, since) in open)
        {
            if (since != Answered && Stopwatch.GetElapsedTime(since) > patience && open.TryUpdate(press, Answered, since)) yield return press;
        }
    }
}
