using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MspBot.Data.Postgres;

/// <summary>Where the private PostgreSQL lives and how careful it is.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>The data folder; the server takes the subfolder <c>postgres</c> of it.</summary>
    public required string Folder { get; init; }

    /// <summary>Off only where the data may be lost with the power: in tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Lines for postgresql.conf that win over our own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public ILogger Log { get; init; } = NullLogger.Instance;
}
