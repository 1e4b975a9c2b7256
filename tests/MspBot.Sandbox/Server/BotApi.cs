namespace MspBot.Sandbox;

/// <summary>The server without its sockets: chats, updates, files, faults. One lock guards it all, and is held for microseconds.</summary>
public sealed partial class BotApi : IDisposable
{
    private readonly Dictionary<long, Room> rooms = [];
    private readonly Dictionary<long, Visitor> visitors = [];
    private readonly Random random;
    private long changes;

    public BotApi(BotApiOptions? options = null)
    {
        Options = options ?? new BotApiOptions();
        Time = Options.Time;
        random = Options.Seed is { } seed ? new Random(seed) : new Random();
        BotId = Call.Lenient(Options.Token);
        BotJson = MakeBotJson(withRights: false);
        MeJson = MakeBotJson(withRights: true);
        Updates = new UpdateQueue(Time, random);
        Callbacks = new CallbackBook(Time, Options.CallbackAnswerWindow);
        Files = new FileStore(Options.MaxFileBytes, random);
        Flood = new Flood(Time, Options.FloodControl);
        Journal = new Journal(Options.KeepJournal, Options.JournalSize);
        Faults = new Faults(Time, CutPoll);
        Webhook = new Webhook(this);
        Updates.Arrived = Webhook.OnArrived;
    }

    public BotApiOptions Options { get; }

    public TimeProvider Time { get; }

    public string Token => Options.Token;

    public Flood Flood { get; }

    public Faults Faults { get; }

    public Journal Journal { get; }

    /// <summary>Called at each change of a chat, under the server's lock: be short, hand the work on.</summary>
    public event Action<ChatChange>? Changed;

    /// <summary>Set by whoever knows when the bot has nothing left to do; see <see cref="Idle"/>.</summary>
    public Func<Task>? WaitIdle { get; set; }

    /// <summary>Unknown methods and parameters, unsupported modes: nothing the real server would complain about loudly.</summary>
    public IReadOnlyList<string> Violations => Breaches.All;

    internal TimeProvider Wire => Options.WireTime;

    internal Lock Gate { get; } = new();

    internal long BotId { get; }

    internal byte[] BotJson { get; }

    internal byte[] MeJson { get; }

    internal UpdateQueue Updates { get; }

    internal CallbackBook Callbacks { get; }

    internal CommandBook Commands { get; } = new();

    internal Profile Profile { get; } = new();

    internal FileStore Files { get; }

    internal Breaches Breaches { get; } = new();

    internal Webhook Webhook { get; }

    internal Activity Activity { get; } = new();

    internal PollRules Polls { get; } = new();

    /// <summary>Grows with every change of any chat.</summary>
    internal long Changes => Volatile.Read(ref changes);

    public void Dispose() => Webhook.Dispose();

    /// <summary>
    /// Waits until the bot has nothing left to do: by <see cref="WaitIdle"/>, else until nothing is pending and no call came for 150 ms.
    /// </summary>
    public Task Idle() => WaitIdle is { } wait ? wait() : Activity.Quiet(this, TimeSpan.FromMilliseconds(150), Options.Patience);

    /// <summary>Updates the bot has not confirmed yet.</summary>
    public int PendingUpdates
    {
        get
        {
            lock (Gate) return Updates.Count;
        }
    }

    /// <summary>Every update comes twice under its own id, as after a crash of the bot.</summary>
    public bool EveryUpdateTwice
    {
        get => Updates.EveryTwice;
        set => Updates.EveryTwice = value;
    }

    /// <summary>
    /// The newest update once more under its own id, or the one of this id; false when there is none among the last hundred.
    /// </summary>
    public bool DeliverTwice(long? updateId = null)
    {
        lock (Gate)
        {
            if ((updateId is { } id ? Updates.Recent(id) : Updates.Last) is not { } update) return false;
            Updates.Repeat(update);
            return true;
        }
    }

    /// <summary>An update that no client of today sends: word for word, «{id}» stands for its number.</summary>
    public void DeliverRaw(string json, long chat = 0)
    {
        lock (Gate) Updates.AddRaw(json, chat, MessageLife);
    }

    /// <summary>
    /// A field that is in every message that the bot gets to see, as «"name":value»; for parts that no library knows yet.
    /// </summary>
    public string? InEveryMessage { get; set; }

    /// <summary>The next update has this number.</summary>
    public void NumberFrom(long id)
    {
        lock (Gate) Updates.NextId = id;
    }

    private void CutPoll()
    {
        lock (Gate) Updates.Held?.End(PollEnd.Outage);
    }

    private byte[] MakeBotJson(bool withRights) => JsonBytes.Write((this, withRights), static (w, x) =>
    {
        var (api, all) = x;
        w.WriteStartObject();
        w.WriteNumber("id"u8, api.BotId);
        w.WriteBoolean("is_bot"u8, true);
        w.WriteString("first_name"u8, api.Options.BotName);
        w.WriteString("username"u8, api.Options.BotUsername);
        if (all)
        {
            w.WriteBoolean("can_join_groups"u8, true);
            w.WriteBoolean("can_read_all_group_messages"u8, false);
            w.WriteBoolean("supports_inline_queries"u8, false);
            w.WriteBoolean("can_connect_to_business"u8, false);
            w.WriteBoolean("has_main_web_app"u8, false);
        }

        w.WriteEndObject();
    });
}
