using System.Collections.Concurrent;
using System.Diagnostics;
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
                health.StoreWorks();
                told.Clear();
                return;
            }
            catch (Exception e) when (Database.IsAway(e) && !cancel.IsCancellationRequested)
            {
                health.StoreFails();
                LogWaiting(batch.Count, e.Message);
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
}

/// <summary>When something was last received, and whether it could be stored: for /health.</summary>
internal sealed class ReceivingHealth(TimeProvider time)
{
    private volatile bool storeFails;
    private long last;

    internal DateTimeOffset? LastSuccess { get; private set; }

    internal bool StoreIsFailing => storeFails;

    internal void Succeeded()
    {
        last = Stopwatch.GetTimestamp();
        LastSuccess = time.GetUtcNow();
    }

    /// <summary>How long ago; since the start if never.</summary>
    internal TimeSpan Since => last == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(last);

    internal void StoreWorks() => storeFails = false;

    internal void StoreFails() => storeFails = true;
}
