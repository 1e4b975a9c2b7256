using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.People.Inquiries;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.People.Roles;

/// <summary>A database with people in it and the stores of roles over it; each use is a transaction of its own.</summary>
internal sealed class RoleDesk : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int accounts = 1000;

    private RoleDesk(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddScoped<PersonStore>().AddScoped<SchoolStore>().AddScoped<SchoolReader>().AddScoped<RoleStore>().AddScoped<PeopleReader>()
            .AddScoped<InvitationStore>().AddScoped<InvitationReader>().AddScoped<AssignmentStore>().AddScoped<AssignmentReader>()
            .AddScoped<InquiryStore>().AddScoped<InquiryReader>().BuildServiceProvider();
    }

    internal SchoolId School { get; private set; }

    internal static async Task<RoleDesk> Open(TestCluster cluster)
    {
        var desk = new RoleDesk(await cluster.CreateAsync());
        await desk.Do(async (SchoolStore s) =>
        {
            await s.Apply([new("МОУ «СОШ № 4»", SchoolKind.Host)], Some.Today);
            return true;
        });
        desk.School = (await desk.Do((SchoolReader r) => r.Confirmed()))[0].Id;
        return desk;
    }

    internal async Task<T> Do<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    internal async Task<PersonId> Person(params Role[] roles) =>
        (await Do((PersonStore s) => s.Add(Some.Person(School, Interlocked.Increment(ref accounts), roles: [Role.Teacher, .. roles]),
            Some.Today)))!.Value;

    internal Task<InvitationId> Invite(string code, PersonId by, Role role = Role.Tutor) =>
        Do((InvitationStore s) => s.Add(code, role, role == Role.SchoolHead ? School : null, by, Some.Today));

    internal Task<Redeemed> Redeem(string code, PersonId by) => Do((InvitationStore s) => s.Redeem(code, by, Some.Today));

    internal async Task<long> Count(string from)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
