using Npgsql;
using NpgsqlTypes;

namespace MspBot.Data.Conversations;

/// <summary>
/// Notes what became of messages and presses, on a connection of its own: what is not marked is said again after a kill, so a mark waits
/// for no turn.
/// Used by one loop.
/// </summary>
public sealed class OutboxMarks(NpgsqlDataSource source) : IAsyncDisposable
{
    private NpgsqlConnection? connection;

    /// <summary>
    /// Marks what was sent or given up and the updates whose presses are answered, and charges <paramref name="unpaced"/> messages that did
    /// not wait for the pace. Durable on return.
    /// </summary>
    public async Task Write(
        IReadOnlyList<SendResult> results, IReadOnlyList<string> answered, int unpaced, Pace pace, CancellationToken cancel)
    {
        try
        {
            connection ??= await source.OpenConnectionAsync(cancel);
            await using var batch = new NpgsqlBatch(connection);
            if (results.Count > 0)
            {
                Add(batch, """
                    update outbox o
                    set done_at = clock_timestamp(), payload = '', message_id = r.message, error = r.error, waiting = false,
                        leased_by = null,
                        chat_id = case when o.forget then 0 else o.chat_id end
                    from unnest($1, $2, $3) as r(id, message, error)
                    where o.id = r.id
                    """,
                    new() { Value = results.Select(r => r.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                    new() { Value = results.Select(r => r.Message).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                    new() { Value = results.Select(r => r.Error).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            }
            if (answered.Count > 0)
            {
                Add(batch, "update inbox set press = null where update_key = any($1)",
                    new NpgsqlParameter { Value = answered.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            }
            if (unpaced > 0)
            {
                Add(batch, OutboxStore.SpendSql, pace.Spending(unpaced));
            }
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (Exception)
        {
            await DisposeAsync();   // the next try begins with another one
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not { } closing) return;
        connection = null;
        await closing.DisposeAsync();
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }
}
