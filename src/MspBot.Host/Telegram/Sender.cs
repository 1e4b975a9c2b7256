using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Messaging;

namespace MspBot.Host.Telegram;

/// <summary>
/// The outbox's way to Telegram: answers as soon as their turn has committed, everything else by lease and at the pace
/// that Telegram allows. What became of each message is marked at once; of answers, when there are many, in batches. Sending is at least once: a
/// process killed between Telegram's answer and the mark leaves a message that is sent again.
/// </summary>
internal sealed partial class Sender : Messenger, IHostedService, IAsyncDisposable
{
    /// <summary>A little under Telegram's 30 a second, so that a clock that is off does no harm.</summary>
    private const int PerSecond = 29;

    private const int Parallel = 32;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GatherMarks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LookForTheDead = TimeSpan.FromSeconds(3);

    /// <summary>
    /// What was handled so long ago and is not answered was not handled here; a dead neighbour is noticed later than that.
    /// </summary>
    private static readonly TimeSpan NotOurs = TimeSpan.FromSeconds(3);

    private readonly OutboxStore outbox;
    private readonly OutboxNumbers numbers;
    private readonly Delivery delivery;
    private readonly TelegramCalls calls;
    private readonly PressAnswers presses;
    private readonly InboxStore inbox;
    private readonly TimeProvider time;
    private readonly ILogger<Sender> log;

    private readonly ChatQueues<Outgoing> queues;
    private readonly ChatQueues<(string? Update, string Press, string? Text, bool Alert)> answers;
    private readonly MarkQueue ofAnswers;

    /// <summary>At most thirty a second: each at once, for nobody may be told twice.</summary>
    private readonly MarkQueue ofNotices;

    /// <summary>What was claimed and is not marked yet: a lease that runs out meanwhile is no reason to send it again.</summary>
    private readonly ConcurrentDictionary<long, bool> held = new();

    /// <summary>Chats whose turn is being committed: its answers are not queued yet, and go before what else it says there.</summary>
    private readonly ConcurrentDictionary<ChatId, bool> turning = new();
    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource stopping = new();
    private long answering;
    private readonly Presence alive;
    private Task running = Task.CompletedTask;

    public Sender(OutboxStore outbox, OutboxNumbers numbers, Delivery delivery, TelegramCalls calls, PressAnswers presses, InboxStore inbox, TimeProvider time, ILogger<Sender> log)
    {
        (this.outbox, this.numbers, this.delivery, this.calls, this.presses, this.inbox, this.time, this.log) = (outbox, numbers, delivery, calls, presses, inbox, time, log);
        alive = outbox.Announce(numbers.Owner);
        queues = new(Parallel, Deliver);
        answers = new(Parallel, AnswerPress);
        ofAnswers = new(outbox, GatherMarks, PerSecond, charges: true, LogLoopFailed);
        ofNotices = new(outbox, TimeSpan.Zero, PerSecond, charges: false, LogLoopFailed);
    }

    /// <summary>Whether everything said has left and is marked.</summary>
    internal bool Idle => queues.Count == 0 && answers.Count == 0 && ofAnswers.Count == 0 && ofNotices.Count == 0;

    public override void Send(IReadOnlyList<Outgoing> rows)
    {
        foreach (var row in rows) queues.Add(row.Row.Chat, row);
    }

    public override void Turning(ChatId chat) => turning[chat] = true;

    public override void Turned(ChatId chat) => turning.TryRemove(chat, out _);

    public override void Wake() => wakes.Writer.TryWrite(true);

    public override void Answer(string update, string press, string? text, bool alert)
    {
        switch (presses.Close(press, update))
        {
            case PressState.Open:
                answers.Add(new(Interlocked.Increment(ref answering)), (update, press, text, alert));
                break;
            case PressState.Answered:
                ofAnswers.Add(new(null, update));
                break;
            case PressState.BeingAnswered:
                break;   // marked once it is: a kill meanwhile must not leave it open
        }
    }

    public override bool IsBelow(ChatId chat, string message, string other) => MessageNumber.IsBelow(message, other);

    public override void SayUnrecorded(ChatId chat, string text) => _ = Delivery.BestEffort(() => calls.Send(chat, new Screen(Html.Text(text)), plain: false, stopping.Token));

    public Task StartAsync(CancellationToken cancel)
    {
        running = Task.WhenAll(Guarded(Dispatch), Guarded(ofAnswers.Work), Guarded(ofNotices.Work), Guarded(AnswerOverdue));
        return Task.CompletedTask;
    }

    /// <summary>What is in work is finished and marked; what is not yet begun waits in the database.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        while (!Idle && !cancel.IsCancellationRequested)
            await Task.Delay(10, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping.CancelAsync();
        await running;
        await alive.DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        stopping.Dispose();
        return alive.DisposeAsync();
    }

