using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>Asks whether the database answers, and is the one that the program started on, within three seconds.</summary>
public sealed class DatabasePing(DatabaseIdentity identity)
{
    public async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            soon.CancelAfter(TimeSpan.FromSeconds(3));
            return await identity.IsSame(soon.Token);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
