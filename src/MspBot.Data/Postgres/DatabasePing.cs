using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>What the database can be used for now.</summary>
public enum DatabaseState
{
    Answers,
    ReadOnly,
    Away,
}

/// <summary>Asks whether the database answers and can be written to, within three seconds.</summary>
public sealed class DatabasePing(NpgsqlDataSource source)
{
    public async Task<DatabaseState> Ask(CancellationToken cancel)
    {
        try
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            soon.CancelAfter(TimeSpan.FromSeconds(3));
            await using var command = source.CreateCommand("select current_setting('transaction_read_only')");   // on a standby as well
            return await command.ExecuteScalarAsync(soon.Token) is "off" ? DatabaseState.Answers : DatabaseState.ReadOnly;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException && !cancel.IsCancellationRequested || Database.IsAway(e))
        {
            return DatabaseState.Away;
        }
    }
}
