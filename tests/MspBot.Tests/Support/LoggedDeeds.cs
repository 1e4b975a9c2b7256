using System.Text.RegularExpressions;
using Dapper;
using MspBot.Data.Digests;
using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Tests.Support;

/// <summary>
/// No deed without a line in the log: asked at the end of each story, and around what a story plants by SQL, which nobody has done and
/// which therefore has no line.
/// </summary>
internal sealed partial class LoggedDeeds(string connectionString)
{
    private HashSet<string> planted = [];

    /// <exception cref="InvalidOperationException">The bot has done something of which there is no line.</exception>
    internal async Task Check()
    {
        if (await Find() is not { } found) return;
        found.ExceptWith(planted);
        if (found.Count > 0) throw new InvalidOperationException($"deeds without a line in the log: {string.Join(", ", found.Order())}");
    }

    /// <summary>What was done up to now without the bot, by stores alone, has no line.</summary>
    internal async Task Excuse() => planted = await Find() ?? planted;

    /// <summary>What is found at its end was planted.</summary>
    internal async Task<IAsyncDisposable> Planting(string sql)
    {
        return Writes().IsMatch(sql) ? await Planting() : new Nothing();
    }

    /// <inheritdoc cref="Planting(string)"/>
    internal async Task<IAsyncDisposable> Planting()
    {
        await Check();
        return new Planted(this);
    }

    /// <summary>Null: there is no log, or no database, to ask.</summary>
    private async Task<HashSet<string>?> Find()
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            if (!await connection.ExecuteScalarAsync<bool>("select to_regclass('log_since') is not null")) return null;
            if (await connection.ExecuteScalarAsync<DateTime?>("select at from log_since") is not { } since) return null;
            return [.. await connection.QueryAsync<string>($"select kind || ' ' || id from ({LogAudit.All}) found", new { since })];
        }
        catch (Exception e) when (Database.IsUnavailable(e) || e is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            return null;
        }
    }

    [GeneratedRegex(@"\b(insert|update|delete)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writes();

    private sealed class Planted(LoggedDeeds deeds) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await deeds.Excuse();
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
