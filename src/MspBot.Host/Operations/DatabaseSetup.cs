using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Host.Configuration;

namespace MspBot.Host.Operations;

/// <summary>The database under the program: the one that is configured, or a private one in the data folder; migrated.</summary>
internal sealed class DatabaseSetup : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly LocalPostgres? local;

    private DatabaseSetup(string connectionString, LocalPostgres? local) => (ConnectionString, this.local) = (connectionString, local);

    internal string ConnectionString { get; }

    internal static async Task<DatabaseSetup> Prepare(SiteSettings settings, ILoggerFactory logs, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var log = logs.CreateLogger<DatabaseSetup>();
        var local = settings.ConnectionString is null
            ? await LocalPostgres.Start(new() { Folder = settings.DataFolder, Log = log }, cancel) : null;
        var database = new DatabaseSetup(settings.ConnectionString ?? local!.ConnectionString, local);
        try
        {
            await Migrate(database.ConnectionString, log, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (local is not null) await local.DisposeAsync();
    }

    /// <summary>A database that is still starting is waited for.</summary>
    private static async Task Migrate(string connectionString, ILogger log, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromSeconds(1))
        {
            try
            {
                await Migrator.Apply(connectionString, log, cancel);
                return;
            }
            catch (Exception e) when (e is NewerSchemaException or DatabaseInUseException)
            {
                throw new SettingException($"ConnectionStrings__Msp: {e.Message}");
            }
            catch (Exception e) when (Database.IsUnavailable((e as MigrationException)?.InnerException ?? e))
            {
                if (waited >= Patience)
                    throw new SettingException(
                        $"ConnectionStrings__Msp: the database did not answer within {Patience.TotalSeconds} s: {e.Message}");
                log.LogInformation("Waiting for the database: {Reason}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            }
        }
    }
}
