using MspBot.Data.Migrations;
using MspBot.Data.Postgres;

namespace MspBot.Host.Operations;

/// <summary>Stops the program when its database was replaced or belongs to a newer version; the supervisor starts it again.</summary>
internal sealed partial class DatabaseWatch(
    DatabaseIdentity identity, SchemaWatch schema, IHostApplicationLifetime lifetime, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time: a story that moves the clock has nothing to do with it.
        using var timer = new PeriodicTimer(Each);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var same = await identity.IsSame(stoppingToken);
                if (same && !await schema.IsTakenOver(stoppingToken)) continue;
                if (same) LogTakenOver();
                else LogExchanged();
                lifetime.StopApplication();
                return;
            }
            catch (Exception e) when (Database.IsUnavailable(e))
            {
                // Away is not another: the next look will tell.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database was exchanged while the program ran; it stops, to be started anew")]
    private partial void LogExchanged();

    [LoggerMessage(Level = LogLevel.Critical, Message = "A newer version migrates the database or has done so; this one stops")]
    private partial void LogTakenOver();
}
