using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>
/// Whether the tables are still those that the program started on. A restore recreates them under other numbers: then everything the
/// program holds in memory, such as its messages' numbers, belongs to another database, and it must stop working.
/// </summary>
public sealed class DatabaseIdentity(NpgsqlDataSource source)
{
    private long known;

    /// <summary>Call it once, after the migrations.</summary>
    public async Task Remember(CancellationToken cancel = default) => known = await Now(cancel);

    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<bool> IsSame(CancellationToken cancel) => Is(await Now(cancel));

    internal bool Is(long inbox) => known == 0 || inbox == known;

    private async Task<long> Now(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select coalesce(to_regclass('inbox')::oid::bigint, 0)");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}

/// <summary>The database was exchanged under the running program.</summary>
public sealed class DatabaseExchangedException() : Exception("The database was exchanged while the program ran: it must be started anew");
