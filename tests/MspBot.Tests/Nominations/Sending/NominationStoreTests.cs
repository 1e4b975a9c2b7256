using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Conversations;
using MspBot.Data.Nominations;
using MspBot.Data.Postgres;
using MspBot.Domain.Nominations;
using MspBot.Domain.Notices;
using MspBot.Domain.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>What is stored of those who are sent.</summary>
public sealed class NominationStoreTests(TestCluster cluster)
{
    [Fact]
    public async Task Who_comes_instead_reads_the_same_words()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 2);
        var seminar = await stage.Seminars.Seminar();
        var by = await stage.Seminars.Person();
        var former = (await stage.Nominate(seminar, 0, by, "Замену уроков дадим.", stage.Teachers[0])).Nominees[0].Nomination!.Value;

        await stage.Replace(former, 0, stage.Teachers[1]);

        Assert.Equal("Замену уроков дадим.", (await stage.Seminars.Details(seminar, stage.Teachers[1])).NominationWords);
    }

    [Fact]
    public async Task Who_sends_themselves_is_not_asked_and_not_reminded()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 2);
        var seminar = await stage.Seminars.Seminar(seats: 1);

        await stage.Nominate(seminar, 0, stage.Teachers[0], null, stage.Teachers);
        stage.Now += TimeSpan.FromHours(30);

        Assert.Equal([NominationState.Accepted, NominationState.Asked], (await stage.Nominations(seminar)).Select(n => n.State));
        Assert.Equal((await stage.Nominations(seminar))[1].Id,
            Assert.Single(await stage.Seminars.Turn((NominationDeadlines deadlines) => deadlines.ToRemind(stage.Now))));
    }

    /// <summary>A press can name anybody, also twice.</summary>
    [Fact]
    public async Task Who_is_named_twice_is_sent_once()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 2);
        var seminar = await stage.Seminars.Seminar(seats: 2);
        var (anna, boris) = (stage.Teachers[0], stage.Teachers[1]);

        var result = await stage.Nominate(seminar, 0, anna, boris, anna);

        Assert.Null(result.Refusal);
        Assert.Equal((2, 0), (result.Forecast!.Seated, result.Forecast.Waiting));
        Assert.Equal([anna, boris], result.Nominees.Select(n => n.Person));
        Assert.Equal([anna, boris], (await stage.Nominations(seminar)).Select(n => n.Person));
    }

    [Fact]
    public async Task Who_may_not_be_sent_and_is_named_twice_is_left_out_once()
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 2);
        var seminar = await stage.Seminars.Seminar();
        var (anna, boris) = (stage.Teachers[0], stage.Teachers[1]);
        await stage.SignUp(seminar, anna);

        var result = await stage.Nominate(seminar, 0, anna, boris, anna);

        Assert.Equal([NominationRefusal.SignedUp, null], result.Nominees.Select(n => n.Refusal));
        Assert.Equal((1, 0), (result.Forecast!.Seated, result.Forecast.Waiting));
    }

    /// <summary>The job has marked it, and its reminder comes to be with its commit.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reminder_that_is_made_while_the_answer_comes_is_taken_back(bool isCancelled)
    {
        await using var stage = await NominationStage.SetUp(cluster, 1, 1);
        var seminar = await stage.Seminars.Seminar();
        var teacher = stage.Teachers[0];
        var id = (await stage.Nominate(seminar, 0, teacher)).Nominees[0].Nomination!.Value;
        stage.Now += TimeSpan.FromHours(30);
        Task answers = Task.CompletedTask;

        await stage.Seminars.Turn(async (IServiceProvider services) =>
        {
            var one = Assert.Single(await services.GetRequiredService<NominationDeadlines>().TakeToRemind([id], stage.Now));
            var session = services.GetRequiredService<DbSession>();
            var key = NoticeKey.NominationReminded(one.Id, one.AnswerBy, one.RemindAt);
            OutboxWriter.Put(session, [new(one.Chat!.Value, "", Priority.Notice, key, null, null, null)]);
            answers = isCancelled ? TakeBack(stage, seminar) : stage.Accept(id, teacher);
            await Waits(stage);
            return 0;
        });
        await answers;

        Assert.Equal(0, await Count(stage, "select count(*) from outbox where waiting"));
    }

    private static Task<int> TakeBack(NominationStage stage, SeminarId seminar) =>
        stage.Seminars.Turn(async (NominationDeadlines deadlines) =>
        {
            await deadlines.TakeBackQuestions(seminar);
            return 0;
        });

    private static Task Waits(NominationStage stage) => WireWorld.Until(async () => await Count(stage, """
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%nomination%'
        """) > 0, "the answer waits for the reminder");

    private static async Task<long> Count(NominationStage stage, string sql)
    {
        await using var connection = await stage.Seminars.Connection();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
