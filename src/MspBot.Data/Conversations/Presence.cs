using Dapper;
using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Data.Conversations;

/// <summary>Shows the other processes that this one lives: a lock, held by a connection that is kept for it alone.</summary>
public sealed class Presence(NpgsqlDataSource source, int owner) : IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private bool locked;

    /// <summary>Makes sure that the lock is held and the row is there, on another connection if the first has died.</summary>
    /// <returns>Whether this process is shown.</returns>
    public async Task<bool> Renew(CancellationToken cancel)
    {
        if (await Show(cancel)) return true;
        // A connection that has died is noticed by its use: then once more on a fresh one.
        return connection is { State: not System.Data.ConnectionState.Open } && await Show(cancel);
    }

    /// <summary>The pool keeps the connection, so the lock is given back by hand.</summary>
    public async ValueTask DisposeAsync()
    {
        if (connection is null) return;
        for (var tries = 1; locked && tries <= 10; tries++)
        {
            try
            {
                await connection.ExecuteAsync("select pg_advisory_unlock_all()");
                locked = false;
            }
            catch (NpgsqlException)
            {
                // Cut short: again. Broken: the server has released the lock.
                locked = connection.State == System.Data.ConnectionState.Open;
            }
        }
        await connection.DisposeAsync();
        connection = null;
    }

    private async Task<bool> Show(CancellationToken cancel)
    {
        if (connection is { State: not System.Data.ConnectionState.Open })
        {
            await connection.DisposeAsync();
            (connection, locked) = (null, false);
        }
        try
        {
            connection ??= await source.OpenConnectionAsync(cancel);
            // While the server has not noticed that an earlier connection is gone, that one still holds the lock; it is not waited for
            // here.
            locked = locked || await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "select pg_try_advisory_lock(@Instances, @owner)", new { InstanceStore.Instances, owner }, cancellationToken: cancel));
            // Also after the lock is held: a process that missed it for too long has deleted the row.
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into instance (owner) values (@owner) on conflict do nothing", new { owner }, cancellationToken: cancel));
            return locked;
        }
        catch (Exception e) when (Database.IsUnavailable(e) && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
