using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>An update waiting for the bot; `Key` is the chat, or the person of a callback: one after another inside it.</summary>
internal sealed record QueuedUpdate(long Id, string Kind, long Key, DateTimeOffset ExpiresAt, byte[] Json);

/// <summary>Updates in order; guarded by the gate of <see cref="BotApi"/>.</summary>
internal sealed class UpdateQueue(TimeProvider time, Random random)
{
    private const int MaxPending = 100_000;
    private const int MaxJson = 512 * 1024;
    private const int MaxRecent = 100;

    private static readonly HashSet<string> OffByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private static readonly HashSet<string> Kinds =
    [
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
        "edited_business_message",
        "deleted_business_messages", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
        "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
        "chat_join_request", "chat_boost", "removed_chat_boost",
    ];

    private readonly List<QueuedUpdate> pending = [];
    private readonly List<QueuedUpdate> repeats = [];
    private readonly Queue<QueuedUpdate> recent = new();

    /// <summary>Null: everything but the kinds that are off by default.</summary>
    public IReadOnlyList<string>? Allowed { get; private set; }

    public long NextId { get; set; } = random.Next(2_000_001, 1_000_000_000);

    public QueuedUpdate? Last { get; private set; }

    public HeldPoll? Held { get; set; }

    /// <summary>Every update is given out twice under its own id, as after a crash of the bot.</summary>
    public bool EveryTwice { get; set; }

    public Action<QueuedUpdate>? Arrived { get; set; }

    public int Count => pending.Count + repeats.Count;

    public IReadOnlyList<QueuedUpdate> Pending => pending;

    public QueuedUpdate? Add<TState>(string kind, long key, TimeSpan life, TState state, Action<Utf8JsonWriter, TState> body)
    {
        if (!IsAllowed(kind) || pending.Count >= MaxPending) return null;
        var json = JsonBytes.Write((Id: NextId, kind, state, body), static (w, x) =>
        {
            w.WriteStartObject();
            w.WriteNumber("update_id"u8, x.Id);
            w.WritePropertyName(x.kind);
            x.body(w, x.state);
            w.WriteEndObject();
        });
        if (json.Length > MaxJson) return null;
        return Add(new QueuedUpdate(NextId++, kind, key, time.GetUtcNow() + life, json));
    }

    /// <summary>Word for word, whatever it is; «{id}» stands for its number.</summary>
    public void AddRaw(string json, long key, TimeSpan life)
    {
        var id = NextId++;
        var number = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Add(new QueuedUpdate(id, "raw", key, time.GetUtcNow() + life,
            System.Text.Encoding.UTF8.GetBytes(json.Replace("{id}", number, StringComparison.Ordinal))));
    }

    private QueuedUpdate Add(QueuedUpdate update)
    {
        pending.Add(update);
        Last = update;
        recent.Enqueue(update);
        if (recent.Count > MaxRecent) recent.Dequeue();
        Held?.End(PollEnd.Updates);
        Arrived?.Invoke(update);
        return update;
    }

    /// <summary>One of the newest updates, confirmed or not.</summary>
    public QueuedUpdate? Recent(long id) => recent.FirstOrDefault(x => x.Id == id);

    /// <summary>The same update under the same id once more.</summary>
    public void Repeat(QueuedUpdate update)
    {
        repeats.Add(update);
        Held?.End(PollEnd.Updates);
        Arrived?.Invoke(update);
    }

    /// <summary>Garbage and an absent list change nothing; an empty list, or unknown names alone, mean the default.</summary>
    public void Allow(Call call)
    {
        if (!call.Has("allowed_updates")) return;
        try
        {
            using var document = JsonDocument.Parse(call.Text("allowed_updates"));
            if (document.RootElement.ValueKind != JsonValueKind.Array) return;
            var items = document.RootElement.EnumerateArray().ToList();
            if (items.Exists(x => x.ValueKind != JsonValueKind.String)) return;
            var known = items.Select(x => x.GetString()!.ToLowerInvariant()).Where(Kinds.Contains).ToArray();
            Allowed = known.Length == 0 ? null : known;
        }
        catch (JsonException)
        {
            // As the real server: a list it cannot read leaves the old one in place.
        }
    }

    /// <summary>Confirms what the offset says: everything before it, or for a negative one all but the newest.</summary>
    public void Forget(long offset)
    {
        var now = time.GetUtcNow();
        pending.RemoveAll(x => x.ExpiresAt <= now);
        if (offset < 0)
        {
            if (-offset < pending.Count) pending.RemoveRange(0, pending.Count + (int)offset);
        }
        else if (offset > 0 && IsValid(offset))
        {
            Confirm(pending.FindIndex(x => x.Id >= offset) is var at and >= 0 ? at : pending.Count);
        }
    }

    public Answer Take(int limit) => Answer.Ok((this, limit), static (w, x) => x.Item1.WriteTo(w, x.limit));

    public void Confirm(QueuedUpdate update)
    {
        if (!repeats.Remove(update)) pending.Remove(update);
    }

    public void Clear()
    {
        pending.Clear();
        repeats.Clear();
    }

    private void Confirm(int count)
    {
        if (count == 0) return;
        if (EveryTwice) repeats.AddRange(pending.GetRange(0, count));
        pending.RemoveRange(0, count);
    }

    private void WriteTo(Utf8JsonWriter w, int limit)
    {
        w.WriteStartArray();
        var bytes = 0;
        foreach (var update in repeats.Concat(pending).Take(limit))
        {
            bytes += update.Json.Length;
            if (bytes > 4 << 20) break;
            w.WriteRawValue(update.Json, skipInputValidation: true);
        }

        w.WriteEndArray();
        repeats.RemoveRange(0, Math.Min(limit, repeats.Count));
    }

    // Far offsets are ignored altogether, as in the real queue.
    private bool IsValid(long offset) => offset <= NextId + 10L && (pending.Count == 0 || offset >= pending[0].Id - 100_000L);

    private bool IsAllowed(string kind) => Allowed is null ? !OffByDefault.Contains(kind) : Allowed.Contains(kind);
}

internal enum PollEnd
{
    Updates,
    OtherPoll,
    Webhook,
    Outage,
}

/// <summary>A getUpdates call that waits.</summary>
internal sealed class HeldPoll
{
    private readonly TaskCompletionSource<PollEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<PollEnd> Task => end.Task;

    public void End(PollEnd why) => end.TrySetResult(why);
}
