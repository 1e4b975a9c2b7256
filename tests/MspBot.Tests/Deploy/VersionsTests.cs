using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Host.Configuration;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Deploy;

/// <summary>Two versions and one database: the older one stops before the schema changes, or nothing changes.</summary>
public sealed class VersionsTests(TestCluster cluster)
{
    /// <summary>How a process of the version before shows that it runs.</summary>
    private const string Lives = "select pg_advisory_lock(19795, 77)";

    [Fact]
    public async Task The_schema_changes_only_after_a_running_instance_of_the_version_before_has_seen_the_sign_and_stopped()
    {
        await using var database = await cluster.CreateAsync();
        await VersionBefore.GoBack(database.ConnectionString);
        await using var old = new NpgsqlConnection(database.ConnectionString);
        await old.OpenAsync(TestContext.Current.CancellationToken);
        await Find<object>(old, Lives);
        var known = await Find<long>(old, "select 'inbox'::regclass::oid::bigint");

        var migrating = Migrator.Apply(database.ConnectionString, NullLogger.Instance);
        await WireWorld.Until(async () => migrating.IsFaulted
            || await Find<long>(old, "select 'inbox'::regclass::oid::bigint") != known, "the sign is seen");

        // What it still has to store and to mark, it can.
        await Find<object>(old, """
            insert into inbox (update_id, chat_id, input) select u, 1, '{}' from unnest(array[1::bigint]) u
                on conflict (update_id) do nothing;
            update outbox set message_id = 1::bigint; update inbox set press = null where update_id = any(array[1::bigint]);
            select count(telegram_id) from person
            """);
        Assert.False(migrating.IsCompleted);
        await old.CloseAsync();
        NpgsqlConnection.ClearPool(old);
        Assert.Equal(["0033_stop_running_versions.sql", "0034_messengers.sql"], (await migrating).Take(2));
    }

    [Fact]
    public async Task An_instance_that_does_not_stop_keeps_its_schema_and_the_newer_version_says_so()
    {
        await using var database = await cluster.CreateAsync();
        await VersionBefore.GoBack(database.ConnectionString);
        await using var old = new NpgsqlConnection(database.ConnectionString);
        await old.OpenAsync(TestContext.Current.CancellationToken);
        await Find<object>(old, Lives);

        var refused = await Assert.ThrowsAsync<DatabaseInUseException>(() => Migrator.Apply(
            database.ConnectionString, Migration.Embedded, NullLogger.Instance, TimeSpan.FromMilliseconds(300),
            TestContext.Current.CancellationToken));

        Assert.StartsWith("Instances of another version that did not stop within 0 s: 1.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Find<long>(old, "select count(telegram_id) from person"));
    }

    [Theory]
    [InlineData("insert into migration (scriptname, applied) values ('9999_later.sql', clock_timestamp())")]
    [InlineData("select pg_advisory_lock(19796, 0)")]
    public async Task A_running_instance_stops_when_a_newer_version_has_migrated_or_announces_it(string sign)
    {
        await using var world = await World.Open(cluster);
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Bot.Web.Lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        await using var newer = new NpgsqlConnection(world.Database.ConnectionString);
        await newer.OpenAsync(TestContext.Current.CancellationToken);
        await Find<object>(newer, sign);
        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_older_version_does_not_start_on_a_newer_schema()
    {
        await using var world = await World.Open(cluster);
        await world.Sql<int>("insert into migration (scriptname, applied) values ('9999_later.sql', clock_timestamp())");
        var refused = await Assert.ThrowsAsync<SettingException>(() => world.NewBot());
        Assert.Contains("migrated by a newer version of the program (9999_later.sql)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static async Task<T?> Find<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }
}
