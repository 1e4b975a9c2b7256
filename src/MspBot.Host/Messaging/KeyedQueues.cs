namespace MspBot.Host.Messaging;

/// <summary>
/// In order within a key (mostly a chat), in parallel across keys, at most so many at once. A key without work takes no memory.
/// </summary>
internal sealed class KeyedQueues<TKey, T>(int parallel, Func<TKey, T, Task> work) where TKey : notnull
{
    private readonly Dictionary<TKey, Queue<T>?> keys = [];
    private readonly Queue<(TKey Key, T Item)> waiting = new();
    private int running;

    /// <summary>How many items are queued or in work.</summary>
    internal int Count { get; private set; }

    internal void Add(TKey key, T item)
    {
        lock (keys)
        {
            Count++;
            if (keys.TryGetValue(key, out var queue))
            {
                // Its order is kept behind what is in work.
                if (queue is null) keys[key] = queue = new();
                queue.Enqueue(item);
                return;
            }
            keys[key] = null;
            if (running >= parallel)
            {
                waiting.Enqueue((key, item));
                return;
            }
            running++;
        }
        Start(key, item);
    }

    private void Start(TKey key, T item) =>
        ThreadPool.UnsafeQueueUserWorkItem(static s => _ = s.Queues.Run(s.Key, s.Item), (Queues: this, Key: key, Item: item),
            preferLocal: false);

    /// <summary>Works until nothing that waits is left for this worker: first the same key's, then others'.</summary>
    private async Task Run(TKey key, T item)
    {
        while (true)
        {
            await work(key, item);
            lock (keys)
            {
                Count--;
                if (keys[key] is { Count: > 0 } more)
                {
                    // To the end of the line, so that one busy key does not hold up the others.
                    waiting.Enqueue((key, more.Dequeue()));
                }
                else
                {
                    keys.Remove(key);
                }
                if (!waiting.TryDequeue(out var next))
                {
                    running--;
                    return;
                }
                (key, item) = next;
            }
        }
    }
}
