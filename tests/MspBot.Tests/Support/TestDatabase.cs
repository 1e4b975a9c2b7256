using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Tests.Support;

/// <summary>A database of one test, dropped at its end with whatever still holds on to it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly string owner;
    readonly string name;

    internal TestDatabase(string owner, string name)
    {
        (this.owner, this.name) = (owner, name);
        // As the program: no types of its own are read, which costs more than making the database.
        ConnectionString = new NpgsqlConnectionStringBuilder(owner)
        {
            Database = name,
            MaxPoolSize = 16,
            ["Server Compatibility Mode"] = "NoTypeLoading"
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        try
        {
            await TestCluster.RunAsync(owner, $"drop database if exists {name} with (force)");
        }
        catch (NpgsqlException e) when (Database.IsUnavailable(e))
        {
            // A story stopped its server and failed before it started it again: that failure is to be seen, not this one.
        }
    }
}
