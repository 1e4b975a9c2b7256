using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace MspBot.Data.Postgres;

/// <summary>What we ask of the server: small, quiet, for one machine of two cores and one program.</summary>
static partial class ClusterSettings
{
    public static string Text(ClusterFolder folder, int port, LocalPostgresOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = folder.TakesSocket ? "" : "127.0.0.1",
            ["unix_socket_directories"] = folder.TakesSocket ? folder.Server : "",
            ["password_encryption"] = "scram-sha-256",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_line_prefix"] = "%m [%p] ",
            ["log_checkpoints"] = "off",
            ["shared_buffers"] = "128MB",
            ["max_connections"] = "60",
            ["max_wal_size"] = "512MB",
            ["wal_level"] = "minimal",
            ["max_wal_senders"] = "0",
            ["wal_compression"] = "on",
            ["jit"] = "off",
            // A plan made while a table was empty lives until the table is analysed: soon, then.
            ["autovacuum_naptime"] = "10s",
            ["max_parallel_workers_per_gather"] = "0",
            ["fsync"] = options.Durable ? "on" : "off",
            ["full_page_writes"] = options.Durable ? "on" : "off",
        };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;

        var text = new StringBuilder("# Written at every start; changes here are lost.\n");
        foreach (var (name, value) in settings)
            text.Append(CultureInfo.InvariantCulture,
                $"{name} = '{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'\n");
        return text.ToString();
    }

    public static int PortOf(ClusterFolder folder)
    {
        if (folder.TakesSocket)
            return 5432;

        return File.Exists(folder.Settings) && Port().Match(File.ReadAllText(folder.Settings)) is { Success: true } known
            ? int.Parse(known.Groups[1].Value, CultureInfo.InvariantCulture)
            : FreePort();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^port = '(\d+)'", RegexOptions.Multiline)]
    private static partial Regex Port();
}
