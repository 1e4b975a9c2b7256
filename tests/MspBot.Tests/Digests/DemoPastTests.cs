using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Digests;
using MspBot.Host.Operations;
using MspBot.Sandbox.Demo;
using MspBot.Sandbox.Past;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Digests;

public sealed class DemoPastTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_sandbox_fills_an_empty_database_with_a_district_once_and_the_command_line_tells_of_it()
    {
        await using var database = await cluster.CreateEmptyAsync();
        var folder = await TestFolder.NewAsync("s");
        var options = DemoOptions.Read(["--district", "--database", database.ConnectionString]) with { Time = new FakeTimeProvider(Now) };
        Assert.True(options.District);
        var (made, said) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await DistrictOnly.Run(options, new(16, 160, 5, 30, 70, 1_000, 400), made));
        Assert.Contains("digest --week 2026-W47", made.ToString(), StringComparison.Ordinal);
        await DigestCommandLine.Run(["--week=2026-W47", $"--ConnectionStrings:Msp={database.ConnectionString}", $"--Data:Folder={folder}"],
            said, options.Time);
        Assert.Contains("Мероприятий: 1 ", said.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<DemoException>(() => DistrictOnly.Run(options, new(16, 160, 5, 30, 70, 1_000, 400), made));
        TestFolder.Remove(folder);
    }

    [Fact]
    public async Task The_demo_district_has_a_past_that_a_digest_can_tell_of_and_nobody_is_asked_about_it()
    {
        await using var database = await cluster.CreateEmptyAsync();
        var folder = await TestFolder.NewAsync("s");
        await using (var demo = await DemoRun.StartAsync(new() { Folder = folder, Database = database.ConnectionString, Port = 0 }))
        {
            var now = demo.Clock.GetUtcNow();
            var digest = await demo.Bot.Web.Services.GetRequiredService<DigestMaker>()
                .Make(DigestPeriod.Of(PeriodKind.Week, demo.Zone.DayOf(now)).Previous, now);
            Assert.True(digest.Figures is { Seminars: > 0, Came: > 0, Held: > 0, Ratings: >= 3, ActiveSchools: > 0 }, $"{digest.Figures}");
            Assert.Equal(12, digest.History.Count);
            await DueJobs.RunAll(demo.Bot.Web.Services);
            await using var connection = await demo.Database.OpenConnectionAsync();
            await using var asked =
                new NpgsqlCommand("select count(*) from outbox where payload like '%Оцените%' or payload like '%не получилось прийти%'",
                    connection);
            Assert.Equal(0L, await asked.ExecuteScalarAsync());
            // Its plan is half agreed: one item came back, one is overdue, one was changed after agreement, some have meetings.
            await using var scope = demo.Bot.Web.Services.CreateAsyncScope();
            var plans = scope.ServiceProvider.GetRequiredService<PlanReader>();
            var plan = (await plans.Of(SchoolYear.Of(demo.Zone.DayOf(now))))!;
            Assert.True(plan.Counts is { Agreed: > 3, Returned: 1, Submitted: 3, Draft: 2, InForce: > 4 }, $"{plan.Counts}");
            var facts = (await plans.Items(plan.Id, now)).Where(item => item.InForce is not null)
                .Select(item => item.FactAt(now, demo.Zone)).ToList();
            Assert.Contains(Fact.Done, facts);
            Assert.Contains(Fact.Running, facts);
        }
        TestFolder.Remove(folder);
    }
}
