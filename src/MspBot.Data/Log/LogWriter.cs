using MspBot.Data.Postgres;
using MspBot.Domain.Log;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Data.Log;

/// <summary>
/// Writes lines into the session's transaction: they travel with its commit, and leave no trace where the deed is undone. A turn
/// writes through <c>Turn.Log</c>; this is for jobs.
/// </summary>
public sealed class LogWriter(DbSession session)
{
    private const string Alone = """
        insert into action_log (at, actor_id, role, action, subject, subject_id, school_id, detail, dialog_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string WithPeople = $"""
        with line as ({Alone} returning id)
        insert into action_log_person (person_id, line_id)
        select person_id, line.id
        from line, unnest($10) as touched(person_id)
        """;

    public void Write(LogLine line)
    {
        var detail = line.Detail.Json();
        if (detail.Length > LogDetail.MaxLength) throw new ArgumentException($"the detail of {line.Action} has {detail.Length} bytes");
        var touched = line.Touched;
        NpgsqlParameter[] columns =
        [
            Nullable(line.At.UtcDateTime, NpgsqlDbType.TimestampTz),
            Nullable(line.Actor?.Value, NpgsqlDbType.Bigint),
            Nullable(line.Role?.ToString(), NpgsqlDbType.Text),
            Nullable(line.Action.ToString(), NpgsqlDbType.Text),
            Nullable(line.Subject.ToString(), NpgsqlDbType.Text),
            Nullable(line.Id, NpgsqlDbType.Bigint),
            Nullable(line.School?.Value, NpgsqlDbType.Bigint),
            Nullable(detail, NpgsqlDbType.Jsonb),
            Nullable(line.Dialog, NpgsqlDbType.Bigint),
        ];
        if (touched.Count == 0) session.WithCommit(Alone, columns);
        else session.WithCommit(WithPeople, [.. columns, Array(touched.Select(person => person.Value))]);
    }

    public void Write(IEnumerable<LogLine> lines)
    {
        foreach (var line in lines) Write(line);
    }

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType of) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = of };

    private static NpgsqlParameter Array(IEnumerable<long> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };
}
