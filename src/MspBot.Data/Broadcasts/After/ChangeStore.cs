using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.After;

namespace MspBot.Data.Broadcasts.After;

/// <summary>A broadcast held for a deed.</summary>
/// <param name="Refusal">Null: it may be done.</param>
/// <param name="Broadcast">As it stands; null: there is none.</param>
public sealed record HeldBroadcast(BroadcastRefusal? Refusal, BroadcastDetails? Broadcast);

/// <summary>How far a deletion is.</summary>
/// <param name="Deleted">Gone from so many chats.</param>
/// <param name="Kept">The messenger did not let it go.</param>
/// <param name="Open">Not known yet.</param>
public readonly record struct DeletionCount(int Deleted, int Kept, int Open);

/// <summary>
/// Corrects and deletes what was sent. Locks the broadcast, then recipients by number, then rows of the outbox, of which it skips what a
/// sender holds: those may still see earlier words, and are looked after by <see cref="Late"/>.
/// </summary>
public sealed class ChangeStore(DbSession session, BroadcastReader reader)
{
    /// <summary>So long after a change it is still looked for people who may have missed it.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(4);

    public Task<HeldBroadcast> HoldToCorrect(BroadcastId id, int version, DateTimeOffset now) =>
        Hold(id, version, one => ChangeRules.Correct(one.State, one.DoneAt, one.DeletedAt, now));

    public Task<HeldBroadcast> HoldToDelete(BroadcastId id, int version, DateTimeOffset now) =>
        Hold(id, version, one => ChangeRules.Delete(one.State, one.DoneAt, one.DeletedAt, now));

    /// <summary>The new words, in the chats and in what still waits.</summary>
    /// <param name="broadcast">Held by <see cref="HoldToCorrect"/> in this transaction.</param>
    /// <param name="words">What it says from now on.</param>
    /// <param name="payload">The same as recipients see it, as JSON.</param>
    /// <returns>In how many chats it is written anew.</returns>
    public async Task<int> Correct(BroadcastDetails broadcast, string words, string payload)
    {
        var args = new { id = broadcast.Id, words, payload, nr = broadcast.WordsVersion + 1 };
        await session.Execute("""
            update broadcast set words = @words, words_version = @nr, version = version + 1 where id = @id
            """, args);
        // What a sender has leased may leave as it was read: it is written anew as well, in case it is put back, and counts as not seen.
        await session.Execute("""
            with open as (
                select person_id from broadcast_recipient where broadcast_id = @id and outcome is null order by person_id for update
            ), waiting as (
                select w.person_id, o.id, o.leased_by is not null as taken
                from open w
                join outbox o on o.dedup = 'broadcast:' || @id || ':' || w.person_id
                where o.done_at is null
                order by o.id
                for update of o skip locked
            ), written as (
                update outbox o set payload = @payload from waiting w where o.id = w.id returning w.person_id, w.taken
            )
            update broadcast_recipient r
            set words_version = @nr
            from written w
            where not w.taken and r.broadcast_id = @id and r.person_id = w.person_id
            """, args);
        return await Overwrite(broadcast.Id, args.nr, payload);
    }

    /// <summary>It is to go from the chats.</summary>
    /// <param name="broadcast">Held by <see cref="HoldToDelete"/> in this transaction.</param>
    /// <param name="payload">The deletion, as JSON.</param>
    /// <param name="now">The turn's moment.</param>
    /// <returns>From how many.</returns>
    public async Task<int> Delete(BroadcastDetails broadcast, string payload, DateTimeOffset now)
    {
        await session.Execute("update broadcast set deleted_at = @now, version = version + 1 where id = @id",
            new { id = broadcast.Id, now });
        return await TakeBack(broadcast.Id, payload);
    }

    /// <summary>Corrected while they were on their way to somebody who may have got the words before; changes nothing.</summary>
    public Task<IReadOnlyList<BroadcastId>> Late(DateTimeOffset now) => session.Query<BroadcastId>("""
        select b.id
        from broadcast b
        where b.words_version > 1 and b.deleted_at is null and b.starts_at > @since
          and exists (select from broadcast_recipient r where r.broadcast_id = b.id and r.outcome = 'Sent' and r.message is not null
                      and r.words_version < b.words_version)
        order by b.id
        """, new { since = now - LookBack });

    /// <summary>Null: another machine is at it, or it was deleted meanwhile.</summary>
    public async Task<BroadcastDetails?> Hold(BroadcastId id) => (await session.Query<int>(
        "select 1 from broadcast where id = @id for update skip locked", new { id })).Count == 0 ? null : await reader.Find(id);

