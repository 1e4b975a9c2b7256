using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Certificates;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Certificates;

/// <summary>Many who ask at once.</summary>
public sealed class CertificateRaceTests(TestCluster cluster)
{
    private static readonly DateTimeOffset After = Some.Noon.AddDays(8);

    [Fact]
    public async Task Twenty_presses_at_once_make_one_number()
    {
        await using var stage = await CertificateStage.SetUp(cluster);
        var (seminar, people) = await stage.Held(1);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.Issue(people[0], seminar)));

        Assert.All(results, r => Assert.Null(r.Refusal));
        Assert.Single(results.Select(r => (r.Details!.Number, r.Details.Code, r.Details.Edition)).Distinct());
    }

    [Fact]
    public async Task Fifty_people_at_once_have_fifty_numbers_and_codes()
    {
        await using var stage = await CertificateStage.SetUp(cluster);
        var (seminar, people) = await stage.Held(50);

        var results = await Task.WhenAll(people.Select(p => stage.Issue(p, seminar)));

        Assert.Equal(Enumerable.Range(1, 50), results.Select(r => r.Details!.InYear).Order());
        Assert.Equal(50, results.Select(r => r.Details!.Code).Distinct().Count());
    }

    [Fact]
    public async Task Numbers_begin_anew_with_the_year()
    {
        await using var stage = await CertificateStage.SetUp(cluster);
        var (seminar, people) = await stage.Held(2);

        Assert.Equal("2026-0001", (await stage.Issue(people[0], seminar)).Details!.Number.ToString());
        Assert.Equal("2027-0001", (await stage.Issue(people[1], seminar, year: 2027)).Details!.Number.ToString());
    }

    /// <summary>A stage with the store of certificates beside those of seminars.</summary>
    private sealed class CertificateStage : IAsyncDisposable
    {
        private readonly SeminarStage seminars;
        private readonly ServiceProvider services;

        private CertificateStage(SeminarStage seminars, string connection) =>
            (this.seminars, services) = (seminars,
                new ServiceCollection().AddDatabase(connection).AddScoped<CertificateStore>().BuildServiceProvider());

        internal static async Task<CertificateStage> SetUp(TestCluster cluster)
        {
            var database = await cluster.CreateAsync();
            return new(SeminarStage.Over(database), database.ConnectionString);
        }

        internal async Task<(SeminarId, IReadOnlyList<PersonId>)> Held(int came)
        {
            var seminar = await seminars.Seminar(seats: null);
            var people = await seminars.People(came);
            foreach (var person in people) await seminars.SignUp(seminar, person);
            await using var connection = await seminars.Connection();
            await using var command = new NpgsqlCommand("update sign_up set came = true", connection);
            await command.ExecuteNonQueryAsync();
            return (seminar, people);
        }

        internal async Task<CertificateResult> Issue(PersonId person, SeminarId seminar, int year = 2026)
        {
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<CertificateStore>()
                .IssueAttended(person, seminar, feedbackGiven: true, After, year);
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            return result;
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await seminars.DisposeAsync();
        }
    }
}
