using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Messaging;

/// <summary>
/// The outbox's way to one messenger: answers as soon as their turn has committed, everything else by lease and at the messenger's pace.
/// What became of each message is marked at once; of answers, when there are many, in batches. Sending is at least once: a process killed
/// between the messenger's answer and the mark leaves a message that is sent again.
/// </summary>
internal sealed partial class Sender
{
    private const int Parallel = 32;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GatherMarks = TimeSpan.FromMilliseconds(20);

    private readonly MessengerCalls calls;
    private readonly Delivery delivery;
    private readonly OutboxStore outbox;
    private readonly OutboxNumbers numbers;
    private readonly PressAnswers presses;
    private readonly TimeProvider time;
    private readonly ILogger<Sender> log;

    private readonly KeyedQueues<ChatId, Outgoing> queues;
    private readonly KeyedQueues<string, PressAnswer> answers;
    private readonly MarkQueue ofAnswers;

    /// <summary>At most as many a second as the pace allows: each at once, so that a kill repeats as few as possible.</summary>
    private readonly MarkQueue ofNotices;

    /// <summary>Messages that were claimed and are not marked yet: an expired lease is no reason to send them again.</summary>
    private readonly ConcurrentDictionary<long, bool> held = new();

    /// <summary>Chats whose turn is being committed: its answers are not queued yet, and go before what else it says there.</summary>
    private readonly ConcurrentDictionary<ChatId, bool> turning = new();
    private readonly Channel<bool> wakes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private CancellationToken stopping;

    public Sender(
        MessengerCalls calls, Delivery delivery, OutboxStore outbox, OutboxNumbers numbers, PressAnswers presses, TimeProvider time,
        ILogger<Sender> log)
    {
        (this.calls, this.delivery, this.outbox, this.numbers, this.presses, this.time, this.log) =
            (calls, delivery, outbox, numbers, presses, time, log);
        queues = new(Parallel, Deliver);
        answers = new(Parallel, Answer);
        ofAnswers = new(outbox, GatherMarks, calls.Pace, charges: true, LogLoopFailed);
        ofNotices = new(outbox, TimeSpan.Zero, calls.Pace, charges: false, LogLoopFailed);
    }

    internal MessengerKind Messenger => calls.Pace.Messenger;

    /// <summary>Whether everything said has left and is marked.</summary>
    internal bool Idle => queues.Count == 0 && answers.Count == 0 && ofAnswers.Count == 0 && ofNotices.Count == 0;

    /// <summary>Sends what this process holds.</summary>
    internal void Send(Outgoing row) => queues.Add(row.Row.Chat, row);

    /// <summary>What else is said to this chat waits, until <see cref="Turned"/>.</summary>
    internal void Turning(ChatId chat) => turning[chat] = true;

    internal void Turned(ChatId chat) => turning.TryRemove(chat, out _);

    internal void Wake() => wakes.Writer.TryWrite(true);

    internal void Answer(PressAnswer answer) => answers.Add(answer.Press, answer);

    /// <summary>The press of this update was answered already.</summary>
    internal void MarkAnswered(string update) => ofAnswers.Add(new(null, update));

    internal bool IsBelow(string message, string other) => calls.IsBelow(message, other);

    internal void SayUnrecorded(ChatId chat, string text) =>
        _ = delivery.BestEffort(() => calls.Send(chat, new Screen(Html.Text(text)), plain: false, stopping));

    /// <summary>Works until told to stop.</summary>
    internal Task Run(CancellationToken stop)
    {
        stopping = stop;
        return Task.WhenAll(
            Loop.Run(Claim, LogLoopFailed, stop), Loop.Run(ofAnswers.Work, LogLoopFailed, stop),
            Loop.Run(ofNotices.Work, LogLoopFailed, stop));
    }

    private async Task Deliver(ChatId chat, Outgoing outgoing)
    {
        // Null: put back, or the program stops.
        if (await DeliverSurely(outgoing) is not { } sent) held.TryRemove(outgoing.Row.Id, out _);
        else if (outgoing.Row.Priority == Priority.Answer && !held.ContainsKey(sent.Id)) ofAnswers.Add(new(sent, null));
        else ofNotices.Add(new(sent, null, () => held.TryRemove(sent.Id, out _)));
    }

    /// <summary>
    /// Only this process would send it, so it retries while the database is unavailable and records any other failure as the result.
    /// </summary>
    private async Task<SendResult?> DeliverSurely(Outgoing outgoing)
    {
        while (true)
        {
            try
            {
                return await delivery.Deliver(outgoing, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogBroken(outgoing.Row.Id, e.GetType().Name, e.Message);
                if (!Database.IsUnavailable(e)) return new(outgoing.Row.Id, null, e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                return null;
            }
        }
    }

    private async Task Answer(string press, PressAnswer answer)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await delivery.BestEffort(() => calls.Answer(press, answer.Text, answer.Alert, stopping)))
        {
            if (stopping.IsCancellationRequested || Stopwatch.GetElapsedTime(began) > InboxStore.PressesLive) break;
        }
        if (!stopping.IsCancellationRequested && (answer.Update ?? presses.Sent(press)) is { } update) MarkAnswered(update);
    }

    /// <summary>Leases what waits and may go, whenever something was put there, and once a second for what time brings.</summary>
    private async Task Claim(CancellationToken stop)
    {
        await numbers.UntilMayLease(stop);
        var took = 0L;
        while (!stop.IsCancellationRequested)
        {
            if (queues.Count < Parallel * 4)
            {
                var rows = await outbox.Claim(Parallel, time.GetUtcNow(), numbers.Owner, calls.Pace, stop);
                foreach (var row in rows.Where(row => held.TryAdd(row.Id, true)))
                {
                    while (turning.ContainsKey(row.Chat)) await Task.Delay(1, stop);
                    Send(new(row, ScreenJson.Read(row.Payload)));
                }
                if (rows.Count > 0) took = Stopwatch.GetTimestamp();
            }
            // While there is work, and a second longer, the pace may be what is waited for; else a wake or the clock.
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
            soon.CancelAfter(took != 0 && Stopwatch.GetElapsedTime(took) < Look ? calls.Pace.Interval : Look);
            Task woken = wakes.Reader.ReadAsync(soon.Token).AsTask();
            await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending was interrupted and goes on: {Kind} {Reason}")]
    private partial void LogLoopFailed(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be delivered: {Kind} {Reason}")]
    private partial void LogBroken(long id, string kind, string reason);
}

/// <summary>A press to be answered.</summary>
/// <param name="Update">The update it came with, where that is to be marked; null: its turn has not ended.</param>
/// <param name="Press">The messenger's name for it.</param>
/// <param name="Text">A word to show; null: only the spinner stops.</param>
/// <param name="Alert">Whether the person has to close the word.</param>
internal sealed record PressAnswer(string? Update, string Press, string? Text = null, bool Alert = false);
