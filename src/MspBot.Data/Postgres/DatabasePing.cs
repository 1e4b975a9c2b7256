using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>What the database can be used for now.</summary>
public enum DatabaseState
{
    Answers,
    ReadOnly,
    Exchanged,
    Away,
}

/// <summary>
/// Asks whether the database answers, is the one that the program started on, and can be written to, within three seconds.
/// </summary>
public sealed class DatabasePing(NpgsqlDataSource source, DatabaseIdentity identity)
{
    public async Task<DatabaseState> Ask(CancellationToken cancel)
    {
        try
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            soon.CancelAfter(TimeSpan.FromSeconds(3));
            await using var command = source.CreateCommand("select current_setting('transaction_read_only')");   // on a standby as well
            if (await command.ExecuteScalarAsync(soon.Token) is not "off") return DatabaseState.ReadOnly;
            return await identity.IsSame(soon.Token) ? DatabaseState.Answers : DatabaseState.Exchanged;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException && !cancel.IsCancellationRequested
            || Database.IsUnavailable(e))
        {
            return DatabaseState.Away;
        }
    }
}
