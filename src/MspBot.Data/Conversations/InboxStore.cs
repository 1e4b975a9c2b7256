using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Data.Conversations;

/// <summary>One update as it came.</summary>
/// <param name="Key">The messenger's own number of it, with the messenger in front: by it an update that comes again is known.</param>
/// <param name="Chat">Where it came from.</param>
/// <param name="Input">What the person did, as JSON.</param>
/// <param name="Press">What is answered, if it is a press.</param>
public sealed record Received(string Key, ChatId Chat, string Input, string? Press);

/// <summary>What came in and is not handled yet. An update is in here before the messenger is told that we have it.</summary>
public sealed class InboxStore(NpgsqlDataSource source)
{
    /// <summary>How long a press may be answered, somewhat more than a messenger allows.</summary>
    public static TimeSpan PressesLive { get; } = TimeSpan.FromSeconds(150);

    /// <summary>Stores a batch in its order, in one statement; updates that are known already are passed over. Durable on return.</summary>
    public async Task Add(IReadOnlyList<Received> batch, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("""
            insert into inbox (update_key, chat_id, input, press)
            select u, c, i, p from unnest($1, $2, $3, $4) with ordinality as b(u, c, i, p, n)
            order by n
            on conflict (update_key) do nothing
            """);
        command.Parameters.Add(new() { Value = batch.Select(r => r.Key).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new()
        {
            Value = batch.Select(r => r.Chat.Value).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint
        });
        command.Parameters.Add(new()
        {
            Value = batch.Select(r => r.Input).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text
        });
        command.Parameters.Add(new()
        {
            Value = batch.Select(r => r.Press).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text
        });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// The chat of each update that waits, the longest waiting first: after a start, or when a neighbour died. One received in the future
    /// came while the clock was ahead, and waits as well.
    /// </summary>
    public async Task<IReadOnlyList<ChatId>> ChatsWaiting(TimeSpan atLeast, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<ChatId>(new CommandDefinition("""
            select chat_id
            from inbox
            where done_at is null and (received_at <= clock_timestamp() - @atLeast or received_at > clock_timestamp())
            order by seq
            """, new { atLeast }, cancellationToken: cancel))).AsList();
    }

    /// <summary>
    /// Notes that handling failed. Below <paramref name="tries"/> it is tried again after <paramref name="pause"/>;
    /// then it is parked with the kind of its failure.
    /// </summary>
    /// <returns>Whether it was parked.</returns>
    public async Task<bool> Failed(ChatId chat, long seq, string error, int tries, TimeSpan pause, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("""
            update inbox
            set attempts = attempts + 1,
                retry_at = clock_timestamp() + @pause,
                error    = @error,
                input    = case when attempts + 1 >= @tries then null else input end,
                done_at  = case when attempts + 1 >= @tries then clock_timestamp() end
            where chat_id = @chat and seq = @seq and done_at is null
            returning done_at is not null
            """, new { chat, seq, error, tries, pause }, cancellationToken: cancel));
    }

    /// <summary>Puts right what was written while the clock was ahead: nothing rests longer than <paramref name="longestPause"/>.</summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> PullBack(TimeSpan longestPause, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteAsync(new CommandDefinition(
            "update inbox set retry_at = clock_timestamp() where done_at is null and retry_at > clock_timestamp() + @longestPause",
            new { longestPause }, cancellationToken: cancel)) > 0;
    }

    /// <summary>How many updates failed as often as they are tried, and are not forgotten yet.</summary>
    public async Task<long> Parked(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from inbox where attempts >= 5",
            cancellationToken: cancel));
    }

    /// <summary>
    /// Presses that were handled and are not marked as answered: the process that handled them was killed, or another is about to answer.
    /// Answering twice does no harm.
    /// </summary>
    /// <param name="ago">How long ago they were handled, at least.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<(ChatId Chat, string Update, string Press)>> PressesPerhapsUnanswered(
        TimeSpan ago, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<(ChatId, string, string)>(new CommandDefinition("""
            select chat_id, update_key, press
            from inbox
            where received_at >= statement_timestamp() - @live and done_at <= statement_timestamp() - @ago and press is not null
            order by done_at desc
            limit 1000
            """, new { live = PressesLive, ago }, cancellationToken: cancel))).AsList();
    }

    /// <summary>Forgets what was handled longer ago than the messenger could send it again.</summary>
    public async Task Purge(TimeSpan olderThan, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from inbox where done_at < clock_timestamp() - @olderThan", new { olderThan }, cancellationToken: cancel));
    }
}
