using MspBot.Domain.Feedback;
using Npgsql;

namespace MspBot.Data.Feedback;

/// <summary>Which key ties the feedback in this database to its authors; read before anything else starts.</summary>
public static class FeedbackKeys
{
    /// <returns>The fingerprint of the key in use, null when none was noted; and whether there is feedback at all.</returns>
    public static async Task<(byte[]? Fingerprint, bool HasFeedback)> Read(string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("""
            select (select fingerprint from feedback_key),
                   exists (select from feedback) or exists (select from feedback_box) or exists (select from feedback_asked)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.IsDBNull(0) ? null : reader.GetFieldValue<byte[]>(0), reader.GetBoolean(1));
    }

    /// <summary>This key is in use from now on.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="key">The key.</param>
    /// <param name="anew">The one before is lost: what it sealed goes, what has come into the views stays there as nobody's.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Use(string connectionString, AuthorKey key, bool anew, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"""
            with {(anew ? "box as (delete from feedback_box), asked as (delete from feedback_asked), rows as (update feedback set kept = null)," : "")}
            used as (
                insert into feedback_key (fingerprint) values ($1) on conflict (single) do update set fingerprint = excluded.fingerprint
            )
            select 1
            """);
        command.Parameters.Add(new() { Value = key.Fingerprint });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
