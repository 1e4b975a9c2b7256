using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Sandbox;
using MspBot.Tests.Postgres;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Deploy;

public sealed class BackupTests(TestCluster cluster) : IAsyncLifetime
{
    string folder = "";

    public async ValueTask InitializeAsync() => folder = await TestFolder.NewAsync("b");

    public ValueTask DisposeAsync()
    {
        TestFolder.Remove(folder);
        return ValueTask.CompletedTask;
    }

    string Copies => Path.Combine(folder, "copies");

    [Fact]
    public async Task What_was_in_the_private_database_comes_back()
    {
        await using var server = await LocalPostgres.Start(new() { Folder = folder, Durable = false });
        (string, string?)[] where = [("Data__Folder", folder), ("ConnectionStrings__Msp", null)];
        await Query.ScalarAsync(server.ConnectionString,
            "create extension btree_gist; create table kept as select 'Ёж & <b>'::text as word");

        var copied = await Script.RunAsync("deploy/backup.sh", [Copies], where);
        Assert.Equal("", copied.Errors);
        await Query.ScalarAsync(server.ConnectionString, "update kept set word = 'spoiled'");
        var restored = await Script.RunAsync("deploy/restore.sh", [copied.Output], where);

        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Equal("Ёж & <b>", await Query.ScalarAsync(server.ConnectionString, "select word from kept"));
    }

