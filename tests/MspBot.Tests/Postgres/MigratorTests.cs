using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Postgres;

public sealed class MigratorTests(TestCluster cluster)
{
    static readonly Migration[] Two =
    [
        new("0001_teachers.sql", "create table teacher (name text not null); insert into teacher values ('a;b'), ('$x$');"),
        new("0002_shout.sql",
            "create function shout(t text) returns text language plpgsql as $body$ begin return upper(t) || '$other$;'; end $body$;"),
    ];

    [Fact]
    public async Task Scripts_are_applied_once_in_the_order_of_their_names()
    {
        await using var database = await cluster.CreateEmptyAsync();

        var first = await Apply(database, Two.Reverse().ToArray());
        var second = await Apply(database, Two);

        Assert.Equal(["0001_teachers.sql", "0002_shout.sql"], first);
        Assert.Empty(second);
        Assert.Equal("Ё$other$;", await Query.ScalarAsync(database.ConnectionString, "select shout('ё')"));
    }

    [Fact]
    public async Task The_scripts_that_are_compiled_in_apply_to_an_empty_database()
    {
        await using var database = await cluster.CreateEmptyAsync();

        var applied = await Migrator.Apply(database.ConnectionString, NullLogger.Instance);

        Assert.Equal(Migration.Embedded.Select(m => m.Name), applied);
    }

    [Fact]
    public async Task Two_instances_that_start_together_apply_each_script_once()
    {
        await using var database = await cluster.CreateEmptyAsync();
        Migration[] slow = [new("0001_slow.sql", "create table once (at int); select pg_sleep(0.3);"), .. Two.Skip(1)];

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Apply(database, slow)));

        Assert.Equal(2, applied.Sum(names => names.Count));
        Assert.Equal(2L, await Query.ScalarAsync(database.ConnectionString, "select count(*) from migration"));
    }

    [Fact]
    public async Task A_failing_script_is_named_and_leaves_nothing_of_itself()
    {
        await using var database = await cluster.CreateEmptyAsync();
        Migration[] broken = [Two[0], new("0002_broken.sql", "create table half (x int); create tabel oops ();"),
            new("0003_never.sql", "create table never (x int);")];

        var failure = await Assert.ThrowsAsync<MigrationException>(() => Apply(database, broken));

        Assert.Equal("0002_broken.sql", failure.Script);
        Assert.Contains("0002_broken.sql", failure.Message, StringComparison.Ordinal);
        Assert.Contains("tabel", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2L, await Query.ScalarAsync(database.ConnectionString, "select count(*) from teacher"));
        Assert.Equal(0L, await Query.ScalarAsync(database.ConnectionString,
            "select count(*) from pg_tables where tablename in ('half', 'never')"));
        Assert.Equal(["0002_broken.sql", "0003_never.sql"],
            await Apply(database, [Two[0], new("0002_broken.sql", "select 1"), broken[2]]));
    }

    [Fact]
    public async Task A_script_that_an_older_version_applied_may_be_missing_today()
    {
        await using var database = await cluster.CreateEmptyAsync();
        await Apply(database, Two);

        Assert.Empty(await Apply(database, [Two[1]]));
    }

    [Fact]
    public async Task Nothing_is_left_connected_that_would_hold_a_template()
    {
        await using var database = await cluster.CreateEmptyAsync();
        await Apply(database, Two);

        Assert.Equal(0L, await Query.ScalarAsync(database.ConnectionString,
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));
    }

    static Task<IReadOnlyList<string>> Apply(TestDatabase database, Migration[] scripts) =>
        Migrator.Apply(database.ConnectionString, scripts, NullLogger.Instance);
}
