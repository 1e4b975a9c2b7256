namespace MspBot.Sandbox;

/// <summary>One call of the bot and what it was answered.</summary>
public sealed record JournalEntry(
    long Number,
    DateTimeOffset At,
    string Method,
    long? ChatId,
    string Parameters,
    int Status,
    string Answer,
    TimeSpan Took,
    string? Fault);

/// <summary>The newest calls, in the order in which they ended.</summary>
public sealed class Journal
{
    private readonly Lock gate = new();
    private readonly Queue<JournalEntry> entries = new();
    private readonly int size;
    private long number;

    internal Journal(bool keeps, int size)
    {
        Keeps = keeps;
        this.size = size;
    }

    public bool Keeps { get; }

    /// <summary>Called after each call, outside of any lock.</summary>
    public event Action<JournalEntry>? Added;

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (gate) return [.. entries];
        }
    }

    public IReadOnlyList<JournalEntry> Of(string method) =>
        [.. Entries.Where(x => x.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    internal bool IsWanted => Keeps || Added is not null;

    internal void Add(JournalEntry entry)
    {
        lock (gate)
        {
            entry = entry with { Number = ++number };
            if (Keeps)
            {
                entries.Enqueue(entry);
                if (entries.Count > size) entries.Dequeue();
            }
        }

        Added?.Invoke(entry);
    }
}

/// <summary>What the real server would let pass in silence and a test should not: unknown methods, unknown parameters.</summary>
internal sealed class Breaches
{
    private readonly Lock gate = new();
    private readonly List<string> all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (gate) return [.. all];
        }
    }

    public void Add(string text)
    {
        lock (gate)
        {
            if (all.Count < 1_000) all.Add(text);
        }
    }
}
