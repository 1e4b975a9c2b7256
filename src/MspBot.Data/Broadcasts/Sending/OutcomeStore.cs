using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.Sending;

/// <summary>A broadcast under way, and how many of its recipients have had an outcome since the last look.</summary>
public readonly record struct BroadcastStep(BroadcastId Id, bool Begun, int Known, bool Ended);

/// <summary>Whoever wrote it, as they are now.</summary>
public sealed record BroadcastWriter(ChatId Chat, PersonId Person, IReadOnlyList<Role> Roles);

/// <summary>
/// What became of each recipient: copied from the rows of the outbox, which are purged later. Locks the broadcast, then recipients by
/// number, then rows of the outbox, of which it skips what another holds.
/// </summary>
public sealed class OutcomeStore(DbSession session)
{
    /// <summary>Those that are to begin, are under way, or were stopped while some were on their way; changes nothing.</summary>
    public Task<IReadOnlyList<BroadcastId>> Going(DateTimeOffset now) => session.Query<BroadcastId>("""
        select id from broadcast
        where (state in ('Waiting', 'Sending') or (state = 'Stopped' and done_at is null))
          and (starts_at <= @now or state = 'Stopped')
        order by starts_at, id
        """, new { now });

    /// <summary>One look at one of them; null: another machine is at it, or it is over.</summary>
    /// <param name="id">Which.</param>
    /// <param name="now">The moment.</param>
    /// <param name="quietUntil">What has not gone by now waits until then; null: it is day.</param>
    public async Task<BroadcastStep?> Step(BroadcastId id, DateTimeOffset now, DateTimeOffset? quietUntil)
    {
        var state = await session.Find<string?>("""
            select state from broadcast
            where id = @id and (state in ('Waiting', 'Sending') or (state = 'Stopped' and done_at is null))
            for update skip locked
            """, new { id });
        if (state is null) return null;
        var begun = state == nameof(BroadcastState.Waiting) && await session.Execute(
            "update broadcast set state = 'Sending' where id = @id and starts_at <= @now", new { id, now }) > 0;
        if (state == nameof(BroadcastState.Stopped)) await Halt(session, id, null, RecipientOutcome.Stopped, now);
        else if (quietUntil is { } morning) await Rest(id, now, morning);
        var known = await Copy(session, id, now);
        var ended = (begun || state != nameof(BroadcastState.Waiting)) && await session.Execute("""
            update broadcast
            set done_at = @now, state = case when state = 'Stopped' then state else 'Done' end
            where id = @id and not exists (select from broadcast_recipient r where r.broadcast_id = @id and r.outcome is null)
            """, new { id, now }) > 0;
        return new(id, begun, known, ended);
    }

    /// <summary>It was held up until night: what is left goes in the morning. What is too late already stays so.</summary>
    private Task<int> Rest(BroadcastId id, DateTimeOffset now, DateTimeOffset morning) => session.Execute("""
        with open as (
            select person_id from broadcast_recipient where broadcast_id = @id and outcome is null order by person_id for update
        ), waiting as (
            select o.id
            from open w
            join outbox o on o.dedup = 'broadcast:' || @id || ':' || w.person_id
            where o.done_at is null and (o.leased_by is null or o.free_at <= clock_timestamp()) and o.not_before < @morning
              and o.not_after > @now
            order by o.id
            for update of o skip locked
        )
        update outbox o
        set not_before = @morning, not_after = @until, waiting = true, leased_by = null
        from waiting w
        where o.id = w.id
        """, new { id, now, morning, until = morning + BroadcastBounds.Longest });

    /// <summary>Who is told how it ended; null: they cannot be reached, or are erased.</summary>
    public async Task<BroadcastWriter?> Writer(BroadcastId id) => await session.Find<WriterRow>("""
        select p.id, p.chat_id, array(select r.role from person_role r where r.person_id = p.id) as roles
        from broadcast b
        join person p on p.id = b.by_person and p.reachable and p.chat_id is not null
        where b.id = @id
        """, new { id }) is { } row ? new(row.ChatId, row.Id, [.. row.Roles.Select(Enum.Parse<Role>)]) : null;