    [Fact]
    public async Task A_given_database_is_copied_into_another_and_only_the_newest_copies_are_kept()
    {
        await using var database = await cluster.CreateAsync();
        await using var other = await cluster.CreateEmptyAsync();
        await Query.ScalarAsync(database.ConnectionString, "create table kept as select 42 as answer");

        var copies = new List<string>();
        for (var i = 0; i < 3; i++)
            copies.Add((await Script.RunAsync("deploy/backup.sh", [Copies, "2"],
                ("ConnectionStrings__Msp", database.ConnectionString))).Output);
        await Script.RunAsync("deploy/restore.sh", [copies[^1]], ("ConnectionStrings__Msp", other.ConnectionString));

        Assert.Equal(copies.Skip(1).Order(), Directory.GetFiles(Copies).Order());
        Assert.Equal(42, await Query.ScalarAsync(other.ConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task A_copy_of_the_version_before_goes_back_over_a_newer_schema_and_is_migrated_again()
    {
        await using var database = await cluster.CreateAsync();
        (string, string?)[] where = [("ConnectionStrings__Msp", database.ConnectionString)];
        await VersionBefore.Make(database.ConnectionString);
        await Query.ScalarAsync(database.ConnectionString,
            "insert into school (name, kind, confirmed_at, created_at) values ('Школа № 1', 'Other', '2026-11-24', '2026-11-24')");
        var copied = await Script.RunAsync("deploy/backup.sh", [Copies], where);
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);

        var restored = await Script.RunAsync("deploy/restore.sh", [copied.Output], where);

        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Equal("Школа № 1", await Query.ScalarAsync(database.ConnectionString,
            "select name from school where (select count(telegram_id) from person) = 0"));
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);
        Assert.Equal("Школа № 1", await Query.ScalarAsync(database.ConnectionString,
            "select name from school where (select count(chat_id) from person) = 0"));
    }

    [Fact]
    public async Task A_copy_goes_back_over_functions_that_stand_on_each_other()
    {
        await using var database = await cluster.CreateEmptyAsync();
        (string, string?)[] where = [("ConnectionStrings__Msp", database.ConnectionString)];
        var copied = await Script.RunAsync("deploy/backup.sh", [Copies], where);
        // More than a cursor reads ahead (10, then 50 at a time): they go with the first, before their own turn.
        await Query.ScalarAsync(database.ConnectionString, "create function base() returns int return 1");
        for (var i = 0; i < 100; i++)
            await Query.ScalarAsync(database.ConnectionString, $"create function above_{i}() returns int return base()");

        var restored = await Script.RunAsync("deploy/restore.sh", [copied.Output], where);

        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Equal(0L, await Query.ScalarAsync(database.ConnectionString,
            "select count(*) from pg_proc where proname ~ '^(base|above_)'"));
    }

    [Theory]
    [InlineData("one;two")]
    [InlineData("it's; \"quoted\"; = and ==")]
    [InlineData(" spaces ")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("a\\b$c`d*")]
    [InlineData("Host=elsewhere;Port=1")]
    public async Task A_connection_string_is_read_as_the_bot_reads_it(string password)
    {
        var given = new NpgsqlConnectionStringBuilder
        {
            Host = "db.example.org",
            Port = 6432,
            Username = "msp;bot",
            Password = password,
            Database = "msp"
        }.ConnectionString;
        var read = await Script.RunAsync("/bin/bash",
            ["-euc", "pg_dump() { :; }; . \"$0\"; printf '%s|' \"$PGHOST\" \"$PGPORT\" \"$PGUSER\" \"$PGDATABASE\" \"$PGPASSWORD\"",
                Path.Combine(Repository.Root, "deploy/database.sh")],
            ("ConnectionStrings__Msp", given));
        Assert.Equal(("", $"db.example.org|6432|msp;bot|msp|{password}|"), (read.Errors, read.Output));
    }

    [Theory]
    [InlineData("Server = h ; Port=5; User Id = u; Pwd = p;;DB=d ")]
    [InlineData("host=h;PORT=5;username='u';Password=\"p\";Database=d;")]
    public async Task Other_spellings_are_read_too(string given)
    {
        var read = await Script.RunAsync("/bin/bash",
            ["-euc", "pg_dump() { :; }; . \"$0\"; printf '%s|' \"$PGHOST\" \"$PGPORT\" \"$PGUSER\" \"$PGPASSWORD\" \"$PGDATABASE\"",
                Path.Combine(Repository.Root, "deploy/database.sh")],
            ("ConnectionStrings__Msp", given));
        Assert.Equal(("", "h|5|u|p|d|"), (read.Errors, read.Output));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_bot_and_what_must_be_done_afterwards_is_said()
    {
        await using var world = await World.Open(cluster);
        (string, string?)[] where = [("ConnectionStrings__Msp", world.Database.ConnectionString)];
        await world.Sql<int>("create table kept as select 'before'::text as word");
        var copied = await Script.RunAsync("deploy/backup.sh", [Copies], where);
        await world.Sql<int>("update kept set word = 'after'");

        var refused = await Script.RunAsync("deploy/restore.sh", [copied.Output], where);
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("The bot is running on this database", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("after", await world.Sql<string>("select word from kept"));

        await world.StopBot();
        var restored = await Script.RunAsync("deploy/restore.sh", [copied.Output], where);
        await world.StartBot();
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains("feedback.key", restored.Output, StringComparison.Ordinal);
        Assert.Contains("erased", restored.Output, StringComparison.Ordinal);
        Assert.Equal("before", await world.Sql<string>("select word from kept"));
    }

    [Fact]
    public async Task A_bot_whose_database_was_exchanged_under_it_answers_nobody_and_stops()
    {
        await using var world = await World.Open(cluster);
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Bot.Web.Lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        // What a restore does to each table: another one of the same name.
        await world.Sql<int>(
            "begin; alter table inbox rename to inbox_before; create table inbox (like inbox_before including all); commit");
        var stranger = world.Visitor(7);
        await stranger.Types("/start");

        await stopping.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(stranger.Chat, m => m.FromBot);
        // A new process takes the other database for its own.
        await world.RestartBot();
        await stranger.Sees("Здравствуйте!");
    }

    [Fact]
    public async Task Without_a_running_database_it_says_so_in_one_line_and_leaves_no_copy()
    {
        var refused = await Script.RunAsync("deploy/backup.sh", [Copies], ("Data__Folder", folder), ("ConnectionStrings__Msp", null));

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith($"No database in {folder}", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Errors);
        Assert.False(Directory.Exists(Copies));
    }
}
