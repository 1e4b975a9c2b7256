using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Data.Postgres;

/// <summary>The folder with initdb, pg_ctl and postgres.</summary>
sealed partial record PostgresBinaries(string Folder)
{
    public string InitDb => Program("initdb");

    public string PgCtl => Program("pg_ctl");

    /// <summary>The first that is found, or, for data that exists, the first of the version that made it.</summary>
    public static async Task<PostgresBinaries> Find(string? madeByVersion, CancellationToken cancel)
    {
        var found = Candidates().Select(folder => new PostgresBinaries(folder)).Where(b => b.AreThere).Distinct().ToList();
        if (found.Count == 0)
            throw new LocalPostgresException("PostgreSQL is not installed: sudo apt-get install postgresql, or set ConnectionStrings__Msp");
        if (madeByVersion is null)
            return found[0];

        foreach (var binaries in found)
            if (await binaries.MajorVersion(cancel) == madeByVersion)
                return binaries;

        throw new LocalPostgresException(
            $"The data was made by PostgreSQL {madeByVersion}, which is not installed: sudo apt-get install postgresql-{madeByVersion}, " +
            $"or set PG_BIN to its bin folder");
    }

    static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } named)
            yield return named;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return folder;
        foreach (var folder in Versions("/usr/lib/postgresql", "bin").Concat(Versions("/usr", "bin", "pgsql-*")))
            yield return folder;
        foreach (var folder in Versions("/opt/homebrew/opt", "bin", "postgresql*").Concat(Versions("/usr/local/opt", "bin", "postgresql*")))
            yield return folder;
        foreach (var folder in Versions("/Applications/Postgres.app/Contents/Versions", "bin"))
            yield return folder;
        if (OperatingSystem.IsWindows())
            foreach (var folder in Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"),
                "bin"))
                yield return folder;
    }

    static IEnumerable<string> Versions(string parent, string bin, string pattern = "*") =>
        !Directory.Exists(parent) ? [] :
        Directory.GetDirectories(parent, pattern)
            .OrderByDescending(folder => int.TryParse(Digits().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture,
                out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, bin));

    bool AreThere => IsThere(InitDb) && IsThere(PgCtl);

    // File.Exists is content with a link that leads nowhere.
    static bool IsThere(string program) =>
        File.Exists(program) && (File.ResolveLinkTarget(program, returnFinalTarget: true)?.Exists ?? true);

    async Task<string> MajorVersion(CancellationToken cancel) =>
        Digits().Match((await ExternalProgram.Run(null, PgCtl, ["--version"], cancel)).Output).Value;

    string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
