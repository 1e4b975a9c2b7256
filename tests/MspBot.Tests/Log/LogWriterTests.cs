using MspBot.Data.Log;
using MspBot.Data.Postgres;
using MspBot.Domain.Log;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Log;

/// <summary>Lines travel with the commit, and go with the savepoint in which they were written.</summary>
public sealed class LogWriterTests(TestCluster cluster)
{
    [Fact]
    public async Task A_line_written_inside_a_savepoint_goes_with_it()
    {
        await using var stage = await LogStage.SetUp(cluster);
        await stage.Session(async (session, log) =>
        {
            log.Write(LogStage.Line(id: 1));
            await session.Savepoint("form");
            log.Write(LogStage.Line(id: 2));
            await session.Savepoint("time");
            log.Write(LogStage.Line(id: 3));
            await session.RollbackTo("time");
            log.Write(LogStage.Line(id: 4));
            await session.RollbackTo("form");
            log.Write(LogStage.Line(id: 5));
            await session.Commit();
        });
        Assert.Equal([1L, 5L], await Lines(stage));
    }

    [Fact]
    public async Task Without_a_commit_no_line_stays()
    {
        await using var stage = await LogStage.SetUp(cluster);
        await stage.Session((_, log) =>
        {
            log.Write(LogStage.Line());
            return Task.CompletedTask;
        });
        Assert.Empty(await Lines(stage));
    }

    private static Task<IReadOnlyList<long>> Lines(LogStage stage) => stage.Values<long>("select subject_id from action_log order by id");
}
