using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.Sending;

/// <summary>What stopping has come to.</summary>
/// <param name="Refusal">Null: it is stopped.</param>
/// <param name="Broadcast">As it is then; null: there is none.</param>
public sealed record StopResult(BroadcastRefusal? Refusal, BroadcastDetails? Broadcast);

/// <summary>Stops what is under way.</summary>
public sealed class StopStore(DbSession session, BroadcastReader reader)
{
    /// <param name="id">Which.</param>
    /// <param name="by">Who; null: the clock, or a role that was lost.</param>
    /// <param name="now">The moment.</param>
    public async Task<StopResult> Stop(BroadcastId id, PersonId? by, DateTimeOffset now)
    {
        var state = await session.Find<string?>("select state from broadcast where id = @id for update", new { id });
        if (state is null) return new(BroadcastRefusal.NoSuchBroadcast, null);
        if (state is not (nameof(BroadcastState.Waiting) or nameof(BroadcastState.Sending))) return await Refuse(id, state);
        await OutcomeStore.Copy(session, id, now);
        if (await session.Value<bool>("""
            select not exists (select from broadcast_recipient where broadcast_id = @id and outcome is null)
            """, new { id })) return new(BroadcastRefusal.AllSent, await reader.Find(id));
        await session.Execute("""
            update broadcast set state = 'Stopped', stopped_at = @now, stopped_by = @by, version = version + 1 where id = @id
            """, new { id, by, now });
        await OutcomeStore.Halt(session, id, null, RecipientOutcome.Stopped, now);
        await session.Execute("""
            update broadcast b set done_at = @now
            where b.id = @id and not exists (select from broadcast_recipient r where r.broadcast_id = b.id and r.outcome is null)
            """, new { id, now });
        return new(null, await reader.Find(id));
    }

    /// <summary>What this person writes and is under way.</summary>
    public Task<IReadOnlyList<BroadcastId>> Under(PersonId by) => session.Query<BroadcastId>(
        "select id from broadcast where by_person = @by and state in ('Waiting', 'Sending') order by id", new { by });

    /// <summary>What is under way with the card of a meeting that does not take place.</summary>
    public Task<IReadOnlyList<BroadcastId>> WithCancelledMeetings() => session.Query<BroadcastId>("""
        select b.id
        from broadcast b
        join seminar s on s.id = b.seminar_id and s.state = 'Cancelled'
        where b.state in ('Waiting', 'Sending')
        order by b.id
        """);

    private async Task<StopResult> Refuse(BroadcastId id, string state) => new(
        state == nameof(BroadcastState.Done) ? BroadcastRefusal.AllSent : BroadcastRefusal.ChangedMeanwhile, await reader.Find(id));
}
