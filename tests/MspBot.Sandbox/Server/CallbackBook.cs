namespace MspBot.Sandbox;

/// <summary>A press of a button, until the bot answers it.</summary>
internal sealed class PendingCallback(string id, Person person, long chatId, DateTimeOffset madeAt)
{
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public Person Person => person;

    public long ChatId => chatId;

    public DateTimeOffset MadeAt => madeAt;

    public Task Answered => answered.Task;

    public string? Text { get; private set; }

    public bool IsAlert { get; private set; }

    public void Answer(string? text, bool isAlert)
    {
        Text = text;
        IsAlert = isAlert;
        answered.TrySetResult();
    }
}

/// <summary>Presses that wait for an answer; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class CallbackBook(TimeProvider time, TimeSpan window)
{
    private readonly Dictionary<string, PendingCallback> waiting = [];
    private readonly Queue<PendingCallback> order = new();
    private long last;

    public PendingCallback Open(Person person, long chatId)
    {
        var now = time.GetUtcNow();
        while (order.TryPeek(out var old) && now - old.MadeAt > window) waiting.Remove(order.Dequeue().Id);
        var id = ((person.Id & 0xffffffff) << 31 | ++last & 0x7fffffff).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var press = new PendingCallback(id, person, chatId, now);
        waiting[id] = press;
        order.Enqueue(press);
        return press;
    }

    /// <summary>Null when it is unknown, too old, or answered before: a second answer is reported to fail.</summary>
    public PendingCallback? Close(string id) =>
        waiting.Remove(id, out var press) && time.GetUtcNow() - press.MadeAt <= window ? press : null;
}
