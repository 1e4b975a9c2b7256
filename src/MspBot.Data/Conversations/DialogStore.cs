using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>Where each dialog stands. At most one active a chat, at most one draft a flow: the database holds that.</summary>
public sealed class DialogStore(DbSession session)
{
    private const string Columns =
        "d.id, d.flow, d.revision, d.body, d.shown_in, coalesce(o.message_id, o.replaces_message) as message, d.touched_at";

    public async Task<long> Add(ChatId chat, string flow, DateTimeOffset now) =>
        await session.Value<long>("""
            insert into dialog (chat_id, flow, state, revision, body, touched_at)
            values (@chat, @flow, 'Active', 0, '', @now)
            returning id
            """, new { chat, flow, now });

    /// <summary>The draft of a flow that was left within the time it is kept; null when there is none.</summary>
    public Task<DialogRow?> Draft(ChatId chat, string flow, DateTimeOffset since) => One(
        "d.chat_id = @chat and d.flow = @flow and d.state = 'Parked' and d.touched_at >= @since", new { chat, flow, since });

    public Task<DialogRow?> Draft(ChatId chat, long id, DateTimeOffset since) => One(
        "d.chat_id = @chat and d.id = @id and d.state = 'Parked' and d.touched_at >= @since", new { chat, id, since });

    public Task<DialogRow?> LatestDraft(ChatId chat, DateTimeOffset since) => One(
        "d.chat_id = @chat and d.state = 'Parked' and d.touched_at >= @since order by d.touched_at desc limit 1", new { chat, since });

    /// <summary>Whether this dialog came to its end: a press on its last screen is then no news.</summary>
    public async Task<bool> IsFinished(ChatId chat, long id) =>
        await session.Find<long?>("select id from dialog where id = @id and chat_id = @chat and state = 'Finished'",
            new { chat, id }) is not null;

    public void Save(long id, int revision, string body, long? shownIn, DateTimeOffset now) => session.Later("""
        update dialog set revision = $2, body = $3, shown_in = $4, touched_at = $5 where id = $1
        """,
        new NpgsqlParameter<long> { TypedValue = id }, new NpgsqlParameter<int> { TypedValue = revision },
        new NpgsqlParameter<string> { TypedValue = body },
        new NpgsqlParameter { Value = shownIn ?? (object)DBNull.Value, DbType = System.Data.DbType.Int64 },
        new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });

    public Task Park(long id, DateTimeOffset now) =>
        session.Execute("update dialog set state = 'Parked', touched_at = @now where id = @id", new { id, now });

    public Task Activate(long id, DateTimeOffset now) =>
        session.Execute("update dialog set state = 'Active', touched_at = @now where id = @id", new { id, now });

    /// <summary>It came to its end; the answers go, the number stays for a day so that a late press is understood.</summary>
    public Task Finish(long id) => session.Execute("update dialog set state = 'Finished', body = '' where id = @id", new { id });

    /// <summary>Left for good: nothing stays.</summary>
    public Task Delete(long id) => session.Execute("delete from dialog where id = @id", new { id });

    public Task DeleteDraft(ChatId chat, string flow) => session.Execute(
        "delete from dialog where chat_id = @chat and flow = @flow and state = 'Parked'", new { chat, flow });

    /// <summary>Everything of one chat: a person who is erased.</summary>
    public Task Forget(ChatId chat) => session.Execute("delete from dialog where chat_id = @chat", new { chat });

    public Task Purge(DateTimeOffset before) => session.Execute("delete from dialog where touched_at < @before", new { before });

    private Task<DialogRow?> One(string where, object args) => session.Find<DialogRow>(
        $"select {Columns} from dialog d left join outbox o on o.id = d.shown_in where {where}", args);
}
