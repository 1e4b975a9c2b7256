using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Digests;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>Ratings in the figures: what was told of a week stays, and no single answer can be worked out of two digests.</summary>
public sealed class RatingStories(TestCluster cluster)
{
    [Fact]
    public async Task An_answer_that_waited_for_two_others_counts_with_them_and_an_earlier_weeks_mean_stays()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Teachers(6);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3, 4, 5, 6);
        foreach (var chat in (long[])[1, 2, 3]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
        await world.Pass(FeedbackCast.Day);
        await world.Files(FeedbackCast.Seminar(id), 4, "11");
        Assert.Equal([(3, 5.0)], (await Weeks(world)).TakeLast(1));

        await world.Pass(TimeSpan.FromDays(6));
        foreach (var chat in (long[])[5, 6]) await world.Files(FeedbackCast.Seminar(id), chat, "44");
        Assert.Equal([(3, 5.0), (3, 3.0)], (await Weeks(world)).TakeLast(2));
    }

    [Fact]
    public async Task What_is_left_of_a_seminars_week_is_not_counted_by_itself()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Teachers(6);
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, 1, 2, 3, 4, 5, 6);
        foreach (var chat in (long[])[1, 2, 3, 4]) await world.Files(FeedbackCast.Seminar(id), chat, "55");
        await world.PassInSteps(TimeSpan.FromDays(7), FeedbackCast.Day);
        Assert.Equal([3, 0], (await Weeks(world)).TakeLast(2).Select(w => w.Ratings));
        await world.Pass(FeedbackCast.Day);
        Assert.Equal([3, 0], (await Weeks(world)).TakeLast(2).Select(w => w.Ratings));
    }

    private static async Task<IReadOnlyList<(int Ratings, double? Rating)>> Weeks(World world)
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var zone = world.Bot.Web.Services.GetRequiredService<SiteZone>();
        var now = world.Clock.GetUtcNow();
        var reader = scope.ServiceProvider.GetRequiredService<FiguresReader>();
        await reader.Freeze();
        await world.Sql<int>($"update person set created_at = '{World.Morning.AddDays(-100):O}'");
        var weeks = await reader.Of(DigestPeriod.Of(PeriodKind.Week, zone.DayOf(now)).WithBefore(1), zone, now);
        return [.. weeks.Select(w => (w.Figures.Ratings, w.Figures.Rating))];
    }
}
