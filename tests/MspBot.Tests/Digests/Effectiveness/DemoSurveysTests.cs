using MspBot.Sandbox.Demo;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>The surveys of the demo: there is something to look at from the first press on.</summary>
public sealed class DemoSurveysTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task One_survey_is_closed_one_is_open_and_the_site_reads_how_effective_it_is()
    {
        await using var database = await cluster.CreateEmptyAsync();
        var folder = await TestFolder.NewAsync("s");
        var time = new DemoClock(TimeProvider.System, Morning - TimeProvider.System.GetUtcNow());
        await using (var demo = await DemoRun.StartAsync(
            new() { Folder = folder, Database = database.ConnectionString, Port = 0, Time = time }))
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            async Task<string> Read(string sql)
            {
                await using var command = new NpgsqlCommand(sql, connection);
                return (string)(await command.ExecuteScalarAsync())!;
            }
            Assert.Equal("Accepted 4, Filling 1, Sent 2, Waiting 3", await Read("""
                select string_agg(state || ' ' || n, ', ' order by state) from (
                    select state, count(*) as n from survey_school group by state) x
                """));
            Assert.Equal("Closed 20, Open 12", await Read("""
                select string_agg(state || ' ' || n, ', ' order by state) from (
                    select s.state, count(*) as n from survey_value v join survey s on s.id = v.survey_id group by s.state) x
                """));
            Assert.Equal("1", await Read("select count(*)::text from survey_recommendation where outcome is null"));

            var methodologist = demo.Api.Visitors.Single(v => v.Id == Townspeople.Methodologist);
            await methodologist.Types("/monitoring");
            await methodologist.Taps("Эффективность площадки");
            await methodologist.Sees("Школы ответили на опросы в срок: 4 из 5 (80 %)");
            await methodologist.Sees("; цель 80 % ");
        }
        TestFolder.Remove(folder);
    }
}
