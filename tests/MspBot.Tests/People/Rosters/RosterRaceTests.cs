using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.People;
using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.People.Rosters;

/// <summary>Links that are used, made anew and forgotten at once: each used once, none used that is void, none lost.</summary>
public sealed class RosterRaceTests(TestCluster cluster)
{
    private const int People = 6;

    [Fact]
    public async Task Links_used_and_made_anew_at_once_are_used_once_and_void_or_open()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).AddScoped<PersonStore>()
            .AddScoped<SchoolStore>().AddScoped<SchoolReader>().AddScoped<RosterReader>().AddScoped<RosterStore>().BuildServiceProvider();
        await Do(async (SchoolStore s) => await s.Apply([new("МОУ «СОШ № 4»", SchoolKind.Host)], Some.Today));
        var school = (await Do((SchoolReader r) => r.Confirmed()))[0].Id;
        var people = new List<PersonId>();
        for (var n = 0; n < People; n++)
            people.Add((await Do((PersonStore s) => s.Add(Some.Person(school, 1000 + n), Some.Today)))!.Value);

        await Run($"insert into person_role values ({people[0].Value}, 'SchoolHead', '{Some.Today:O}', {school.Value})");

        await Gen.Int[0, 9].Array[6, 24].SampleAsync(async deeds =>
        {
            await Run("truncate roster_link, roster_list");
            var codes = new List<string>();
            await Make(0);
            var uses = new List<(string Code, PersonId Person, RosterUse Use)>();
            await Task.WhenAll(deeds.Select(async (deed, n) =>
            {
                if (deed == 0)
                {
                    await Make(await Do((RosterReader r) => r.CountOpen(school, Some.Today)));
                    return;
                }
                string code;
                lock (codes) code = codes[deed % codes.Count];
                var use = await Do((RosterStore s) => s.Use(code, people[n % People], Some.Today));
                lock (uses) uses.Add((code, people[n % People], use));
            }));

            // Of those that made it, one for each link, and its row says who.
            foreach (var link in uses.GroupBy(it => it.Code))
            {
                var used = link.Where(it => it.Use == RosterUse.Used).ToList();
                Assert.InRange(used.Count, 0, 1);
                var found = (await Do((RosterReader r) => r.Find(link.Key)))!;
                Assert.Equal(used.Count == 1 ? used[0].Person : null, found.UsedBy);
                Assert.All(link.Where(it => it.Use == RosterUse.TakenByOther), it => Assert.NotEqual(found.UsedBy, it.Person));
                Assert.All(link.Where(it => it.Use == RosterUse.NotOpen), it =>
                    Assert.True(found.VoidAt is not null || found.UsedBy == it.Person));
            }
            // All that is open is of the newest list.
            Assert.Equal(0, await Run("""
                select count(*) from roster_link where used_at is null and void_at is null and list_id < (select max(id) from roster_list)
                """));
            Assert.Equal(await Run("select sum(links) from roster_list"), await Run("select count(*) from roster_link"));

            async Task Make(int seen)
            {
                var links = Enumerable.Range(1, 4)
                    .Select(n => new NewRosterLink(LinkCode.New(), n, new(RosterCast.Ivanova, "учитель", null))).ToList();
                if (!await Do((RosterStore s) => s.Make(school, links, seen, people[0], Some.Today))) return;
                lock (codes) codes.AddRange(links.Select(link => link.Code));
            }
        }, iter: 60, threads: 1);

        async Task<T> Do<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
        {
            await using var scope = services.CreateAsyncScope();
            var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            return result;
        }

        async Task<long> Run(string sql)
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0, null);
        }
    }
}
