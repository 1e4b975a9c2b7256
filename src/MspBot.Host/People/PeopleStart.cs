using MspBot.Data.Log;
using MspBot.Data.People;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.Log;
using MspBot.Domain.People;

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
        var (now, log) = (time.GetUtcNow(), services.GetRequiredService<LogWriter>());
        if (await services.GetRequiredService<SchoolStore>().Apply(schools, now) is > 0 and var changed)
            log.Write(LogLine.ByClock(now, LogAction.SchoolListChanged, LogSubject.School, null, LogDetail.Of("schools", changed)));
        if (settings.Head is { } head && await services.GetRequiredService<PersonStore>().AppointHead(head, now) is { } appointed)
            log.Write(LogLine.ByClock(now, LogAction.RoleGiven, LogSubject.Person, appointed.Value, LogDetail.Of("role", Role.Head)));
        await services.GetRequiredService<DbSession>().Commit(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
