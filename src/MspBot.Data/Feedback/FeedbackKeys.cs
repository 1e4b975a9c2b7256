using System.Security.Cryptography;
using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using Npgsql;

namespace MspBot.Data.Feedback;

/// <summary>Which key ties the feedback in this database to its authors; read before anything else starts.</summary>
public sealed class FeedbackKeys : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    private FeedbackKeys(NpgsqlDataSource source) => this.source = source;

    public static FeedbackKeys Open(string connectionString) => new(Database.Plain(connectionString));

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <returns>The fingerprint of the key in use, null when none was noted; and whether there is feedback at all.</returns>
    public async Task<(byte[]? Fingerprint, bool HasFeedback)> Read(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("""
            select (select fingerprint from feedback_key),
                   exists (select from feedback) or exists (select from feedback_box) or exists (select from feedback_asked)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.IsDBNull(0) ? null : reader.GetFieldValue<byte[]>(0), reader.GetBoolean(1));
    }

    /// <summary>Where no fingerprint was noted: whether this key opens an answer that waits, or finds an author in the table.</summary>
    /// <returns>Null when nothing waits and no possible author is left: then any key will do.</returns>
    public async Task<bool?> Fits(AuthorKey key, CancellationToken cancel)
    {
        var box = await Rows("select place, sealed from feedback_box",
            r => (Place: r.GetFieldValue<byte[]>(0), Sealed: r.GetFieldValue<byte[]>(1)), cancel);
        if (box.Exists(row => Opens(key, row.Place, row.Sealed))) return true;

        var filed = await Rows("select author, seminar_id, consultation_id from feedback",
            r => (Author: Text(r.GetFieldValue<byte[]>(0)), Seminar: r.GetFieldValue<long?>(1), Consultation: r.GetFieldValue<long?>(2)),
            cancel);
        var people = await Rows(FeedbackMover.Candidates,
            r => (Meeting: new Meeting(r.IsDBNull(2) ? MeetingKind.Consultation : MeetingKind.Seminar, r.GetInt64(0)),
                Person: r.GetInt64(1)),
            cancel,
            new("seminars", filed.Select(f => f.Seminar).OfType<long>().Distinct().ToArray()),
            new("consultations", filed.Select(f => f.Consultation).OfType<long>().Distinct().ToArray()));
        if (box.Count == 0 && people.Count == 0) return null;
        var authors = filed.Select(f => f.Author).ToHashSet();
        return people.Exists(p => authors.Contains(Text(key.Author(new(p.Person), p.Meeting))));
    }

    /// <summary>This key is in use from now on.</summary>
    /// <param name="key">The key.</param>
    /// <param name="anew">The previous key is lost: what it sealed is deleted, and what is already in the views stays without an
    /// author.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Use(AuthorKey key, bool anew, CancellationToken cancel)
    {
        await using var command = source.CreateCommand($"""
            with {(anew
                ? "box as (delete from feedback_box), asked as (delete from feedback_asked), rows as (update feedback set kept = null),"
                : "")}
            used as (
                insert into feedback_key (fingerprint) values ($1) on conflict (single) do update set fingerprint = excluded.fingerprint
            )
            select 1
            """);
        command.Parameters.Add(new() { Value = key.Fingerprint });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Text(byte[] author) => Convert.ToHexString(author);

    private static bool Opens(AuthorKey key, byte[] place, byte[] value)
    {
        try
        {
            key.Unseal(value, place);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task<List<T>> Rows<T>(
        string sql, Func<NpgsqlDataReader, T> one, CancellationToken cancel, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(one(reader));
        return rows;
    }
}