    /// <summary>How many have had an outcome by it. The sender notes real moments; here they are the site's.</summary>
    internal static Task<int> Copy(DbSession session, BroadcastId id, DateTimeOffset now) => session.Execute("""
        with known as (
            select r.person_id, o.id as row, o.done_at, o.error, o.message_id, b.state, not p.broadcasts or p.erased_at is not null as off
            from broadcast_recipient r
            join broadcast b on b.id = r.broadcast_id
            join person p on p.id = r.person_id
            left join outbox o on o.dedup = 'broadcast:' || r.broadcast_id || ':' || r.person_id
            where r.broadcast_id = @id and r.outcome is null and (o.id is null or o.done_at is not null)
            order by r.person_id
            for update of r
        )
        update broadcast_recipient r
        set outcome = w.outcome, reason = case when w.outcome = 'Failed' then w.reason end, at = w.at,
            message = case when w.outcome = 'Sent' then w.message_id end
        from (
            select k.person_id, k.message_id, coalesce(@now - (clock_timestamp() - k.done_at), @now) as at,
                   case when k.row is null then case when k.off then 'OptedOut' else 'Failed' end
                        when k.error is null then 'Sent'
                        when k.error = @Unreachable then 'Blocked'
                        when k.error <> 'too late' then 'Failed'
                        when k.off then 'OptedOut'
                        when k.state = 'Stopped' then 'Stopped'
                        else 'Failed' end as outcome,
                   case when k.row is null or k.error = 'maybe sent' then 'Unknown'
                        when k.error = 'too late' then 'NotInTime'
                        else 'Refused' end as reason
            from known k
        ) w
        where r.broadcast_id = @id and r.person_id = w.person_id
        """, new { id, now, SendResult.Unreachable });

    /// <summary>
    /// What waits is not sent any more, and has this outcome. What a sender has taken becomes too late: it is looked at once more right
    /// before it goes, and what became of it is known a moment later. Rows that another holds are left for the next look.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="id">Which broadcast; null: all.</param>
    /// <param name="person">Which recipient; null: all.</param>
    /// <param name="outcome">What they have from now on.</param>
    /// <param name="now">The moment.</param>
    internal static Task<int> Halt(DbSession session, BroadcastId? id, PersonId? person, RecipientOutcome outcome, DateTimeOffset now) =>
        session.Value<int>($"""
            with open as (
                select r.broadcast_id, r.person_id
                from broadcast_recipient r
                where {(id is null ? "r.person_id = @person" : "r.broadcast_id = @id")} and r.outcome is null
                order by r.broadcast_id, r.person_id
                for update
            ), waiting as (
                select w.broadcast_id, w.person_id, o.id, o.leased_by is not null and o.free_at > clock_timestamp() as taken
                from open w
                join outbox o on o.dedup = 'broadcast:' || w.broadcast_id || ':' || w.person_id
                where o.done_at is null
                order by o.id
                for update of o skip locked
            ), halted as (
                update outbox o
                set not_after = least(o.not_after, @now),
                    done_at = case when w.taken then null else clock_timestamp() end,
                    waiting = w.taken, leased_by = case when w.taken then o.leased_by end,
                    payload = case when w.taken then o.payload else '' end,
                    error = case when w.taken then o.error else 'too late' end
                from waiting w
                where o.id = w.id
                returning w.broadcast_id, w.person_id, w.taken
            ), noted as (
                update broadcast_recipient r
                set outcome = @outcome, at = @now
                from halted h
                where not h.taken and r.broadcast_id = h.broadcast_id and r.person_id = h.person_id
            )
            select count(*)::int from halted where not taken
            """, new { id, person, outcome = outcome.ToString(), now });

    private sealed record WriterRow
    {
        public PersonId Id { get; init; }

        public ChatId ChatId { get; init; }

        public string[] Roles { get; init; } = [];
    }
}
