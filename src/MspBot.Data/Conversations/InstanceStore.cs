using Dapper;
using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>The running processes, as they see each other, and what the dead ones had leased.</summary>
public sealed class InstanceStore(NpgsqlDataSource source)
{
    /// <summary>The first key of the two-key advisory lock by which a running process shows that it lives.</summary>
    internal const int Instances = 0x4D53;

    /// <summary>
    /// Shows the other processes that this one lives, by a lock on a connection of its own. Until <see cref="Presence.Renew"/> says that it
    /// is shown, this process may lease nothing.
    /// </summary>
    public Presence Announce(int owner) => new(source, owner);

    /// <summary>Processes that are not seen to live: dead, or about to renew their presence. Never the one that asks.</summary>
    public async Task<IReadOnlyList<int>> Missing(int owner, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<int>(new CommandDefinition(
            $"select owner from instance where owner <> @owner and owner not in ({Living})", new { owner, Instances },
            cancellationToken: cancel))).AsList();
    }

    /// <summary>
    /// Takes over the leases of these processes if they are dead: the answers at once, in their order; the rest becomes free for every
    /// process.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> TakeOver(IReadOnlyList<int> missing, int owner, CancellationToken cancel)
    {
        await using var session = new DbSession(source);
        var dead = (await session.Query<int>($"""
            delete from instance
            where owner = any(@missing) and owner not in ({Living})
            returning owner
            """, new { missing = missing.ToArray(), Instances }, cancel)).ToArray();
        var rows = dead.Length == 0 ? [] : await session.Query<OutboxRow>("""
            with freed as (
                update outbox
                set leased_by = case when waiting then null else @owner end, free_at = clock_timestamp(), attempts = attempts + 1
                where leased_by = any(@dead) and done_at is null
                returning id, chat_id as chat, payload, replaces, replaces_message, priority::int, attempts::int,
                          not_after is not null as perishable, waiting
            )
            select id, chat, payload, replaces, replaces_message, priority, attempts, perishable from freed where not waiting order by id
            """, new { dead, owner }, cancel);
        await session.Commit(cancel);
        return rows;
    }

    private const string Living = """
        select objid::bigint from pg_locks
        where locktype = 'advisory' and classid = @Instances::oid and objsubid = 2
          and database = (select oid from pg_database where datname = current_database())
        """;
}
