namespace MspBot.Sandbox.Page;

/// <summary>One thing that the page has to hear of: its number, its kind and its JSON.</summary>
internal sealed record FeedItem(long Number, string Kind, byte[] Json);

/// <summary>What happened, numbered, the newest kept: a page that lost its connection asks for what it missed.</summary>
internal sealed class Feed
{
    private const int Kept = 4_000;
    private readonly Lock gate = new();
    private readonly Queue<FeedItem> items = new();
    private readonly Signal added = new();
    private long last;

    /// <summary>Another run of the program has another one: its numbers begin anew.</summary>
    internal string Epoch { get; } = Convert.ToHexStringLower(BitConverter.GetBytes(Random.Shared.NextInt64()));

    internal long Last => Volatile.Read(ref last);

    internal void Add(string kind, byte[] json)
    {
        lock (gate)
        {
            items.Enqueue(new(++last, kind, json));
            if (items.Count > Kept) items.Dequeue();
        }

        added.Raise();
    }

    /// <summary>Take it before looking, wait for it after.</summary>
    internal Task Next() => added.Next();

    /// <summary>What came after that number; null when some of it is forgotten already.</summary>
    internal IReadOnlyList<FeedItem>? Since(long number)
    {
        lock (gate)
        {
            if (number > last || (items.TryPeek(out var oldest) && number < oldest.Number - 1)) return null;
            return [.. items.SkipWhile(x => x.Number <= number)];
        }
    }
}
