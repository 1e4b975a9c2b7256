using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.Conversations.Jobs;

/// <summary>A database in which something cannot be written.</summary>
internal static class Poisoning
{
    internal static Task<int> Poison(this World world, string table, string column, long value) => world.Poison(table, column, $"{value}");

    /// <param name="world">The world whose database it is.</param>
    /// <param name="table">The table that takes no such row.</param>
    /// <param name="column">A column of numbers.</param>
    /// <param name="values">Separated by commas.</param>
    internal static Task<int> Poison(this World world, string table, string column, string values) => world.Sql<int>($"""
        create or replace function poison_{table}() returns trigger language plpgsql as $$
        begin
            if new.{column} in ({values}) then raise exception 'poisoned'; end if;
            return new;
        end $$;
        create trigger poison before insert or update on {table} for each row execute function poison_{table}();
        """);

    internal static Task<int> Heal(this World world, string table) => world.Sql<int>($"drop trigger poison on {table}");

    /// <summary>For every session, also those that are open.</summary>
    internal static async Task ReadOnly(this World world, bool on)
    {
        var own = new NpgsqlConnectionStringBuilder(world.Database.ConnectionString)
        {
            Pooling = false,
            Options = "-c default_transaction_read_only=off"
        };
        await TestCluster.RunAsync(own.ConnectionString,
            $"alter database {own.Database} {(on ? "set default_transaction_read_only = on" : "reset default_transaction_read_only")}");
        await TestCluster.RunAsync(own.ConnectionString,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and " +
            "backend_type = 'client backend'");
        await using var pooled = new NpgsqlConnection(world.Database.ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
    }
}