    private async Task Deliver(ChatId chat, Outgoing outgoing)
    {
        // Null: put back, or the program stops.
        if (await DeliverSurely(outgoing) is not { } sent) held.TryRemove(outgoing.Row.Id, out _);
        else if (outgoing.Row.Priority == Priority.Answer && !held.ContainsKey(sent.Id)) ofAnswers.Add(new(sent, null));
        else ofNotices.Add(new(sent, null, () => held.TryRemove(sent.Id, out _)));
    }

    /// <summary>Nobody else would send it, so a failure is no end: a database that is away is waited for, anything else is noted.</summary>
    private async Task<SendResult?> DeliverSurely(Outgoing outgoing)
    {
        while (true)
        {
            try
            {
                return await delivery.Deliver(outgoing, stopping.Token);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogBroken(outgoing.Row.Id, e.GetType().Name, e.Message);
                if (!Database.IsAway(e)) return new(outgoing.Row.Id, null, e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                return null;
            }
        }
    }

    private async Task AnswerPress(ChatId _, (string? Update, string Press, string? Text, bool Alert) answer)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await Delivery.BestEffort(() => calls.Answer(answer.Press, answer.Text, answer.Alert, stopping.Token)))
        {
            if (stopping.IsCancellationRequested || Stopwatch.GetElapsedTime(began) > InboxStore.PressesLive) break;
        }
        if (!stopping.IsCancellationRequested && (answer.Update ?? presses.Sent(answer.Press)) is { } update) ofAnswers.Add(new(null, update));
    }

    /// <summary>Leases what waits and may go, whenever something was put there, and once a second for what time brings.</summary>
    private async Task Dispatch(CancellationToken stop)
    {
        while (!await alive.Renew(stop)) await Task.Delay(TimeSpan.FromMilliseconds(200), stop);
        var (looked, took, shown) = (0L, 0L, Stopwatch.GetTimestamp());
        IReadOnlyList<int> missed = [];
        while (!stop.IsCancellationRequested)
        {
            if (Stopwatch.GetElapsedTime(shown) > Look)
            {
                if (!await alive.Renew(stop)) LogNotShown();
                shown = Stopwatch.GetTimestamp();
            }
            if (looked == 0 || Stopwatch.GetElapsedTime(looked) > LookForTheDead)
            {
                var missing = await outbox.Missing(numbers.Owner, stop);
                // A process whose connection has died renews its presence sooner than it is missed twice.
                var dead = looked == 0 ? missing : [.. missing.Intersect(missed)];
                if (dead.Count > 0)
                {
                    var left = await outbox.TakeOver(dead, numbers.Owner, stop);
                    foreach (var row in left) queues.Add(row.Chat, new(row, ScreenJson.Read(row.Payload)));
                    if (left.Count > 0) LogTakenOver(left.Count);
                }
                if (looked == 0 || dead.Count > 0) await AnswerLeftBehind(looked == 0 ? TimeSpan.Zero : NotOurs, stop);
                missed = missing;
                looked = Stopwatch.GetTimestamp();
                numbers.MayLease();   // only now, so that what is left behind in a chat goes before what it hears next
            }
            if (queues.Count < Parallel * 4)
            {
                var rows = await outbox.Claim(Parallel, time.GetUtcNow(), numbers.Owner, PerSecond, stop);
                foreach (var row in rows.Where(row => held.TryAdd(row.Id, true)))
                {
                    while (turning.ContainsKey(row.Chat)) await Task.Delay(1, stop);
                    queues.Add(row.Chat, new(row, ScreenJson.Read(row.Payload)));
                }
                if (rows.Count > 0) took = Stopwatch.GetTimestamp();
            }
            // While there is work, and a second longer, the pace may be what is waited for; else a wake or the clock.
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
            soon.CancelAfter(took != 0 && Stopwatch.GetElapsedTime(took) < Look ? TimeSpan.FromMilliseconds(1000.0 / PerSecond) : Look);
            Task woken = wakes.Reader.ReadAsync(soon.Token).AsTask();
            await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Presses that were handled by a process that is no more, and may not have been answered.</summary>
    private async Task AnswerLeftBehind(TimeSpan ago, CancellationToken stop)
    {
        foreach (var (update, press) in await inbox.PressesPerhapsUnanswered(ago, stop))
            answers.Add(new(Interlocked.Increment(ref answering)), (update, press, null, false));
    }

    private async Task AnswerOverdue(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(presses.Patience / 2);
        while (await timer.WaitForNextTickAsync(stop))
        {
            foreach (var press in presses.TakeOverdue())   // their updates are marked when their turns end
                answers.Add(new(Interlocked.Increment(ref answering)), (null, press, EngineTexts.Busy, false));
        }
    }

    /// <summary>A loop that must not end before the program does.</summary>
    private async Task Guarded(Func<CancellationToken, Task> loop)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await loop(stopping.Token);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogLoopFailed(e.GetType().Name, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending was interrupted and goes on: {Kind} {Reason}")]
    private partial void LogLoopFailed(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be delivered: {Kind} {Reason}")]
    private partial void LogBroken(long id, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other processes cannot see that this one lives; it tries again")]
    private partial void LogNotShown();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages of a process that is no more are sent again")]
    private partial void LogTakenOver(int count);
}
