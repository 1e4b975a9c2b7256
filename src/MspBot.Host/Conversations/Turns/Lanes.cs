using System.Threading.Channels;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;

namespace MspBot.Host.Conversations.Turns;

/// <summary>
/// In order within a chat, in parallel across chats: a fixed number of lanes, a chat always in the same one. A lane holds
/// chats, not updates: what waits in a chat is in the database.
/// </summary>
internal sealed partial class Lanes : BackgroundService
{
    private const int Count = 8;
    private static readonly TimeSpan LookForNeglected = TimeSpan.FromSeconds(5);

    private readonly Channel<ChatId>[] lanes = [.. Enumerable.Range(0, Count).Select(_ => Channel.CreateUnbounded<ChatId>(new() { SingleReader = true }))];
    private readonly TurnRunner turns;
    private readonly InboxStore inbox;
    private readonly ILogger<Lanes> log;
    private int waiting;

    public Lanes(TurnRunner turns, InboxStore inbox, ILogger<Lanes> log) => (this.turns, this.inbox, this.log) = (turns, inbox, log);

    /// <summary>Whether no chat is being handled or waits for it.</summary>
    internal bool Idle => Volatile.Read(ref waiting) == 0;

    /// <summary>How many chats may wait before receiving holds back.</summary>
    internal bool Full => Volatile.Read(ref waiting) > 2_000;

    internal void Add(ChatId chat)
    {
        Interlocked.Increment(ref waiting);
        lanes[(int)((ulong)chat.Value % Count)].Writer.TryWrite(chat);
    }

    protected override Task ExecuteAsync(CancellationToken stopping) =>
        Task.WhenAll(lanes.Select(lane => Work(lane.Reader, stopping)).Append(PickUpNeglected(stopping)));

    private async Task Work(ChannelReader<ChatId> lane, CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            ChatId chat;
            try
            {
                chat = await lane.ReadAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await RunTurn(chat, stopping);
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>A turn that has begun is finished even when the program stops; one that fails does not stop the lane.</summary>
    private async Task RunTurn(ChatId chat, CancellationToken stopping)
    {
        for (var away = TimeSpan.FromMilliseconds(100); ; away = TimeSpan.FromSeconds(Math.Min(5, away.TotalSeconds * 2)))
        {
            try
            {
                if (await turns.Run(chat, CancellationToken.None) is { } rest) _ = AddAfter(chat, rest, stopping);
                return;
            }
            catch (Exception e) when (Database.IsAway(e))
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
