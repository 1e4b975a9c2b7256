using MspBot.Data.Postgres;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>What a turn begins with: the update to handle, who speaks, and where their dialog stands.</summary>
/// <param name="Seq">Our number of the update.</param>
/// <param name="Update">Its key.</param>
/// <param name="Input">What the person did, as JSON.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="RetryIn">How long it rests still.</param>
/// <param name="AnswersWait">An answer of this chat was put back: what is said now goes after it.</param>
/// <param name="Person">Who speaks.</param>
/// <param name="IsReachable">False for somebody to whom a message could not be brought since they last wrote.</param>
/// <param name="Roles">Theirs.</param>
/// <param name="Dialog">The dialog that is open.</param>
public sealed record TurnStart(
    long Seq, string Update, string Input, int Attempts, TimeSpan RetryIn, bool AnswersWait, PersonId? Person, bool IsReachable,
    IReadOnlyList<Role> Roles,
    DialogRow? Dialog);

/// <summary>
/// A dialog as stored. <paramref name="Message"/>: the messenger's reference of the message that shows the question, once known.
/// </summary>
public sealed record DialogRow(long Id, string Flow, int Revision, string Body, long? ShownIn, string? Message, DateTimeOffset TouchedAt);

/// <summary>Opens and closes the turn of one chat.</summary>
public sealed class TurnStore(DbSession session, DatabaseIdentity database)
{
    /// <summary>
    /// Waits for the chat's lock (held until the end of the transaction, over all processes) and takes the oldest update
    /// that is not handled; null when there is none. One round trip.
    /// </summary>
    /// <exception cref="DatabaseExchangedException">The inbox is not the one that the program started on.</exception>
    public async Task<TurnStart?> Begin(ChatId chat, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(await session.Open(cancel));
        Add(batch, "select pg_advisory_xact_lock($1)", chat);
        // A statement of its own, so that it sees what the lock was waited for.
        Add(batch, """
            select i.seq, i.input, i.attempts, greatest(i.retry_at - clock_timestamp(), interval '0'),
                   p.id, array(select r.role from person_role r where r.person_id = p.id),
                   d.id, d.flow, d.revision, d.body, d.shown_in, coalesce(o.message_id, o.replaces_message), d.touched_at,
                   i.update_key,
                   exists (select from outbox w where w.chat_id = $1 and w.waiting and w.done_at is null and w.priority + 0 = 0),
                   i.tableoid::bigint, coalesce(p.reachable, true)
            from inbox i
            left join person p on p.chat_id = $1
            left join dialog d on d.chat_id = $1 and d.state = 'Active'
            left join outbox o on o.id = d.shown_in
            where i.chat_id = $1 and i.done_at is null
            order by i.seq
            limit 1
            """, chat);

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        if (!database.Is(reader.GetInt64(15))) throw new DatabaseExchangedException();
        var seq = reader.GetInt64(0);
        var input = reader.IsDBNull(1) ? "" : reader.GetString(1);
        var attempts = reader.GetInt16(2);
        var retryIn = reader.IsDBNull(3) ? TimeSpan.Zero : reader.GetTimeSpan(3);
        PersonId? person = reader.IsDBNull(4) ? null : new PersonId(reader.GetInt64(4));
        Role[] roles = person is null ? [] : [.. reader.GetFieldValue<string[]>(5).Select(Enum.Parse<Role>)];
        var dialog = reader.IsDBNull(6) ? null : new DialogRow(
            reader.GetInt64(6), reader.GetString(7), reader.GetInt32(8), reader.GetString(9),
            reader.IsDBNull(10) ? null : reader.GetInt64(10), reader.IsDBNull(11) ? null : reader.GetString(11),
            new(reader.GetDateTime(12), TimeSpan.Zero));
        return new(seq, reader.GetString(13), input, attempts, retryIn, reader.GetBoolean(14), person, reader.GetBoolean(16), roles,
            dialog);
    }

    /// <summary>Whether an update is handled, once every turn of its chat that began earlier has ended.</summary>
    public async Task<bool> IsHandled(ChatId chat, long seq, CancellationToken cancel)
    {
        await session.Execute("select pg_advisory_xact_lock(@chat)", new { chat }, cancel);
        return await session.Value<bool>("select exists (select from inbox where chat_id = @chat and seq = @seq and done_at is not null)",
            new { chat, seq }, cancel);
    }

    /// <summary>Who speaks, read anew: after a registration, a role given, an erasure.</summary>
    public async Task<(PersonId? Person, IReadOnlyList<Role> Roles)> Speaker(ChatId chat, CancellationToken cancel = default)
    {
        var id = await session.Find<long?>("select id from person where chat_id = @chat", new { chat }, cancel);
        if (id is null) return (null, []);
        var roles = await session.Query<string>("select role from person_role where person_id = @id", new { id }, cancel);
        return (new PersonId(id.Value), [.. roles.Select(Enum.Parse<Role>)]);
    }

    /// <summary>Marks the update handled and forgets what was in it; travels with the commit.</summary>
    public void Finish(ChatId chat, long seq) => session.Later(
        "update inbox set done_at = clock_timestamp(), input = null where chat_id = $1 and seq = $2 and done_at is null",
        new NpgsqlParameter<long> { TypedValue = chat.Value }, new NpgsqlParameter<long> { TypedValue = seq });

    /// <summary>
    /// Takes the chat's number out of what was handled, and later out of what is still to be said to it. The numbers of updates stay,
    /// by which one that comes again is known. Travels with the commit; call it after <see cref="Finish"/> and after all that is said.
    /// </summary>
    public void ForgetChat(ChatId chat)
    {
        // A press has the account's number in its own.
        session.Later("update inbox set chat_id = 0, press = null where chat_id = $1 and done_at is not null",
            new NpgsqlParameter<long> { TypedValue = chat.Value });
        session.Later("update outbox set forget = true where chat_id = $1 and done_at is null",
            new NpgsqlParameter<long> { TypedValue = chat.Value });
    }

    private static void Add(NpgsqlBatch batch, string sql, ChatId chat) =>
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<long> { TypedValue = chat.Value } } });
}
