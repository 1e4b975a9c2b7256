using MspBot.Data.Conversations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Messaging;

/// <summary>
/// The way out by all messengers: the chat says which. Shows the other processes that this one lives, and takes over what the dead ones
/// held.
/// </summary>
internal sealed partial class Senders : Messenger, IHostedService, IAsyncDisposable
{
    private const int LooksBetween = 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What was handled so long ago and is not answered was not handled here; a dead neighbour is noticed later than that.
    /// </summary>
    private static readonly TimeSpan NotOurs = TimeSpan.FromSeconds(3);

    private readonly Dictionary<MessengerKind, Sender> senders;
    private readonly InstanceStore instances;
    private readonly InboxStore inbox;
    private readonly OutboxNumbers numbers;
    private readonly PressAnswers presses;
    private readonly ILogger<Senders> log;
    private readonly Presence alive;
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    /// <summary>Processes that were not seen to live at the last look; null before the first.</summary>
    private IReadOnlyList<int>? missed;

    /// <summary>Presses of processes that are no more are still to be looked for.</summary>
    private bool pressesLeft = true;

    public Senders(
        IEnumerable<Sender> senders, InstanceStore instances, InboxStore inbox, OutboxNumbers numbers, PressAnswers presses,
        ILogger<Senders> log)
    {
        this.senders = senders.ToDictionary(sender => sender.Messenger);
        (this.instances, this.inbox, this.numbers, this.presses, this.log) = (instances, inbox, numbers, presses, log);
        alive = instances.Announce(numbers.Owner);
    }

    /// <summary>Whether everything said has left and is marked.</summary>
    internal bool Idle => senders.Values.All(sender => sender.Idle);

    public override void Send(IReadOnlyList<Outgoing> rows)
    {
        foreach (var row in rows) Of(row.Row.Chat)?.Send(row);
    }

    public override void Turning(ChatId chat) => Of(chat)?.Turning(chat);

    public override void Turned(ChatId chat) => Of(chat)?.Turned(chat);

    public override void Wake()
    {
        foreach (var sender in senders.Values) sender.Wake();
    }

    public override void Answer(ChatId chat, string update, string press, string? text, bool alert)
    {
        switch (presses.Close(press, update))
        {
            case PressState.Open:
                Of(chat)?.Answer(new(update, press, text, alert));
                break;
            case PressState.Answered:
                Of(chat)?.MarkAnswered(update);
                break;
            case PressState.BeingAnswered:
                break;   // marked once it is: a kill meanwhile must not leave it open
        }
    }

    public override bool IsBelow(ChatId chat, string message, string other) => Of(chat)?.IsBelow(message, other) ?? false;

    public override void SayUnrecorded(ChatId chat, string text) => Of(chat)?.SayUnrecorded(chat, text);

    public Task StartAsync(CancellationToken cancel)
    {
        var stop = stopping.Token;
        running = Task.WhenAll(
            [.. senders.Values.Select(sender => sender.Run(stop)), Loop.Run(WatchInstances, LogLoopFailed, stop),
                Loop.Run(AnswerOverdue, LogLoopFailed, stop)]);
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

    /// <summary>
    /// Null: an earlier start spoke a messenger that this one has no token for. What is said there waits for one that has.
    /// </summary>
    private Sender? Of(ChatId chat) => senders.GetValueOrDefault(chat.Messenger);

    private async Task WatchInstances(CancellationToken stop)
    {
        while (!await alive.Renew(stop)) await Task.Delay(TimeSpan.FromMilliseconds(200), stop);
        if (missed is null) await TakeOver(stop);
        numbers.MayLease();   // only now, so that what is left behind in a chat goes before what it hears next
        using var timer = new PeriodicTimer(Look);
        for (var looks = 1; await timer.WaitForNextTickAsync(stop); looks++)
        {
            if (!await alive.Renew(stop)) LogNotShown();
            if (looks % LooksBetween == 0) await TakeOver(stop);
        }
    }

    /// <summary>
    /// At the start what any process left, later what those left that are missed twice: a process whose connection has died renews its
    /// presence sooner than that.
    /// </summary>
    private async Task TakeOver(CancellationToken stop)
    {
        var missing = await instances.Missing(numbers.Owner, stop);
        var dead = missed is null ? missing : [.. missing.Intersect(missed)];
        pressesLeft |= dead.Count > 0;   // also when the database goes away before they are looked for
        if (dead.Count > 0)
        {
            var left = await instances.TakeOver(dead, numbers.Owner, stop);
            foreach (var row in left) Of(row.Chat)?.Send(new(row, ScreenJson.Read(row.Payload)));
            if (left.Count > 0) LogTakenOver(left.Count);
        }
        if (pressesLeft) await AnswerLeftBehind(missed is null ? TimeSpan.Zero : NotOurs, stop);
        (missed, pressesLeft) = (missing, false);
    }

    /// <summary>Answers presses that a dead process handled and may not have answered.</summary>
    private async Task AnswerLeftBehind(TimeSpan ago, CancellationToken stop)
    {
        foreach (var (chat, update, press) in await inbox.PressesPerhapsUnanswered(ago, stop)) Of(chat)?.Answer(new(update, press));
    }

    private async Task AnswerOverdue(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(presses.Patience / 2);
        while (await timer.WaitForNextTickAsync(stop))
        {
            foreach (var (chat, press) in presses.TakeOverdue())   // their updates are marked when their turns end
                Of(chat)?.Answer(new(null, press, EngineTexts.Busy));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watching the other processes was interrupted and goes on: {Kind} {Reason}")]
    private partial void LogLoopFailed(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other processes cannot see that this one lives; it tries again")]
    private partial void LogNotShown();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages of a process that is no more are sent again")]
    private partial void LogTakenOver(int count);
}
