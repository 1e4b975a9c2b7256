namespace MspBot.Domain.Broadcasts.After;

/// <summary>What may still be done to what lies in the chats.</summary>
public static class ChangeRules
{
    /// <summary>Null: its words may be written anew, in the chats and in what still waits.</summary>
    public static BroadcastRefusal? Correct(BroadcastState state, DateTimeOffset? doneAt, DateTimeOffset? deletedAt, DateTimeOffset now)
    {
        if (state == BroadcastState.Composed) return BroadcastRefusal.ChangedMeanwhile;
        if (deletedAt is not null) return BroadcastRefusal.Deleted;
        return doneAt is { } done && now > done + BroadcastBounds.Correctable ? BroadcastRefusal.TooLate : null;
    }

    /// <summary>Null: it may be deleted. What is under way is stopped first.</summary>
    public static BroadcastRefusal? Delete(BroadcastState state, DateTimeOffset? doneAt, DateTimeOffset? deletedAt, DateTimeOffset now) =>
        state is BroadcastState.Waiting or BroadcastState.Sending ? BroadcastRefusal.StillGoing : Correct(state, doneAt, deletedAt, now);
}
