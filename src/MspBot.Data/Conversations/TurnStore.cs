using MspBot.Data.Postgres;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>What a turn begins with: the update to handle, who speaks, and where their talk stands.</summary>
public sealed record TurnStart(long Seq, string Input, int Attempts, TimeSpan RetryIn, PersonId? Person, IReadOnlyList<Role> Roles, DialogRow? Dialog);

/// <summary>A talk as stored. <paramref name="Message"/>: the messenger's number of the message that shows the question, once known.</summary>
public sealed record DialogRow(long Id, string Flow, int Revision, string Body, long? ShownIn, long? Message, DateTimeOffset TouchedAt);

/// <summary>Opens and closes the turn of one chat.</summary>
public sealed class TurnStore(DbSession session)
{
    /// <summary>
    /// Waits for the chat's lock (held until the end of the transaction, over all processes) and takes the oldest update
    /// that is not handled; null when there is none. One round trip.
    /// </summary>
    public async Task<TurnStart?> Begin(long chat, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(await session.Open(cancel));
        Add(batch, "select pg_advisory_xact_lock($1)", chat);
        Add(batch, """
            select seq, input, attempts, greatest(retry_at - clock_timestamp(), interval '0')
            from inbox
            where chat_id = $1 and done_at is null
            order by seq
            limit 1
            """, chat);
        Add(batch, """
            select p.id, array(select r.role from person_role r where r.person_id = p.id)
            from person p
            where p.telegram_id = $1
            """, chat);
        Add(batch, """
            select d.id, d.flow, d.revision, d.body, d.shown_in, coalesce(o.message_id, o.replaces_message), d.touched_at
            from dialog d
            left join outbox o on o.id = d.shown_in
            where d.chat_id = $1 and d.state = 'Active'
            """, chat);

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var seq = reader.GetInt64(0);
        var input = reader.IsDBNull(1) ? "" : reader.GetString(1);
        var attempts = reader.GetInt16(2);
        var retryIn = reader.IsDBNull(3) ? TimeSpan.Zero : reader.GetTimeSpan(3);

        await reader.NextResultAsync(cancel);
        PersonId? person = null;
        Role[] roles = [];
        if (await reader.ReadAsync(cancel))
        {
            person = new PersonId(reader.GetInt64(0));
            roles = [.. reader.GetFieldValue<string[]>(1).Select(Enum.Parse<Role>)];
        }

        await reader.NextResultAsync(cancel);
        var dialog = await reader.ReadAsync(cancel)
            ? new DialogRow(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.IsDBNull(5) ? null : reader.GetInt64(5),
                new(reader.GetDateTime(6), TimeSpan.Zero))
            : null;
        return new(seq, input, attempts, retryIn, person, roles, dialog);
    }

    /// <summary>Who speaks, read anew: after a registration, a role given, an erasure.</summary>
    public async Task<(PersonId? Person, IReadOnlyList<Role> Roles)> Speaker(long chat, CancellationToken cancel = default)
    {
        var id = await session.Find<long?>("select id from person where telegram_id = @chat", new { chat }, cancel);
        if (id is null) return (null, []);
        var roles = await session.Query<string>("select role from person_role where person_id = @id", new { id }, cancel);
        return (new PersonId(id.Value), [.. roles.Select(Enum.Parse<Role>)]);
    }

    /// <summary>Marks the update handled and forgets what was in it; travels with the commit.</summary>
    public void Finish(long seq) =>
        session.Later("update inbox set done_at = clock_timestamp(), input = null where seq = $1", new NpgsqlParameter<long> { TypedValue = seq });

    private static void Add(NpgsqlBatch batch, string sql, long chat) =>
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<long> { TypedValue = chat } } });
}
