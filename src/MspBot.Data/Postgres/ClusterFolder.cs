using System.Security.Cryptography;

namespace MspBot.Data.Postgres;

/// <summary>
/// What lies where: locks and the password are ours (<c>postgres/</c>), the server's own folder is
/// <c>postgres/server</c>, which is a link when the server's account may not enter the data folder.
/// </summary>
sealed class ClusterFolder
{
    // Under a folder that is closed to everybody else, such as /root, the server's files go here.
    const string Elsewhere = "/var/lib/mspbot";
    const string Unfinished = "data.unfinished-";
    const int LongestSocketPath = 100;

    readonly string root;
    readonly string link;

    ClusterFolder(string dataFolder)
    {
        root = Path.Combine(Path.GetFullPath(dataFolder), "postgres");
        link = Path.Combine(root, "server");
        Server = link;
    }

    public string Server { get; private set; }

    public string Data => Path.Combine(Server, "data");

    public string Settings => Path.Combine(Server, "settings.conf");

    public string Log => Path.Combine(Server, "postgres.log");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public string StartLock => Path.Combine(root, "start.lock");

    public string UsersLock => Path.Combine(root, "users.lock");

    /// <summary>A socket's path has a limit of about a hundred bytes in every Unix; beyond it, and on Windows, TCP is used.</summary>
    public bool TakesSocket =>
        !OperatingSystem.IsWindows() && System.Text.Encoding.UTF8.GetByteCount(Server) < LongestSocketPath - ".s.PGSQL.5432".Length;

    public static ClusterFolder Open(string dataFolder)
    {
        var folder = new ClusterFolder(dataFolder);
        try
        {
            Directory.CreateDirectory(folder.root);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LocalPostgresException(
                $"Cannot write to the data folder {folder.root}: {e.Message} Set Data__Folder to one that you own", e);
        }
        folder.Follow();
        return folder;
    }

    /// <summary>Makes the server's folder one that only its account may enter.</summary>
    public async Task<ServerAccount?> Prepare(CancellationToken cancel)
    {
        if (!ServerAccount.IsNeeded)
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Server);
            else
                Directory.CreateDirectory(Server, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return null;
        }

        var account = await ServerAccount.For(Server, cancel);
        Directory.CreateDirectory(Server);
        await Give(account, cancel);
        if (!await CanEnter(account, cancel))
            await MoveElsewhere(account, cancel);
        return account;
    }

    /// <summary>A name of its own each time: the initdb of a start that was killed may still be writing into another.</summary>
    public string NewUnfinished() => Path.Combine(Server, Unfinished + RandomNumberGenerator.GetHexString(6, lowercase: true));

    public void RemoveUnfinished()
    {
        foreach (var left in Directory.GetDirectories(Server, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (IOException)
            {
                // It is being written to; the next start tries again.
            }
        }
    }

    /// <summary>The password, made at the first call; only we can read it.</summary>
    public string Password()
    {
        var path = Path.Combine(root, "password");
        try
        {
            if (File.Exists(path))
                return File.ReadAllText(path);

            var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            file.Write(password);
            return password;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LocalPostgresException($"{root} belongs to another user: start as that user, or set Data__Folder to another folder",
                e);
        }
    }

    public async Task Give(ServerAccount account, CancellationToken cancel)
    {
        // What is inside may be going away under us; the folder itself counts.
        await ExternalProgram.Run(null, "chown", ["-R", account.Name, Server + "/"], cancel);
        var given = await ExternalProgram.Run(null, "chown", [account.Name, Server + "/"], cancel);
        if (given.Succeeded)
            given = await ExternalProgram.Run(null, "chmod", ["700", Server + "/"], cancel);
        if (!given.Succeeded)
            throw new LocalPostgresException($"Cannot hand {Server} to the user that PostgreSQL runs as: {given.LastLine}");
    }

    async Task<bool> CanEnter(ServerAccount account, CancellationToken cancel) =>
        (await ExternalProgram.Run(account, "test", ["-w", Server], cancel)).Succeeded;

    async Task MoveElsewhere(ServerAccount account, CancellationToken cancel)
    {
        if (Directory.EnumerateFileSystemEntries(Server).Any() || Server != link)
            throw new LocalPostgresException(
                $"PostgreSQL runs as user {account.UserId}, who cannot enter {Server}: open the folders above it (chmod o+x), or set " +
                $"Data__Folder to another place");

        // Random, not made from the path: who deletes the data folder wants to begin anew.
        var place = Path.Combine(Elsewhere, RandomNumberGenerator.GetHexString(12, lowercase: true));
        Directory.CreateDirectory(place);
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, place);
        Follow();
        await Give(account, cancel);
        if (!await CanEnter(account, cancel))
            throw new LocalPostgresException(
                $"PostgreSQL runs as user {account.UserId}, who can enter neither {root} nor {place}: set Data__Folder to another place");
    }

    /// <summary>Another process may have put the link there while we waited for the lock.</summary>
    public void Follow() =>
        Server = new DirectoryInfo(link) is { LinkTarget: not null } there ? there.ResolveLinkTarget(returnFinalTarget: true)!.FullName
        : link;
}
