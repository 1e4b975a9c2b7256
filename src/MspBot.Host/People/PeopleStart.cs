using MspBot.Data.People;
using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Host.People;

/// <summary>What is brought up to date at each start, once the schema is: the schools of the list, the appointed head.</summary>
internal sealed class PeopleStart(IServiceScopeFactory scopes, PeopleSettings settings, TimeProvider time) : IHostedService
{
    /// <summary>Safe to run twice, and on several machines at once.</summary>
    /// <exception cref="SettingException">A file in the data folder is wrong.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Site>();   // a wrong file stops the start, not the first /about
        await services.GetRequiredService<SchoolStore>().Apply(SchoolsFile.Read(settings.DataFolder), time.GetUtcNow());
        if (settings.HeadTelegramId is { } head) await services.GetRequiredService<PersonStore>().AppointHead(head, time.GetUtcNow());
        await services.GetRequiredService<DbSession>().Commit(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
