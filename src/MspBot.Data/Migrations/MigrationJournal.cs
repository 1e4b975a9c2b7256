using System.Data;
using DbUp.Engine;
using Npgsql;

namespace MspBot.Data.Migrations;

/// <summary>Which scripts were applied. Script 0034 gives its table the name of today, so that earlier versions do not find it.</summary>
sealed class MigrationJournal(IReadOnlyList<string> applied) : IJournal
{
    const string Table = "select coalesce(to_regclass('migration'), to_regclass('schemaversions'))::text";

    public static async Task<IReadOnlyList<string>> Read(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var table = new NpgsqlCommand(Table, connection);
        if (await table.ExecuteScalarAsync(cancel) is not string name)
            return [];

        await using var command = new NpgsqlCommand($"select scriptname from {name}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(cancel))
            names.Add(reader.GetString(0));
        return names;
    }

    public string[] GetExecutedScripts() => [.. applied];

    /// <summary>In the script's own transaction.</summary>
    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        EnsureTableExistsAndIsLatestVersion(dbCommandFactory);
        using var insert = dbCommandFactory();
        insert.CommandText = $"insert into {Name(dbCommandFactory)} (scriptname, applied) values (@name, clock_timestamp())";
        insert.Parameters.Add(new NpgsqlParameter("name", script.Name));
        insert.ExecuteNonQuery();
    }

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        if (Name(dbCommandFactory) is not null)
            return;

        using var create = dbCommandFactory();
        create.CommandText = "create table migration (scriptname text not null, applied timestamptz not null)";
        create.ExecuteNonQuery();
    }

    static string? Name(Func<IDbCommand> factory)
    {
        using var table = factory();
        table.CommandText = Table;
        return table.ExecuteScalar() as string;
    }
}
