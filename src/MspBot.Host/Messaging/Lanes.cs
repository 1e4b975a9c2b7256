using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations.Turns;

namespace MspBot.Host.Messaging;

/// <summary>
/// Turns in order within a chat, in parallel across chats, so many at once: a turn that is slow holds up its own chat. A queue holds chats,
/// not updates: what waits in a chat is in the database.
/// </summary>
internal sealed partial class Lanes : BackgroundService
{
    private const int Parallel = 8;
    private static readonly TimeSpan LookForNeglected = TimeSpan.FromSeconds(5);

    private readonly KeyedQueues<ChatId, bool> queues;
    private readonly CancellationTokenSource ending = new();
    private readonly TurnRunner turns;
    private readonly InboxStore inbox;
    private readonly ILogger<Lanes> log;

    public Lanes(TurnRunner turns, InboxStore inbox, ILogger<Lanes> log)
    {
        (this.turns, this.inbox, this.log) = (turns, inbox, log);
        queues = new(Parallel, (chat, _) => RunTurn(chat, ending.Token));
    }

    /// <summary>Whether no chat is being handled or waits for it.</summary>
    internal bool Idle => queues.Count == 0;

    /// <summary>How many chats may wait before receiving holds back.</summary>
    internal bool Full => queues.Count > 2_000;

    internal void Add(ChatId chat) => queues.Add(chat, true);

    public override void Dispose()
    {
        ending.Dispose();
        base.Dispose();
    }

    /// <summary>Ends when the turns that have begun have ended; what waits stays in the database.</summary>
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            await PickUpNeglected(stopping);
        }
        finally
        {
            await ending.CancelAsync();
            while (!Idle) await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>A turn that has begun is finished even when the program stops; one that fails does not stop its chat.</summary>
    private async Task RunTurn(ChatId chat, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested) return;
        for (var away = TimeSpan.FromMilliseconds(100); ; away = TimeSpan.FromSeconds(Math.Min(5, away.TotalSeconds * 2)))
        {
            try
            {
                if (await turns.Run(chat, CancellationToken.None) is { } rest) _ = AddAfter(chat, rest, stopping);
                return;
            }
            catch (Exception e) when (Database.IsUnavailable(e))
            {
                LogAway(chat, e.Message);
            }
            catch (Exception e)
            {
                LogBroken(e, chat);
                return;
            }
            try
            {
                await Task.Delay(away, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task AddAfter(ChatId chat, TimeSpan rest, CancellationToken stopping)
    {
        await Task.Delay(rest + TimeSpan.FromMilliseconds(5), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested) Add(chat);
    }

    /// <summary>What was received and not handled: before a restart, or by a neighbour that died.</summary>
    private async Task PickUpNeglected(CancellationToken stopping)
    {
        var atLeast = TimeSpan.Zero;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // While the lanes have work, what waits in them looks neglected and is not.
                if (atLeast == TimeSpan.Zero || Idle)
                {
                    foreach (var chat in await inbox.ChatsWaiting(atLeast, stopping)) Add(chat);
                }
                atLeast = LookForNeglected;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogNotPickedUp(e.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(LookForNeglected, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away, chat {Chat} waits: {Reason}")]
    private partial void LogAway(ChatId chat, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of chat {Chat} broke")]
    private partial void LogBroken(Exception e, ChatId chat);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for updates left behind: {Reason}")]
    private partial void LogNotPickedUp(string reason);
}
