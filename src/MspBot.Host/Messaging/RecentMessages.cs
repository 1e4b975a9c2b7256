using System.Collections.Concurrent;

namespace MspBot.Host.Messaging;

/// <summary>The messages that recent rows became: the next edit of a dialog nearly always finds its message here.</summary>
internal sealed class RecentMessages
{
    private const int Kept = 20_000;
    private readonly ConcurrentDictionary<long, string> messages = new();
    private readonly ConcurrentQueue<long> order = new();

    internal void Remember(long row, string message)
    {
        if (row == 0 || !messages.TryAdd(row, message)) return;
        order.Enqueue(row);
        if (order.Count > Kept && order.TryDequeue(out var oldest)) messages.TryRemove(oldest, out _);
    }

    internal string? Find(long row) => messages.GetValueOrDefault(row);
}
