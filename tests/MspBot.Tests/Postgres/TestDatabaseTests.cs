using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Postgres;

public sealed class TestDatabaseTests(TestCluster cluster)
{
    [Fact]
    public async Task Each_database_is_its_own()
    {
        await using var one = await cluster.CreateAsync();
        await using var other = await cluster.CreateAsync();

        await Query.ScalarAsync(one.ConnectionString, "create table mine (x int)");

        Assert.Equal(0L, await Query.ScalarAsync(other.ConnectionString, "select count(*) from pg_tables where tablename = 'mine'"));
    }

    [Fact]
    public async Task Many_can_be_made_at_once()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => cluster.CreateAsync()));

        Assert.Equal(10, databases.Select(d => d.ConnectionString).Distinct().Count());
        foreach (var database in databases)
            await database.DisposeAsync();
    }
}
