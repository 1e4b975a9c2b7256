using Npgsql;

namespace MspBot.Data.Migrations;

/// <summary>Whether the schema is still that of this version.</summary>
public sealed class SchemaWatch(NpgsqlDataSource source)
{
    /// <summary>True once a newer version has migrated the database, or has announced that it will.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<bool> IsTakenOver(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand($"""
            select exists (
                select from pg_locks
                where locktype = 'advisory' and classid = {RunningInstances.Announced} and objsubid = 2
                  and database = (select oid from pg_database where datname = current_database()))
            """, connection);
        if (await command.ExecuteScalarAsync(cancel) is true) return true;
        try
        {
            return Migration.Newer(await MigrationJournal.Read(connection, cancel), Migration.Embedded) is not null;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;   // a restore at this moment: the identity tells
        }
    }
}

/// <summary>A newer version has migrated this database.</summary>
public sealed class NewerSchemaException(string script) : Exception(
    $"The database was migrated by a newer version of the program ({script}): start that version, or restore a copy made before");
