using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Postgres;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>Two who decide at the same moment: one does, the other is told.</summary>
public sealed class CheckRaceTests(TestCluster cluster)
{
    [Fact]
    public async Task Of_accepting_and_returning_at_once_one_is_done()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await using var planting = await world.ByStores();
        var (by, version, now) = (await Someone(world), await cast.Version(cast.First), world.Clock.GetUtcNow());
        var school = new SchoolId(cast.First);
        var all = await Task.WhenAll(
            Do(world, (CheckingStore s) => s.Accept(cast.Survey, school, version, by, now)),
            Do(world, (CheckingStore s) => s.Return(cast.Survey, school, version, null, "Проверьте числа", by, now)),
            Do(world, (CheckingStore s) => s.Accept(cast.Survey, school, version, by, now)));
        Assert.Single(all, one => one.Refusal is null);
        Assert.All(all.Where(one => one.Refusal is not null), one => Assert.Equal(SurveyRefusal.ChangedMeanwhile, one.Refusal));
        Assert.Equal(version + 1, await cast.Version(cast.First));
    }

    [Fact]
    public async Task A_survey_is_closed_and_opened_again_once_whoever_presses()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await using var planting = await world.ByStores();
        var (by, now) = (await Someone(world), world.Clock.GetUtcNow());
        var seen = await Do(world, (CheckingReader r) => r.Seen(cast.Survey));
        var closed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Do(world, (ClosingStore s) => s.Close(cast.Survey, 1, seen, by, now))));
        var opened = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Do(world, (ClosingStore s) => s.Reopen(cast.Survey, 2, "Ошибка в числах", by, now))));
        Assert.Single(closed, one => one.Refusal is null);
        Assert.Single(opened, one => one.Refusal is null);
        Assert.Equal((1, "Open"), (await world.Sql<int>("select count(*) from survey_closing"), await cast.Closed()));
    }

    [Fact]
    public async Task Two_who_remind_at_once_remind_once()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await using var planting = await world.ByStores();
        var now = world.Clock.GetUtcNow();
        var all = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Do(world, async (SurveyReminderStore s) =>
        {
            var due = await s.ToAsk(cast.Survey, now);
            if (due.Refusal is null) await s.Asked(cast.Survey, [.. due.Schools.Select(school => school.School)], now);
            return due.Refusal;
        })));
        Assert.Equal([null, SurveyRefusal.RemindedLately], all.Order());
    }

    private static async Task<T> Do<TStore, T>(World world, Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    private static async Task<PersonId> Someone(World world) =>
        new(await world.Sql<long>("select min(person_id) from person_role where role = 'Head'"));
}
