using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace MspBot.Tests.Support;

/// <summary>
/// One PostgreSQL for this test process, started by the first test that asks, with a template made from the real migrations.
/// A test class takes it in its constructor and calls <see cref="CreateAsync"/>.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    const string Template = "template_msp";
    const string StoryTemplate = "template_story";

    /// <summary>Otherwise the database makes each up.</summary>
    internal const string OneCodeWord = "create or replace function new_code_word() returns text language sql as $$select 'сосна 47'$$";

    readonly Lazy<Task<LocalPostgres>> server;
    string folder = "";

    public TestCluster() => server = new(StartAsync);

    /// <summary>A fresh database with the real schema, in some 20 ms.</summary>
    public Task<TestDatabase> CreateAsync() => CreateAsync(Template);

    /// <summary>The same, in which the code word of every seminar is known.</summary>
    internal Task<TestDatabase> CreateForStoryAsync() => CreateAsync(StoryTemplate);

    /// <summary>A fresh database with nothing in it: for tests of the migrations themselves.</summary>
    public Task<TestDatabase> CreateEmptyAsync() => CreateAsync("template1");

    /// <summary>The same under another locale than this server's.</summary>
    public Task<TestDatabase> CreateEmptyAsync(string locale) =>
        CreateAsync($"template0 encoding 'UTF8' lc_collate '{locale}' lc_ctype '{locale}'");

    public async ValueTask DisposeAsync()
    {
        if (!server.IsValueCreated || !server.Value.IsCompletedSuccessfully)
            return;

        NpgsqlConnection.ClearAllPools();
        await (await server.Value).DisposeAsync();
        TestFolder.Remove(folder);
    }

    async Task<TestDatabase> CreateAsync(string template)
    {
        var owner = (await server.Value).ConnectionString;
        var name = $"t_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        // Copying files is twice as quick as the log; PostgreSQL 14 knows no other way and no such word.
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "strategy file_copy" : "";
        await using var command = new NpgsqlCommand($"create database {name} template {template} {strategy}", connection);
        await command.ExecuteNonQueryAsync();
        return new(owner, name);
    }

    async Task<LocalPostgres> StartAsync()
    {
        folder = await TestFolder.NewAsync("c");
        var server = await LocalPostgres.Start(new()
        {
            Folder = folder,
            Durable = false,
            Settings = new Dictionary<string, string> { ["max_connections"] = "300", ["shared_buffers"] = "64MB", ["autovacuum"] = "off" },
        });
        await RunAsync(server.ConnectionString, CheapPassword.Of(server.ConnectionString));
        await RunAsync(server.ConnectionString, $"create database {Template}");
        var template = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = Template, Pooling = false };
        await Migrator.Apply(template.ConnectionString, NullLogger.Instance);
        await RunAsync(server.ConnectionString, $"create database {StoryTemplate} template {Template}");
        template.Database = StoryTemplate;
        await RunAsync(template.ConnectionString, OneCodeWord);
        return server;
    }

    internal static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
