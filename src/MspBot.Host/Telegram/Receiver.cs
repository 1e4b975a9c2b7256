using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations;

namespace MspBot.Host.Telegram;

/// <summary>Takes updates in: first the inbox, then the lanes. Used by both ways of receiving.</summary>
internal sealed partial class Receiver(InboxStore inbox, Lanes lanes, PressAnswers presses, Messenger messenger, ReceivingHealth health, ILogger<Receiver> log)
{
    private static readonly TimeSpan SaySoAfter = TimeSpan.FromSeconds(3);

    /// <summary>Chats that were told that the database is away, since it went.</summary>
    private readonly ConcurrentDictionary<long, bool> told = new();

    /// <summary>Reads one update. What is not understood is counted and noted, and stops nothing that comes after it.</summary>
    internal ReadUpdate Read(JsonElement update)
    {
        var read = UpdateReader.Read(update);
        if (!read.Understood)
        {
            health.NotUnderstood();
            LogNotUnderstood(read.Kind, read.Id);
        }
        return read;
    }

    /// <summary>Stores a batch and hands its chats to the lanes. When it returns, the messenger may be told that we have it.</summary>
    internal async Task Take(IReadOnlyList<Received> batch, CancellationToken cancel)
    {
        if (batch.Count == 0) return;
        presses.Came(batch.Select(b => b.Press).OfType<string>());
        await inbox.Add(batch, cancel);
        foreach (var one in batch) lanes.Add(one.Chat);
    }

    /// <summary>As <see cref="Take"/>, and waits for a database that is away as long as it takes. Whoever waits long is told so, once.</summary>
    internal async Task TakeHoweverLong(IReadOnlyList<Received> batch, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = TimeSpan.FromSeconds(Math.Min(5, pause.TotalSeconds * 2)))
        {
            try
            {
                await Take(batch, cancel);
                told.Clear();
                return;
            }
            catch (Exception e) when (Database.IsAway(e) && !cancel.IsCancellationRequested)
            {
                health.StoreFails();
                LogWaiting(batch.Count, e.Message);
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                health.StoreFails();
                throw;
            }
            if (Stopwatch.GetElapsedTime(began) > SaySoAfter)
            {
                foreach (var chat in batch.Where(b => b.Press is null).Select(b => b.Chat))
                {
                    if (told.TryAdd(chat, true)) messenger.SayUnrecorded(chat, EngineTexts.Away);
                }
            }
            await Task.Delay(pause, cancel);
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
