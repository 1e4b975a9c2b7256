namespace MspBot.Host.Messaging;

/// <summary>In order within a chat, in parallel across chats, at most so many at once. A chat without work takes no memory.</summary>
internal sealed class ChatQueues<T>(int parallel, Func<ChatId, T, Task> work)
{
    private readonly Dictionary<ChatId, Queue<T>?> chats = [];
    private readonly Queue<(ChatId Chat, T Item)> waiting = new();
    private int running;

    /// <summary>How many items are queued or in work.</summary>
    internal int Count { get; private set; }

    internal void Add(ChatId chat, T item)
    {
        lock (chats)
        {
            Count++;
            if (chats.TryGetValue(chat, out var queue))
            {
                // Its order is kept behind what is in work.
                if (queue is null) chats[chat] = queue = new();
                queue.Enqueue(item);
                return;
            }
            chats[chat] = null;
            if (running >= parallel)
            {
                waiting.Enqueue((chat, item));
                return;
            }
            running++;
        }
        Start(chat, item);
    }

    private void Start(ChatId chat, T item) =>
        ThreadPool.UnsafeQueueUserWorkItem(static s => _ = s.Queues.Run(s.Chat, s.Item), (Queues: this, Chat: chat, Item: item), preferLocal: false);

    /// <summary>Works until nothing that waits is left for this worker: first the same chat's, then other chats'.</summary>
    private async Task Run(ChatId chat, T item)
    {
        while (true)
        {
            await work(chat, item);
            lock (chats)
            {
                Count--;
                if (chats[chat] is { Count: > 0 } more)
                {
                    // To the end of the line, so that one busy chat does not hold up the others.
                    waiting.Enqueue((chat, more.Dequeue()));
                }
                else
                {
                    chats.Remove(chat);
                }
                if (!waiting.TryDequeue(out var next))
                {
                    running--;
                    return;
                }
                (chat, item) = next;
            }
        }
    }
}
