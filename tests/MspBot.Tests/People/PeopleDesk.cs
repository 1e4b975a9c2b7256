using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.People;

/// <summary>A database with the stores of People over it; each <see cref="Do{T}"/> is a transaction of its own.</summary>
internal sealed class PeopleDesk : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private PeopleDesk(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddScoped<PersonStore>().AddScoped<RoleStore>().AddScoped<PersonReader>().AddScoped<SchoolStore>().AddScoped<SchoolReader>()
            .BuildServiceProvider();
    }

    internal static async Task<PeopleDesk> Open(TestCluster cluster) => new(await cluster.CreateAsync());

    internal async Task<T> Do<T>(Func<Desk, Task<T>> what)
    {
        await using var scope = services.CreateAsyncScope();
        var inside = scope.ServiceProvider;
        var result = await what(new(inside.GetRequiredService<PersonStore>(), inside.GetRequiredService<PersonReader>(),
            inside.GetRequiredService<SchoolStore>(), inside.GetRequiredService<SchoolReader>(), inside.GetRequiredService<RoleStore>()));
        await inside.GetRequiredService<DbSession>().Commit();
        return result;
    }

    internal Task Do(Func<Desk, Task> what) => Do(async desk =>
    {
        await what(desk);
        return 0;
    });

    internal async Task<SchoolId> School(string name = "МОУ «СОШ № 4»", SchoolKind kind = SchoolKind.Host)
    {
        await Do(d => d.Schools.Apply([new(name, kind)], Some.Today));
        return (await Do(d => d.SchoolList.Confirmed())).Single(s => s.Name == name).Id;
    }

    internal Task Sql(string sql) => TestCluster.RunAsync(database.ConnectionString, sql);

    internal async Task<long> Count(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal Task<bool> Mentions(string words) => Mentions(database.ConnectionString, words);

    /// <summary>Whether the words stand in any column of any table.</summary>
    internal static async Task<bool> Mentions(string connectionString, string words) =>
        (await TablesWith(connectionString, words)).Count > 0;

    internal static async Task<IReadOnlyList<string>> TablesWith(string connectionString, string words)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var found = new List<string>();
        foreach (var table in await Tables(source))
        {
            await using var rows = source.CreateCommand($"select exists (select from \"{table}\" t where position($1 in t::text) > 0)");
            rows.Parameters.Add(new() { Value = words });
            if (await rows.ExecuteScalarAsync() is true) found.Add(table);
        }
        return found;
    }

    /// <summary>The tables in which anything stands, what migrations have put there left out.</summary>
    internal static async Task<IReadOnlyList<string>> NotEmpty(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var full = new List<string>();
        foreach (var table in (await Tables(source)).Except(["migration", "pace", "school"]))
        {
            await using var any = source.CreateCommand($"select exists (select from \"{table}\")");
            if (await any.ExecuteScalarAsync() is true) full.Add(table);
        }
        return full;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<IReadOnlyList<string>> Tables(NpgsqlDataSource source)
    {
        var tables = new List<string>();
        await using var command = source.CreateCommand("select tablename from pg_tables where schemaname = 'public'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return tables;
    }

    internal sealed record Desk(PersonStore People, PersonReader PeopleList, SchoolStore Schools, SchoolReader SchoolList, RoleStore Roles);
}
