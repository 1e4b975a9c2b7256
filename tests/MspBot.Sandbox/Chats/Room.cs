namespace MspBot.Sandbox;

/// <summary>One chat with its newest messages; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class Room
{
    private readonly List<StoredMessage> messages = [];
    private int lastId;

    public Room(Person person)
    {
        Person = person;
        Id = person.Id;
        Json = person.ChatJson;
    }

    public Room(long id, string title)
    {
        Id = id;
        Title = title;
        Json = JsonBytes.Write((id, title), static (w, x) =>
        {
            w.WriteStartObject();
            w.WriteNumber("id"u8, x.id);
            w.WriteString("title"u8, x.title);
            w.WriteString("type"u8, x.id < -1_000_000_000_000 ? "supergroup"u8 : "group"u8);
            w.WriteEndObject();
        });
    }

    public long Id { get; }

    /// <summary>The person of a private chat, else null.</summary>
    public Person? Person { get; }

    public string? Title { get; }

    public byte[] Json { get; }

    /// <summary>Why the bot may not write to the group, if so.</summary>
    public string? Refusal { get; set; }

    public long MigratedTo { get; set; }

    public string Kind => Id < -1_000_000_000_000 ? "supergroup chat" : "group chat";

    public Func<int>? FirstId { get; init; }

    public FloodMeter? Meter { get; set; }

    public ReplyKeyboard? Keyboard { get; set; }

    public Signal Changed { get; } = new();

    public IReadOnlyList<StoredMessage> Messages => messages;

    /// <summary>The steps of the chat, for transcripts; null when nothing is to be remembered.</summary>
    public List<ChatStep>? Steps { get; init; }

    /// <summary>Ids count up inside each chat; the first one is above 1, as nobody may rely on it.</summary>
    public int NextId() => lastId = lastId == 0 ? FirstId?.Invoke() ?? (int)(Math.Abs(Id) % 89) + 10 : lastId + 1;

    /// <summary>The next message is numbered above this and above every message that is here.</summary>
    public void NumberAbove(int id) => lastId = Math.Max(messages.Count > 0 ? messages[^1].Id : 0, id);

    public void Add(StoredMessage message, int cap)
    {
        messages.Add(message);

        // Cut in large steps: a cut moves the whole list.
        if (messages.Count > cap + (cap / 4) + 4) messages.RemoveRange(0, messages.Count - cap);
    }

    public void AddStep(ChatStep step, int cap)
    {
        Steps!.Add(step);
        if (Steps.Count > cap + (cap / 4) + 4) Steps.RemoveRange(0, Steps.Count - cap);
    }

    public StoredMessage? Find(long id)
    {
        var at = IndexOf(id);
        return at < 0 ? null : messages[at];
    }

    public bool Remove(long id)
    {
        var at = IndexOf(id);
        if (at < 0) return false;
        messages.RemoveAt(at);
        return true;
    }

    private int IndexOf(long id)
    {
        int low = 0, high = messages.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (messages[middle].Id == id) return middle;
            if (messages[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
