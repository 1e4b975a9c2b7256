using MspBot.Data.People;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Notices;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.Sending;

/// <summary>What a recipient does: turns broadcasts off and on, says that they have read one.</summary>
public sealed class ReceivedStore(DbSession session, PersonStore people)
{
    /// <summary>Whether they want broadcasts; null: there is no such person.</summary>
    public Task<bool?> Wants(PersonId person) =>
        session.Find<bool?>("select broadcasts from person where id = @person and erased_at is null", new { person });

    /// <summary>
    /// Turns broadcasts off, and news of topics with them. What is under way to them does not arrive any more, and counts as not wanted.
    /// Safe to run twice.
    /// </summary>
    public async Task TurnOff(PersonId person, DateTimeOffset now)
    {
        await people.SetBroadcasts(person, false);
        await OutcomeStore.Halt(session, null, person, RecipientOutcome.OptedOut, now);
        await session.Execute("""
            delete from outbox o
            using person p
            where p.id = @person and o.chat_id = p.chat_id and o.waiting and o.done_at is null and starts_with(o.dedup, @topics)
            """, new { person, topics = NoticeKey.TopicNewsPrefix(person) });
    }

    public Task TurnOn(PersonId person) => people.SetBroadcasts(person, true);

    /// <summary>They are about to be erased, and their messages with them: what became of these is noted first.</summary>
    public async Task Settle(PersonId person, DateTimeOffset now)
    {
        foreach (var id in await session.Query<BroadcastId>("""
            select broadcast_id from broadcast_recipient where person_id = @person and outcome is null order by broadcast_id
            """, new { person }))
            await OutcomeStore.Copy(session, id, now);
    }

    /// <summary>They are erased: what is under way to them is theirs no more.</summary>
    public async Task Forget(PersonId person, DateTimeOffset now)
    {
        await session.Query<int>("""
            select 1 from broadcast_recipient where person_id = @person and outcome is null order by broadcast_id for update
            """, new { person });
        await session.Execute("""
            delete from outbox o
            using broadcast_recipient r
            where r.person_id = @person and r.outcome is null and o.done_at is null
              and o.dedup = 'broadcast:' || r.broadcast_id || ':' || r.person_id
            """, new { person });
        await session.Execute("""
            update broadcast_recipient set outcome = 'OptedOut', at = @now where person_id = @person and outcome is null
            """, new { person, now });
        await session.Execute("delete from broadcast_right where person_id = @person", new { person });
    }

    /// <summary>«Ознакомлен(а)», once.</summary>
    /// <returns>When; null: this broadcast asks nothing of them.</returns>
    public Task<DateTimeOffset?> Acknowledge(BroadcastId id, PersonId person, DateTimeOffset now) => session.Find<DateTimeOffset?>("""
        update broadcast_recipient r
        set acknowledged_at = coalesce(r.acknowledged_at, @now)
        from broadcast b
        where r.broadcast_id = @id and r.person_id = @person and b.id = r.broadcast_id and b.acknowledge
        returning r.acknowledged_at
        """, new { id, person, now });

    public Task<bool> Is(BroadcastId id, PersonId person) => session.Value<bool>(
        "select exists (select from broadcast_recipient where broadcast_id = @id and person_id = @person)", new { id, person });
}
