using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MspBot.Data.Postgres;

/// <summary>One cluster: made, started, asked whether it answers, stopped. The caller holds the start lock.</summary>
sealed class Cluster(ClusterFolder folder, LocalPostgresOptions options)
{
    const string Name = "msp";
    const string Superuser = "postgres";
    const int Tries = 30;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly string password = folder.Password();
    int port;
    PostgresBinaries? binaries;
    ServerAccount? account;

    enum Answer { Ready, Busy, Silent, Unknown }

    /// <summary>Not a superuser: it owns its database and may make others.</summary>
    public string ConnectionString => For(Name, Name).ConnectionString;

    public async Task Run(CancellationToken cancel)
    {
        account = await folder.Prepare(cancel);
        var exists = File.Exists(VersionFile(folder.Data));
        binaries = await PostgresBinaries.Find(exists ? (await File.ReadAllTextAsync(VersionFile(folder.Data), cancel)).Trim()
            : null, cancel);
        port = ClusterSettings.PortOf(folder);
        if (!exists)
            await Make(cancel);

        var waiting = Stopwatch.StartNew();
        for (var tries = 0; waiting.Elapsed < Patience;)
        {
            var answer = await Ask(cancel);
            if (answer is Answer.Ready)
                return;
            if (answer is Answer.Unknown)
                await MakeDatabase(cancel);
            else if (answer is Answer.Silent && !Postmaster.IsAlive(folder))
                await Start(last: ++tries == Tries, cancel);
            else
                await Task.Delay(50, cancel);
        }
        throw new LocalPostgresException($"The private PostgreSQL does not answer; its log is {folder.Log}");
    }

    public bool IsAlive => Postmaster.IsAlive(folder);

    public async Task Stop(string mode = "fast")
    {
        if (!IsAlive)
            return;

        account ??= await folder.Prepare(CancellationToken.None);
        binaries ??= await PostgresBinaries.Find(null, CancellationToken.None);
        var stopped = await ExternalProgram.Run(account, binaries.PgCtl, ["stop", "-D", folder.Data, "-m", mode, "-w", "-t", "60"],
            CancellationToken.None);
        if (!stopped.Succeeded && IsAlive)
            options.Log.LogWarning("The private PostgreSQL did not stop, the next start takes it over: {Reason}", stopped.LastLine);
    }

    async Task Make(CancellationToken cancel)
    {
        options.Log.LogInformation("Making a private PostgreSQL in {Folder}", folder.Server);
        var unfinished = folder.NewUnfinished();
        var passwordFile = Path.Combine(folder.Server, "password");
        await File.WriteAllTextAsync(passwordFile, password, cancel);
        if (account is not null)
            await folder.Give(account, cancel);
        string[] arguments =
        [
            "-D", unfinished, "-U", Superuser, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "--encoding=UTF8",
            .. ServerLocale.Name is { } locale ? new[] { $"--locale={locale}" } : [],
            .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        // Half a second, and killed in it, it would leave its children and their shared memory behind.
        var made = await ExternalProgram.Run(account, binaries!.InitDb, arguments, CancellationToken.None);
        File.Delete(passwordFile);
        if (!made.Succeeded)
            throw new LocalPostgresException($"PostgreSQL could not make its data in {folder.Server}: {Complaint(made.Output)}");

        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), "\ninclude '../settings.conf'\n", cancel);
        // Whole or not at all: a start that was killed half-way leaves no cluster behind.
        Directory.Move(unfinished, folder.Data);
    }

    async Task Start(bool last, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(folder.Settings, ClusterSettings.Text(folder, port, options), cancel);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Settings,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        folder.RemoveUnfinished();
        // Left by a killed server, it names a process number that may be another's by now; the data has a lock of its own.
        File.Delete(Path.Combine(folder.Server, $".s.PGSQL.{port}.lock"));
        var log = new FileInfo(folder.Log);
        if (log.Exists && log.Length > 10_000_000)
            log.MoveTo(folder.Log + ".1", overwrite: true);
        log.Refresh();
        var before = log.Exists ? log.Length : 0;

        var started = await ExternalProgram.Run(account, binaries!.PgCtl,
            ["start", "-D", folder.Data, "-l", folder.Log, "-w", "-t", "60"], cancel);
        if (started.Succeeded || IsAlive)
            return;

        var reason = Complaint(await LogSince(before, cancel) is { Length: > 0 } text ? text : started.Output);
        if (reason.Contains("postmaster.pid", StringComparison.Ordinal))
            Postmaster.Bury(folder, started.ProcessId);
        else if (last || !MayPass(reason))
            throw new LocalPostgresException($"The private PostgreSQL did not start: {reason} (its log: {folder.Log})");

        if (!folder.TakesSocket)
            port = ClusterSettings.FreePort();
        await Task.Delay(300, cancel);
    }

    /// <summary>The children of a killed server live a moment longer; a free port may be taken by the time we bind it.</summary>
    static bool MayPass(string reason) =>
        reason.Contains("in use", StringComparison.Ordinal)
        || reason.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);

    async Task<string> LogSince(long position, CancellationToken cancel)
    {
        if (!File.Exists(folder.Log))
            return "";

        using var log = new StreamReader(folder.Log);
        log.BaseStream.Seek(position, SeekOrigin.Begin);
        return await log.ReadToEndAsync(cancel);
    }

    static string Complaint(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.LastOrDefault(l => l.Contains("FATAL", StringComparison.Ordinal) || l.Contains("error:", StringComparison.Ordinal))
            ?? lines.LastOrDefault("no reason given");
    }

    async Task<Answer> Ask(CancellationToken cancel)
    {
        // Another program may have our old port by now; a socket in our own folder is ours.
        if (!folder.TakesSocket && !IsAlive)
            return Answer.Silent;
        try
        {
            await using var connection = new NpgsqlConnection(For(Name, Name).ConnectionString);
            await connection.OpenAsync(cancel);
            return Answer.Ready;
        }
        catch (PostgresException e)
        {
            return e.SqlState switch
            {
                PostgresErrorCodes.CannotConnectNow => Answer.Busy,
                PostgresErrorCodes.TooManyConnections => Answer.Ready,
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidCatalogName => Answer.Unknown,
                _ => throw new LocalPostgresException($"The private PostgreSQL refuses us: {e.MessageText}", e),
            };
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return Answer.Silent;
        }
    }

    async Task MakeDatabase(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(For(Superuser, Superuser).ConnectionString);
            await connection.OpenAsync(cancel);
            await using var role = new NpgsqlCommand(
                $"do $$ begin if not exists (select from pg_roles where rolname = '{Name}') then create role {Name}; end if; end $$",
                connection);
            await role.ExecuteNonQueryAsync(cancel);
            await using var login = new NpgsqlCommand($"alter role {Name} login createdb password '{password}'", connection);
            await login.ExecuteNonQueryAsync(cancel);
            await using var known = new NpgsqlCommand($"select exists (select from pg_database where datname = '{Name}')", connection);
            if (await known.ExecuteScalarAsync(cancel) is true)
                return;
            await using var database = new NpgsqlCommand($"create database {Name} owner {Name}", connection);
            await database.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new LocalPostgresException(
                $"The password beside {folder.Server} is not the one that the cluster was made with: put the old file back", e);
        }
    }

    static string VersionFile(string data) => Path.Combine(data, "PG_VERSION");

    NpgsqlConnectionStringBuilder For(string user, string database) => new()
    {
        Host = folder.TakesSocket ? folder.Server : "127.0.0.1",
        Port = port,
        Username = user,
        Password = password,
        Database = database,
        RequireAuth = "ScramSHA256",
        Pooling = false,
    };
}
