using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Log;
using MspBot.Data.Postgres;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.Log;

/// <summary>A database with people in it, and the log over it, each use in a transaction of its own.</summary>
internal sealed class LogStage : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private LogStage(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection().AddDatabase(database.ConnectionString).AddScoped<LogWriter>().BuildServiceProvider();
    }

    /// <summary>With persons 1 to 5.</summary>
    internal static async Task<LogStage> SetUp(TestCluster cluster)
    {
        var stage = new LogStage(await cluster.CreateAsync());
        await stage.Run($"""
            insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', '{Some.Today:O}', '{Some.Today:O}');
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 1000 + n, 'Петрова Анна Ивановна', 1, 'учитель', '{Some.Today:O}', '{Some.Today:O}' from generate_series(1, 5) n
            """);
        return stage;
    }

    internal static LogLine Line(
        long? actor = 1, LogAction action = LogAction.RoleGiven, LogSubject subject = LogSubject.Person, long? id = 2,
        DateTimeOffset? at = null, LogDetail? detail = null, Role? role = Role.Head) =>
        new(at ?? Some.Today, actor is { } a ? new PersonId(a) : null, actor is null ? null : role, action, subject, id,
            detail ?? LogDetail.None);

    internal async Task Write(params LogLine[] lines)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LogWriter>().Write(lines);
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
    }

    /// <summary>A transaction as its own; not committed unless it says so.</summary>
    internal async Task Session(Func<DbSession, LogWriter, Task> what)
    {
        await using var scope = services.CreateAsyncScope();
        await what(scope.ServiceProvider.GetRequiredService<DbSession>(), scope.ServiceProvider.GetRequiredService<LogWriter>());
    }

    internal async Task<T> Turn<TReader, T>(Func<TReader, Task<T>> what) where TReader : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await what(scope.ServiceProvider.GetRequiredService<TReader>());
    }

    internal Task Run(string sql) => TestCluster.RunAsync(database.ConnectionString, sql);

    internal async Task<T?> Value<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    internal async Task<IReadOnlyList<T>> Values<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
