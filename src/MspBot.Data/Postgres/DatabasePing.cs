using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>Asks whether the database answers, within three seconds.</summary>
public sealed class DatabasePing(NpgsqlDataSource source)
{
    public async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            soon.CancelAfter(TimeSpan.FromSeconds(3));
            await using var command = source.CreateCommand("select 1");
            return await command.ExecuteScalarAsync(soon.Token) is 1;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
