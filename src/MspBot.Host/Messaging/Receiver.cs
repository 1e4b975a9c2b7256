using System.Diagnostics;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.Messaging;

/// <summary>Takes updates in: first the inbox, then the lanes. Used by both ways of receiving.</summary>
internal sealed partial class Receiver(
    InboxStore inbox, Lanes lanes, PressAnswers presses, Messenger messenger, ReceivingHealth health, ILogger<Receiver> log)
{
    private static readonly TimeSpan SaySoAfter = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();

    /// <summary>Chats that were told that the database is away, since it went.</summary>
    private readonly HashSet<ChatId> told = [];

    /// <summary>When the database was first found away; null while it is there.</summary>
    private long? awaySince;

    /// <summary>
    /// Stores a batch and hands its chats to the lanes. When it returns, the messenger may be told that we have it. What was not understood
    /// is counted and noted, and stops nothing that comes after it.
    /// </summary>
    /// <remarks>
    /// While the database is away it throws at each try: the messenger keeps the batch and brings it again, with what came since. Whoever
    /// waits long is told so, once.
    /// </remarks>
    internal async Task Take(IReadOnlyList<ReadUpdate> updates, CancellationToken cancel)
    {
        var batch = updates.Select(u => u.Received).OfType<Received>().ToList();
        if (batch.Count > 0) await Store(batch, cancel);
        foreach (var one in updates.Where(u => !u.Understood))
        {
            health.NotUnderstood();
            LogNotUnderstood(one.Kind, one.Id);
        }
        foreach (var one in batch) lanes.Add(one.Chat);
    }

    private async Task Store(List<Received> batch, CancellationToken cancel)
    {
        presses.Came(batch.Where(b => b.Press is not null).Select(b => (b.Chat, b.Press!)));
        try
        {
            await inbox.Add(batch, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            health.StoreFails();
            if (Database.IsUnavailable(e))
            {
                LogWaiting(batch.Count, e.Message);
                foreach (var chat in ToBeTold(batch)) messenger.SayUnrecorded(chat, EngineTexts.Away);
            }
            throw;
        }
        lock (gate)
        {
            awaySince = null;
            told.Clear();
        }
    }

    private List<ChatId> ToBeTold(List<Received> batch)
    {
        lock (gate)
        {
            awaySince ??= Stopwatch.GetTimestamp();
            return Stopwatch.GetElapsedTime(awaySince.Value) > SaySoAfter ? [.. batch.Select(b => b.Chat).Where(told.Add)] : [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away, {Count} updates wait: {Reason}")]
    private partial void LogWaiting(int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Id} of kind {Kind} was not understood and is passed")]
    private partial void LogNotUnderstood(string kind, long? id);
}

/// <summary>When receiving last made progress, and what is in its way: for /health.</summary>
internal sealed class ReceivingHealth(TimeProvider time)
{
    private volatile string? trouble;
    private int notUnderstood;
    private long last;

    /// <summary>Whether updates are posted to us: then silence is no failure.</summary>
    internal bool IsPushed { get; set; }

    internal DateTimeOffset? LastSuccess { get; private set; }

    /// <summary>Why what comes cannot be taken; null while it can.</summary>
    internal string? Trouble => trouble;

    /// <summary>How many updates since the start had a kind, or a part, that this version does not know.</summary>
    internal int CountNotUnderstood => Volatile.Read(ref notUnderstood);

    internal void Succeeded()
    {
        trouble = null;
        last = Stopwatch.GetTimestamp();
        LastSuccess = time.GetUtcNow();
    }

    /// <summary>How long ago; since the start if never.</summary>
    internal TimeSpan Since => last == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(last);

    internal void StoreFails() => trouble = "updates come and cannot be stored";

    internal void ReadFails() => trouble = "updates come and cannot be read";

    internal void NotUnderstood() => Interlocked.Increment(ref notUnderstood);
}
