using Dapper;
using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>What must be said. A row is taken by lease, so two senders never hold one message; sending is at least once.</summary>
public sealed class OutboxStore(NpgsqlDataSource source)
{
    /// <summary>
    /// No message rests longer in the database and no pause lasts longer there, whatever the messenger asks for: what lies further ahead
    /// was written by a wrong clock. The process that was asked to wait longer knows that itself.
    /// </summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    /// <summary>Numbers for rows still to be written, so that a turn knows them before it commits.</summary>
    public async Task<IReadOnlyList<long>> TakeNumbers(int count, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            "select nextval('outbox_id_seq') from generate_series(1, @count)", new { count }, cancellationToken: cancel))).AsList();
    }

    /// <summary>
    /// Leases what may go now to one messenger's chats, at most <paramref name="max"/> rows and, for notices and bulk, no more than the
    /// pace allows (over all processes; at once half of a second's: what is late on its way arrives beside what follows, and the messenger
    /// counts what arrives). Within a chat the order of one priority is kept.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> Claim(int max, DateTimeOffset now, int owner, Pace pace, CancellationToken cancel)
    {
        await using var session = new DbSession(source);
        var (first, last) = ChatId.AllOf(pace.Messenger);
        // Not what waits behind an earlier message of the same chat, nor what is leased or resting. The «+ 0» keeps the plan to the chat's
        // rows: one made while the table is empty would else go through all that wait, once for each of them. The chats are asked for
        // by what they are not: a range would be taken for a few rows, and all that wait be read and sorted instead of the first.
        var rows = await session.Query<OutboxRow>("""
            with allowance as (
                select greatest(0, floor(extract(epoch from clock_timestamp() + interval '0.5 seconds'
                           - greatest(spent_until, clock_timestamp())) * @perSecond))::int as free
                from pace
                where messenger = @messenger and paused_until <= clock_timestamp()
                for update
            ), late as (
                update outbox o
                set done_at = clock_timestamp(), payload = '', error = 'too late', waiting = false, leased_by = null
                where o.waiting and o.done_at is null and o.not_after <= @now and o.free_at <= clock_timestamp()
            ), due as (
                select o.id, o.priority
                from outbox o
                where o.waiting and o.done_at is null and (o.chat_id < @first or o.chat_id > @last) is not true
                  and o.free_at <= clock_timestamp()
                  and (o.not_before is null or o.not_before <= @now)
                  and (o.not_after is null or o.not_after > @now)
                  and not exists (
                      select 1 from outbox e
                      where e.chat_id = o.chat_id and e.priority + 0 = o.priority and (e.created_at, e.id) < (o.created_at, o.id)
                        and e.waiting and e.done_at is null
                        and (e.not_before is null or e.not_before <= @now) and (e.not_after is null or e.not_after > @now))
                order by o.priority, o.id
                limit least(@max, coalesce((select free from allowance), 0))
                for update skip locked
            ), taken as (
                update outbox o
                set leased_by = @owner, free_at = clock_timestamp() + interval '60 seconds', attempts = attempts + 1
                from due
                where o.id = due.id
                returning o.id, o.chat_id as chat, o.payload, o.replaces, o.replaces_message, o.priority::int, o.attempts::int,
                          o.not_after is not null as perishable
            )
            select * from taken order by priority, id
            """, new { max, now, owner, first, last, messenger = pace.Name, pace.PerSecond }, cancel);
        if (rows.Count > 0) session.Later(SpendSql, pace.Spending(rows.Count));
        await session.Commit(cancel);
        return rows;
    }

    /// <summary>To mark what became of messages.</summary>
    public OutboxMarks Marks() => new(source);

    /// <summary>Whether a row that was read a moment ago is still to be sent: it was not taken back, and it is not too late.</summary>
    public async Task<bool> StillWanted(long id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select 1 from outbox where id = @id and done_at is null and (not_after is null or not_after > @now))",
            new { id, now }, cancellationToken: cancel));
    }

    /// <summary>Puts a row back for later, ten minutes at most: the messenger asked us to wait, or could not be reached.</summary>
    public async Task PutBack(long id, TimeSpan pause, string error, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("""
            update outbox
            set free_at = clock_timestamp() + @pause, waiting = true, leased_by = null, error = @error
            where id = @id and done_at is null
            """, new { id, pause = AtMost(pause), error }, cancellationToken: cancel));
    }

    /// <summary>
    /// Also puts an answer back if an earlier one of its chat was put back and still waits, so that the same sender sends both in order.
    /// </summary>
    /// <returns>Whether it did; if not, it may go.</returns>
    public async Task<bool> PutBehind(long id, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteAsync(new CommandDefinition("""
            update outbox o
            set waiting = true, leased_by = null
            where o.id = @id and o.done_at is null and exists (
                select from outbox e
                where e.chat_id = o.chat_id and e.priority = o.priority and e.waiting and e.done_at is null
                  and (e.created_at, e.id) < (o.created_at, o.id))
            """, new { id }, cancellationToken: cancel)) > 0;
    }

    /// <summary>The messenger asked us to wait: all processes do, ten minutes at most. Answers count as well.</summary>
    public async Task Pause(Pace pace, TimeSpan pause, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            "update pace set paused_until = greatest(paused_until, clock_timestamp() + @pause) where messenger = @messenger",
            new { pause = AtMost(pause), messenger = pace.Name }, cancellationToken: cancel));
    }

    /// <summary>
    /// Corrects rows written while the clock was ahead, so that no moment lies further ahead than it can. Resting messages may go, and
    /// messages being sent are leased again. Not part of <see cref="Claim"/>, which is run too often for that.
    /// </summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> PullBack(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteAsync(new CommandDefinition("""
            update pace
            set spent_until  = least(spent_until, clock_timestamp()),
                paused_until = case when paused_until > clock_timestamp() + @LongestRest then clock_timestamp() else paused_until end
            where spent_until > clock_timestamp() + interval '2 seconds' or paused_until > clock_timestamp() + @LongestRest;
            update outbox
            set free_at = clock_timestamp() + case when leased_by is null then interval '0' else interval '60 seconds' end
            where waiting and done_at is null and free_at > clock_timestamp() + @LongestRest
            """, new { LongestRest }, cancellationToken: cancel)) > 0;
    }

    /// <summary>The messenger's reference of the message that an earlier row became; null if it never became one.</summary>
    public async Task<string?> MessageOf(long row, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select message_id from outbox where id = @row", new { row }, cancellationToken: cancel));
    }

    /// <summary>
    /// Whether something was written over a message, or will be, after <paramref name="row"/> was put: then that is what it says.
    /// </summary>
    public async Task<bool> IsOvertaken(long row, ChatId chat, string message, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("""
            with me as (
                select id, created_at, replaces from outbox where id = @row
            )
            select exists (
                select from outbox e, me
                where e.chat_id = @chat and e.replaces_message = @message
                  and (e.created_at, e.id) > (me.created_at, me.id) and (e.done_at is null or e.error is null))
            or exists (
                select from outbox e
                join me on (e.created_at, e.id) > (me.created_at, me.id)
                join outbox shown on shown.id = e.replaces
                where e.chat_id = @chat and e.replaces is not null and (shown.id = me.replaces or shown.message_id = @message)
                  and (e.done_at is null or e.error is null))
            """, new { row, chat, message }, cancellationToken: cancel));
    }

    /// <summary>Nothing more is tried for a chat that the bot cannot reach.</summary>
    public async Task GiveUp(ChatId chat, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("""
            update outbox
            set done_at = clock_timestamp(), payload = '', error = @error, waiting = false, leased_by = null,
                chat_id = case when forget then 0 else chat_id end
            where chat_id = @chat and waiting and done_at is null
            """, new { chat, error = SendResult.Unreachable }, cancellationToken: cancel));
    }

    /// <summary>
    /// Deletes messages finished (sent or given up) longer ago than <paramref name="olderThan"/>; keys that guard against repeats stay as
    /// long. Messages to a chat without a registered person (a stranger, or a person erased while a message was under way) stay no longer
    /// than <paramref name="ofStrangers"/>, unless a form is open there.
    /// </summary>
    public async Task Purge(TimeSpan olderThan, TimeSpan ofStrangers, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("""
            delete from outbox o
            where o.done_at < clock_timestamp() - @olderThan
               or (o.done_at < clock_timestamp() - @ofStrangers and o.chat_id > 0
                   and not exists (select from person p where p.chat_id = o.chat_id)
                   and not exists (select from dialog d where d.chat_id = o.chat_id))
            """, new { olderThan, ofStrangers }, cancellationToken: cancel));
    }

    internal const string SpendSql = """
        update pace
        set spent_until = least(clock_timestamp() + interval '2 seconds', greatest(spent_until, clock_timestamp()) + $1)
        where messenger = $2
        """;

    private static TimeSpan AtMost(TimeSpan rest) => rest < LongestRest ? rest : LongestRest;
}
