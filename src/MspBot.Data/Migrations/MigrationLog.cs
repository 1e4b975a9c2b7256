using DbUp.Engine.Output;
using Microsoft.Extensions.Logging;

namespace MspBot.Data.Migrations;

/// <summary>DbUp's lines, at the level they deserve: its chatter about an up-to-date database is not news.</summary>
sealed class MigrationLog(ILogger log) : IUpgradeLog
{
#pragma warning disable CA2254 // The templates are DbUp's own constants.
    public void LogTrace(string format, params object[] args) => log.LogTrace(format, args);

    public void LogDebug(string format, params object[] args) => log.LogDebug(format, args);

    public void LogInformation(string format, params object[] args)
    {
        var level = format.StartsWith("Executing Database Server script", StringComparison.Ordinal) ? LogLevel.Information : LogLevel.Debug;
        log.Log(level, format, args);
    }

    public void LogWarning(string format, params object[] args) => log.LogWarning(format, args);

    public void LogError(string format, params object[] args) => log.LogError(format, args);

    public void LogError(Exception ex, string format, params object[] args) => log.LogError(ex, format, args);
#pragma warning restore CA2254
}