    /// <summary>Who has earlier words before them gets these.</summary>
    public Task<int> Overwrite(BroadcastId id, int nr, string payload) => session.Execute("""
        with seen as (
            select r.person_id, r.message, p.chat_id
            from broadcast_recipient r
            join person p on p.id = r.person_id
            where r.broadcast_id = @id and r.outcome = 'Sent' and r.message is not null and not r.deleted and r.words_version < @nr
            order by r.person_id
            for update of r
        ), put as (
            insert into outbox (chat_id, payload, priority, dedup, replaces_message)
            select chat_id, @payload, 2, 'broadcast-corrected:' || @id || ':' || @nr || ':' || person_id, message
            from seen
            where chat_id is not null
            on conflict (dedup) where dedup is not null do nothing
        )
        update broadcast_recipient r set words_version = @nr from seen s where r.broadcast_id = @id and r.person_id = s.person_id
        """, new { id, nr, payload });

    /// <summary>
    /// Deleted, and its writer was not told yet what came of it, or cannot be told and something is left to be noted; changes nothing.
    /// </summary>
    public Task<IReadOnlyList<BroadcastId>> Deleting(DateTimeOffset now) => session.Query<BroadcastId>("""
        select b.id
        from broadcast b
        join person w on w.id = b.by_person
        where b.deleted_at > @since and b.done_at is not null
          and not exists (select from outbox where dedup = 'broadcast-deleted:' || b.id)
          and (w.reachable and w.chat_id is not null or exists (
              select from broadcast_recipient r
              left join outbox o on o.dedup = 'broadcast-delete:' || r.broadcast_id || ':' || r.person_id
              join person p on p.id = r.person_id
              where r.broadcast_id = b.id and r.outcome = 'Sent' and not r.deleted
                and case when o.id is null then r.message is not null and p.chat_id is not null
                         else o.done_at is not null and o.error is null end))
        order by b.id
        """, new { since = now - LookBack });

    /// <summary>Who got it meanwhile loses it as well. Safe to run twice.</summary>
    public Task<int> TakeBack(BroadcastId id, string payload) => session.Execute("""
        insert into outbox (chat_id, payload, priority, dedup, replaces_message)
        select p.chat_id, @payload, 2, 'broadcast-delete:' || r.broadcast_id || ':' || r.person_id, r.message
        from broadcast_recipient r
        join person p on p.id = r.person_id and p.chat_id is not null
        where r.broadcast_id = @id and r.outcome = 'Sent' and r.message is not null and not r.deleted
          and not exists (select from outbox o where o.dedup = 'broadcast-delete:' || r.broadcast_id || ':' || r.person_id)
        order by r.person_id
        on conflict (dedup) where dedup is not null do nothing
        """, new { id, payload });

    /// <summary>Notes from which chats it has gone: also where the person had deleted it themselves.</summary>
    public async Task<DeletionCount> Count(BroadcastId id)
    {
        await session.Execute("""
            with gone as (
                select r.person_id
                from broadcast_recipient r
                join outbox o on o.dedup = 'broadcast-delete:' || r.broadcast_id || ':' || r.person_id
                where r.broadcast_id = @id and r.outcome = 'Sent' and not r.deleted and o.done_at is not null and o.error is null
                order by r.person_id
                for update of r
            )
            update broadcast_recipient r set deleted = true from gone g where r.broadcast_id = @id and r.person_id = g.person_id
            """, new { id });
        return await session.Find<DeletionCount>("""
            select count(*) filter (where r.deleted)::int as deleted,
                   count(*) filter (where not r.deleted and (o.id is null or o.done_at is not null))::int as kept,
                   count(*) filter (where not r.deleted and o.done_at is null and o.id is not null)::int as open
            from broadcast_recipient r
            left join outbox o on o.dedup = 'broadcast-delete:' || r.broadcast_id || ':' || r.person_id
            where r.broadcast_id = @id and r.outcome = 'Sent'
            """, new { id });
    }

    private async Task<HeldBroadcast> Hold(BroadcastId id, int version, Func<BroadcastDetails, BroadcastRefusal?> may)
    {
        await session.Query<int>("select 1 from broadcast where id = @id for update", new { id });
        return await reader.Find(id) switch
        {
            null => new(BroadcastRefusal.NoSuchBroadcast, null),
            var one when one.Version != version => new(BroadcastRefusal.ChangedMeanwhile, one),
            var one => new(may(one), one),
        };
    }
}
