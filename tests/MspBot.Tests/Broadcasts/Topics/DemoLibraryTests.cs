using MspBot.Sandbox.Demo;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Broadcasts.Topics;

/// <summary>The library of the demo, its broadcast and its morning message.</summary>
public sealed class DemoLibraryTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task There_are_materials_in_several_states_a_broadcast_with_outcomes_and_news_in_the_morning()
    {
        await using var database = await cluster.CreateEmptyAsync();
        var folder = await TestFolder.NewAsync("l");
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
            Assert.Equal("Hidden 1, Offered 1, Returned 1, Shown 10", await Read("""
                select string_agg(state || ' ' || n, ', ' order by state) from (
                    select state, count(*) as n from material where in_library group by state) x
                """));
            Assert.Equal("Blocked 1, Failed 1, Sent 50", await Read("""
                select string_agg(outcome || ' ' || n, ', ' order by outcome) from (
                    select outcome, count(*) as n from broadcast_recipient group by outcome) x
                """));
            Assert.Equal("0", await Read("select count(*)::text from topic_told"));
            var teacher = demo.Api.Visitors.Single(v => v.Id == Townspeople.FirstTeacher + 24);
            demo.Clock.Jump(TimeSpan.FromHours(22));
            var said = await teacher.Sees("Новое по вашим темам");
            Assert.Contains("Карточки по смысловому чтению, 7 класс", said, StringComparison.Ordinal);
        }
        TestFolder.Remove(folder);
    }
}
