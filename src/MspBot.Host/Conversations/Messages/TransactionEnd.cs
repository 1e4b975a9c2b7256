using MspBot.Data.Postgres;

namespace MspBot.Host.Conversations.Messages;

/// <summary>The one way to end a transaction that says something: it commits, and what it said is sent at once.</summary>
internal sealed class TransactionEnd(DbSession session, Outbox outbox, Messenger messenger)
{
    /// <param name="chat">Whose turn it is: its answers go before everything else that it queued for this chat.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task Commit(ChatId? chat = null, CancellationToken cancel = default)
    {
        if (chat is { } turning) messenger.Turning(turning);
        try
        {
            await session.Commit(cancel);
            messenger.Send(outbox.Own);
        }
        finally
        {
            if (chat is { } turned) messenger.Turned(turned);
        }
        if (outbox.HasOthers) messenger.Wake();
        outbox.Forget();
    }

    /// <summary>Undoes what was not committed, with what it said.</summary>
    internal async Task Undo()
    {
        await session.DisposeAsync();
        outbox.Forget();
    }
}
