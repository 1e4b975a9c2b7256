using MspBot.Data.People;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;

namespace MspBot.Host.People;

/// <summary>
/// What is brought up to date at each start: the schools of the list, the appointed head. Safe to run twice, and on several machines at
/// once.
/// </summary>
internal sealed class PeopleStart(
    IServiceScopeFactory scopes, PeopleSettings settings, IReadOnlyList<ListedSchool> schools, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<SchoolStore>().Apply(schools, time.GetUtcNow());
        if (settings.Head is { } head) await services.GetRequiredService<PersonStore>().AppointHead(head, time.GetUtcNow());
        await services.GetRequiredService<DbSession>().Commit(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
