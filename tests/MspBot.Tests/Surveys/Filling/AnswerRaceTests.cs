using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.People.Roles;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Data.Surveys.Filling;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>Deputies of one school, and whoever closes the survey, at the same moment.</summary>
public sealed class AnswerRaceTests(TestCluster cluster)
{
    private const int Rounds = 10;

    [Fact]
    public async Task Of_two_who_answer_what_both_have_read_one_counts()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await cast.Deputy();
        var (head, deputy) = (await Person(world, FillingCast.HeadChat), await Person(world, FillingCast.DeputyChat));
        await world.DoneByStores();
        for (var round = 0; round < Rounds; round++)
        {
            var results = await Task.WhenAll(Save(world, cast, head, round, 2 * round), Save(world, cast, deputy, round, 2 * round + 1));

            Assert.Single(results, result => result.Refusal is null);
            Assert.Single(results, result => result.Refusal is SurveyRefusal.AnsweredMeanwhile);
        }
        Assert.Equal(Rounds - 1, await world.Sql<int>("select count(*) from survey_value_past"));
    }

    [Fact]
    public async Task What_is_saved_is_saved_before_the_survey_closes_or_refused()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        var head = await Person(world, FillingCast.HeadChat);
        await world.DoneByStores();
        for (var round = 0; round < Rounds; round++)
        {
            await world.Sql<int>("delete from survey_value; update survey set state = 'Open', closed_at = null");
            var saved = Save(world, cast, head, 0, round);
            await Task.WhenAll(saved, world.Closes(cast.Survey));

            var refusal = (await saved).Refusal;
            Assert.True(refusal is null or SurveyRefusal.NotOpen);
            Assert.Equal(refusal is null ? 1 : 0, await world.Sql<int>("select count(*) from survey_value"));
        }
    }

    [Fact]
    public async Task Of_two_who_send_at_once_one_sends()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await cast.Deputy();
        var (head, deputy) = (await Person(world, FillingCast.HeadChat), await Person(world, FillingCast.DeputyChat));
        await Save(world, cast, head, 0, 5);
        var filler = new Filler(new(cast.School), BySite: false);
        var answers = await Do(world, (FillingReader r) => r.One(cast.Survey, filler.School));

        await using var planting = await world.ByStores();
        var results = await Task.WhenAll(new[] { head, deputy, head }.Select(who => Do(world, (AnswerStore s) =>
            s.Send(cast.Survey, answers!.School.Version, answers.Seen, filler, who, world.Clock.GetUtcNow()))));

        await world.DoneByStores();
        Assert.Single(results, result => result.Refusal is null);
        await world.DoneByStores();
        Assert.Equal("Sent", await cast.State());
    }

    private static Task<FillingResult> Save(World world, FillingCast cast, PersonId who, int seen, int number) =>
        Do(world, (AnswerStore s) => s.Save(
            new IndicatorAnswer(cast.Survey, cast.Indicators[0], seen, SurveyValue.Number(number), Surprising: false, Why: null),
            new Filler(new(cast.School), BySite: false), who, world.Clock.GetUtcNow()));

    private static async Task<T> Do<TStore, T>(World world, Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    private static async Task<PersonId> Person(World world, long chat) =>
        new(await world.Sql<long>($"select id from person where chat_id = {chat}"));
}
