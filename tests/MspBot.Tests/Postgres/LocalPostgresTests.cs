using System.Diagnostics;
using System.Globalization;
using MspBot.Data.Postgres;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Postgres;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class LocalPostgresTests : IAsyncLifetime
{
    string root = "";
    string folder = "";

    public async ValueTask InitializeAsync() => root = folder = await TestFolder.NewAsync("p");

    public async ValueTask DisposeAsync()
    {
        await LocalPostgres.StopAbandoned(folder);
        TestFolder.Remove(root);
    }

    [Fact]
    public async Task A_new_folder_gets_a_server_and_an_old_one_keeps_its_data()
    {
        await using (var cold = await StartAsync())
            await Query.ScalarAsync(cold.ConnectionString, "create table kept as select 'ёж'::text as word");
        Assert.Null(ServerProcess());

        await using var warm = await StartAsync();

        Assert.Equal("ЁЖ", await Query.ScalarAsync(warm.ConnectionString, "select upper(word) from kept"));
    }

    [Fact]
    public async Task It_is_durable_unless_asked_otherwise_and_the_program_is_no_superuser()
    {
        await using var server = await LocalPostgres.Start(new() { Folder = folder });

        Assert.Equal("on", await Query.ScalarAsync(server.ConnectionString, "show fsync"));
        Assert.Equal("off", await Query.ScalarAsync(server.ConnectionString, "show is_superuser"));
        Assert.Equal("", await Query.ScalarAsync(server.ConnectionString, "show listen_addresses"));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_what_was_committed()
    {
        await using var server = await StartAsync();
        await Query.ScalarAsync(server.ConnectionString, "create table kept as select 1 as x");

        Kill(ServerProcess()!.Value);

        await EventuallyAsync(async () => Assert.Equal(1, await Query.ScalarAsync(server.ConnectionString, "select x from kept")));
    }

    [Fact]
    public async Task A_server_killed_while_nobody_looked_starts_over_its_stale_pid_file()
    {
        var first = await StartAsync();
        var killed = ServerProcess()!.Value;
        await first.DisposeAsync();
        // After a reboot the number in a pid file may be any living process: here, this one.
        await File.WriteAllTextAsync(PidFile, $"{Environment.ProcessId}\n{Path.GetDirectoryName(PidFile)}\n1\n5432\n\n\n\n");
        File.Copy(PidFile, Path.Combine(folder, "postgres", "server", ".s.PGSQL.5432.lock"));

        await using var second = await StartAsync();

        Assert.NotEqual(killed, ServerProcess());
        Assert.Equal(1, await Query.ScalarAsync(second.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task What_a_killed_owner_left_running_is_taken_over_and_stopped_at_the_end()
    {
        using var owner = await OwnerProcess.StartAsync(folder);
        var running = ServerProcess();
        Kill(owner.Id);
        await owner.GoneAsync();

        await using (var heir = await StartAsync())
        {
            Assert.Equal(running, ServerProcess());
            Assert.Equal(1, await Query.ScalarAsync(heir.ConnectionString, "select 1"));
        }

        Assert.Null(ServerProcess());
    }

    [Fact]
    public async Task Another_process_uses_the_same_server_and_the_last_one_stops_it()
    {
        var here = await StartAsync();
        using var other = await OwnerProcess.StartAsync(folder);

        await here.DisposeAsync();
        Assert.NotNull(ServerProcess());
        await other.LeaveAsync();

        Assert.Null(ServerProcess());
    }

    [Fact]
    public async Task Starts_at_the_same_moment_share_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(StartAsync)));
        Assert.Single(servers.Select(s => s.ConnectionString).Distinct());

        await servers[0].DisposeAsync();
        await servers[2].DisposeAsync();
        Assert.Equal(1, await Query.ScalarAsync(servers[1].ConnectionString, "select 1"));

        await servers[1].DisposeAsync();
        Assert.Null(ServerProcess());
    }

    [Fact]
    public async Task A_wrong_password_is_refused_on_the_socket()
    {
        await using var server = await StartAsync();

        await RefusesAsync(server.ConnectionString);
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_gets_loopback_where_a_wrong_password_is_refused()
    {
        folder = Path.Combine(folder, new string('d', 90));
        await using var server = await StartAsync();
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString);

        Assert.Equal("127.0.0.1", connection.Host);
        Assert.Equal(1, await Query.ScalarAsync(server.ConnectionString, "select 1"));
        await RefusesAsync(server.ConnectionString);
        await RefusesAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "postgres" }.ConnectionString);
    }

    [Fact]
    public async Task The_password_is_for_our_eyes_only()
    {
        await using var server = await StartAsync();

        var mode = File.GetUnixFileMode(Path.Combine(folder, "postgres", "password"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public async Task Under_a_closed_folder_it_still_runs()
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        string elsewhere;
        await using (var server = await StartAsync())
            elsewhere = server.ServerFolder;
        await using (var again = await StartAsync())
            Assert.Equal(elsewhere, again.ServerFolder);

        if (Environment.IsPrivilegedProcess)
        {
            Assert.StartsWith("/var/lib/mspbot/", elsewhere, StringComparison.Ordinal);
            TestFolder.Remove(elsewhere);
        }
    }

    [Fact]
    public async Task A_start_that_was_given_up_leaves_no_server_behind()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LocalPostgres.Start(new() { Folder = folder, Durable = false }, giveUp.Token));

        Assert.Null(ServerProcess());
        await using var server = await StartAsync();
        Assert.Equal(1, await Query.ScalarAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_setting_that_postgres_does_not_know_is_one_clear_line()
    {
        var options = new LocalPostgresOptions
        {
            Folder = folder,
            Durable = false,
            Settings = new Dictionary<string, string> { ["no_such_thing"] = "1" },
        };

        var failure = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgres.Start(options));

        Assert.Contains("did not start", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    string PidFile => Path.Combine(folder, "postgres", "server", "data", "postmaster.pid");

    Task<LocalPostgres> StartAsync() => LocalPostgres.Start(new() { Folder = folder, Durable = false });

    int? ServerProcess() => File.Exists(PidFile) ? int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture) : null;

    static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    static async Task RefusesAsync(string connectionString)
    {
        var wrong = new NpgsqlConnectionStringBuilder(connectionString) { Password = "wrong", Pooling = false }.ConnectionString;
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Query.ScalarAsync(wrong, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    static async Task EventuallyAsync(Func<Task> check)
    {
        for (var waiting = Stopwatch.StartNew(); ;)
        {
            try
            {
                await check();
                return;
            }
            catch (NpgsqlException) when (waiting.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(50);
            }
        }
    }
}
