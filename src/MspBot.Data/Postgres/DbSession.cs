using System.Data;
using Dapper;
using MspBot.Domain;
using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>
/// One transaction, from the first statement to <see cref="Commit"/>: a turn's, or a job's. Statements given to
/// <see cref="Later"/> travel together with the commit, in one round trip, or before the next statement; those given to
/// <see cref="WithCommit"/> always with the commit. Disposed without a commit, all is undone.
/// </summary>
public sealed class DbSession(NpgsqlDataSource source) : IAsyncDisposable, IDisposable
{
    private const int RollbackTries = 10;

    private readonly List<NpgsqlBatchCommand> later = [];
    private readonly List<NpgsqlBatchCommand> withCommit = [];
    private readonly Dictionary<string, int> withCommitAt = [];
    private NpgsqlConnection? connection;

    /// <summary>Runs what is outstanding and commits; the session can then begin another transaction.</summary>
    public async Task Commit(CancellationToken cancel = default)
    {
        later.AddRange(withCommit);
        withCommit.Clear();
        if (connection is null && later.Count == 0) return;
        await Send(new NpgsqlBatchCommand("commit"), cancel);
        await Close();
    }

    /// <summary>Marks a point to which <see cref="RollbackTo"/> can return; what was given to Later before it stays.</summary>
    public async Task Savepoint(string name, CancellationToken cancel = default)
    {
        await Open(cancel);
        withCommitAt[name] = withCommit.Count;
        await Send(new NpgsqlBatchCommand($"savepoint {name}"), cancel);
    }

    public async Task RollbackTo(string name, CancellationToken cancel = default)
    {
        later.Clear();
        withCommit.RemoveRange(withCommitAt[name], withCommit.Count - withCommitAt[name]);
        await Send(new NpgsqlBatchCommand($"rollback to savepoint {name}"), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        later.Clear();
        withCommit.Clear();
        await Close();
    }

    public void Dispose()
    {
        later.Clear();
        withCommit.Clear();
        if (connection is not { } closing) return;
        connection = null;
        for (var tries = 1; ; tries++)
        {
            try
            {
                closing.Dispose();
                return;
            }
            catch (PostgresException) when (tries < RollbackTries)
            {
                // As in Close.
            }
        }
    }

    /// <summary>The connection, inside its transaction.</summary>
    internal async ValueTask<NpgsqlConnection> Open(CancellationToken cancel = default)
    {
        if (connection is not null) return connection;
        connection = await source.OpenConnectionAsync(cancel);
        await connection.BeginTransactionAsync(cancel);   // sent along with the first statement
        return connection;
    }

    internal void Later(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) => later.Add(Command(sql, parameters));

    /// <summary>For what no later statement of the transaction reads: it never needs a round trip of its own.</summary>
    internal void WithCommit(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) => withCommit.Add(Command(sql, parameters));

    internal async Task<IReadOnlyList<T>> Query<T>(string sql, object? args = null, CancellationToken cancel = default) =>
        (await (await Ready(cancel)).QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancel))).AsList();

    /// <param name="number">Which page.</param>
    /// <param name="sql">Reads <see cref="Paging.Take"/> rows after <see cref="Paging.Skip"/>.</param>
    /// <param name="args">Its arguments.</param>
    internal async Task<Page<T>> Page<T>(int number, string sql, object args) => Paging.Of(await Query<T>(sql, args), number);

    internal async Task<T?> Find<T>(string sql, object? args = null, CancellationToken cancel = default) =>
        await (await Ready(cancel)).QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancel));

    internal async Task<T> Value<T>(string sql, object? args = null, CancellationToken cancel = default) =>
        (await (await Ready(cancel)).ExecuteScalarAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancel)))!;

    internal async Task<int> Execute(string sql, object? args = null, CancellationToken cancel = default) =>
        await (await Ready(cancel))
        .ExecuteAsync(new CommandDefinition(sql, args, commandType: CommandType.Text, cancellationToken: cancel));

    /// <summary>One value as bytes, read as they come: a row that is read whole stands in memory twice.</summary>
    internal async Task<byte[]?> Bytes(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, await Ready(default));
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess);
        return await reader.ReadAsync() && !await reader.IsDBNullAsync(0) ? await reader.GetFieldValueAsync<byte[]>(0) : null;
    }

    /// <summary>Several reads in one round trip.</summary>
    internal async Task<SqlMapper.GridReader> Several(string sql, object? args = null, CancellationToken cancel = default) =>
        await (await Ready(cancel)).QueryMultipleAsync(new CommandDefinition(sql, args, cancellationToken: cancel));

    /// <summary>A connection on which nothing is outstanding, so that statements keep the order they were given in.</summary>
    private async ValueTask<NpgsqlConnection> Ready(CancellationToken cancel)
    {
        var open = await Open(cancel);
        if (later.Count > 0) await Send(null, cancel);
        return open;
    }

    private static NpgsqlBatchCommand Command(string sql, ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    private async Task Send(NpgsqlBatchCommand? last, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(await Open(cancel));
        foreach (var command in later) batch.BatchCommands.Add(command);
        if (last is not null) batch.BatchCommands.Add(last);
        later.Clear();
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private async ValueTask Close()
    {
        if (connection is null) return;
        var closing = connection;
        connection = null;
        for (var tries = 1; ; tries++)
        {
            try
            {
                await closing.DisposeAsync();   // the pool rolls back what was not committed
                return;
            }
            catch (PostgresException) when (tries < RollbackTries)
            {
                // The rollback was cut short. Until it succeeds, the connection is not in the pool again, and its place in it is lost.
            }
        }
    }
}
