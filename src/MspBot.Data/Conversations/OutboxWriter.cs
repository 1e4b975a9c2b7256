using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Data.Conversations;

/// <summary>Puts messages into the outbox, and takes them back, inside the transaction of whatever they tell of.</summary>
public static class OutboxWriter
{
    /// <summary>
    /// Adds a row to the session's transaction. With <paramref name="owner"/> it is born leased: its process sends it right after the
    /// commit.
    /// </summary>
    public static void Put(DbSession session, OutboxRow row, DateTimeOffset? notBefore, int? owner, string? shows)
    {
        session.Later(row.Id == 0 ? InsertAnew : Insert,
            [
                .. row.Id == 0 ? ReadOnlySpan<NpgsqlParameter>.Empty : [new NpgsqlParameter<long> { TypedValue = row.Id }],
                new NpgsqlParameter<long> { TypedValue = row.Chat.Value },
                new NpgsqlParameter<string> { TypedValue = row.Payload },
                Long(row.Replaces),
                Text(row.ReplacesMessage),
                new NpgsqlParameter<short> { TypedValue = (short)row.Priority },
                Moment(notBefore),
                new NpgsqlParameter { Value = owner ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
                Text(shows),
            ]);
    }

    /// <summary>Adds notices to the session's transaction in one statement; one whose key is there already is left out.</summary>
    public static void Put(DbSession session, IReadOnlyList<NoticeRow> notices)
    {
        if (notices.Count == 0) return;
        session.Later("""
            insert into outbox (chat_id, payload, priority, dedup, not_before, not_after, shows)
            select c, t, p, d, b, a, s
            from unnest($1, $2, $3, $4, $5, $6, $7) with ordinality as n(c, t, p, d, b, a, s, nr)
            order by nr
            on conflict (dedup) where dedup is not null do nothing
            """,
            Array(notices.Select(n => n.Chat.Value), NpgsqlDbType.Bigint),
            Array(notices.Select(n => n.Payload), NpgsqlDbType.Text),
            Array(notices.Select(n => (short)n.Priority), NpgsqlDbType.Smallint),
            Array(notices.Select(n => n.Key?.Value), NpgsqlDbType.Text),
            Array(notices.Select(n => n.NotBefore?.UtcDateTime), NpgsqlDbType.TimestampTz),
            Array(notices.Select(n => n.NotAfter?.UtcDateTime), NpgsqlDbType.TimestampTz),
            Array(notices.Select(n => n.Shows), NpgsqlDbType.Text));
    }

    /// <summary>Takes back what waits under these keys and is not sent yet: it has become wrong.</summary>
    public static void Withdraw(DbSession session, params IReadOnlyList<NoticeKey> keys) => session.Later(
        "delete from outbox where dedup = any($1) and waiting and done_at is null",
        Array(keys.Select(key => key.Value), NpgsqlDbType.Text));

    /// <summary>What waits under this key and is not sent yet goes out at another time.</summary>
    public static void Reschedule(DbSession session, NoticeKey key, DateTimeOffset? notBefore, DateTimeOffset? notAfter) => session.Later(
        "update outbox set not_before = $2, not_after = $3 where dedup = $1 and waiting and done_at is null",
        new NpgsqlParameter<string> { TypedValue = key.Value }, Moment(notBefore), Moment(notAfter));

    /// <summary>Edits of a card that still wait for a chat say this instead: they were drawn before what the transaction did.</summary>
    public static void Rewrite(DbSession session, ChatId chat, string shows, string payload) => session.Later(
        """
        update outbox set payload = $3
        where chat_id = $1 and shows = $2 and waiting and done_at is null and (replaces is not null or replaces_message is not null)
        """,
        new NpgsqlParameter<long> { TypedValue = chat.Value }, new NpgsqlParameter<string> { TypedValue = shows },
        new NpgsqlParameter<string> { TypedValue = payload });

    /// <summary>
    /// Whatever waits for a chat to show a card says this instead: somebody was erased whom it names. What this transaction tells stays as
    /// it was told.
    /// </summary>
    public static void RewriteNameless(DbSession session, ChatId chat, string shows, string payload) => session.Later(
        """
        update outbox set payload = $3
        where chat_id = $1 and shows = $2 and waiting and done_at is null
          and (created_at < transaction_timestamp() or replaces is not null or replaces_message is not null)
        """,
        new NpgsqlParameter<long> { TypedValue = chat.Value }, new NpgsqlParameter<string> { TypedValue = shows },
        new NpgsqlParameter<string> { TypedValue = payload });

    /// <summary>
    /// What is not sent yet and says this, also of this transaction; with every row that carries a file, in which it cannot be looked for
    /// here.
    /// </summary>
    public static Task<IReadOnlyList<(long Id, string Payload)>> Unsent(DbSession session, string words) =>
        session.Query<(long Id, string Payload)>("""
            select id, payload from outbox
            where waiting and done_at is null and (strpos(payload, @words) > 0 or strpos(payload, '"file":{') > 0)
            order by id
            for update
            """, new { words });

    /// <summary>A row that is not sent yet says this instead.</summary>
    public static void Rewrite(DbSession session, long id, string payload) => session.Later(
        "update outbox set payload = $2 where id = $1 and waiting and done_at is null",
        new NpgsqlParameter<long> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = payload });

    private const string Insert = """
        insert into outbox (id, chat_id, payload, replaces, replaces_message, priority, not_before, leased_by, waiting, shows)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8 is null, $9)
        """;

    private const string InsertAnew = """
        insert into outbox (chat_id, payload, replaces, replaces_message, priority, not_before, leased_by, waiting, shows)
        values ($1, $2, $3, $4, $5, $6, $7, $7 is null, $8)
        """;

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Moment(DateTimeOffset? value) =>
        new() { Value = value?.UtcDateTime ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static NpgsqlParameter Long(long? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };

    private static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType of) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | of };
}
