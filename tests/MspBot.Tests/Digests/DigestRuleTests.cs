using CsCheck;
using MspBot.Domain.Digests;
using Xunit;

namespace MspBot.Tests.Digests;

public sealed class DigestRuleTests
{
    [Fact]
    public void What_is_usual_leaves_out_periods_without_data_and_never_divides_by_nothing()
    {
        PeriodFigures[] history = [Week(0, came: 0, of: 0), Week(1, came: 5, of: 10), Week(2, came: 0, of: 0), Week(3, came: 9, of: 10)];
        Assert.Equal(new(0.9, null, 0.5), Comparison.Of(history, f => f.Attendance));
        Assert.Equal(new(null, null, null), Comparison.Of([Week(0, 0, 0)], f => f.Attendance));
        Assert.Equal(new(3, 2, 1), Comparison.Of([Week(0, 0, 0), Week(1, 2, 3), Week(2, 3, 3)], f => f.Came));
    }

    [Fact]
    public void Usual_is_the_mean_of_eight_and_no_more()
    {
        var history = Enumerable.Range(0, 12).Select(n => Week(n, came: n < 3 ? 1_000 : 4, of: 2_000)).ToList();
        Assert.Equal(4, Comparison.Of(history, f => f.Came).Usual);
    }

    [Fact]
    public void A_correction_is_told_once_and_not_of_the_week_that_is_told_first_now()
    {
        PeriodFigures[] told = [Week(0, 14, 20), Week(1, 3, 5)];
        PeriodFigures[] now = [Week(0, 15, 20), Week(1, 3, 5), Week(2, 7, 9)];
        Assert.Equal([new(now[0].First, CorrectedFigure.Came, 14, 15)], Corrections.Between(told, now));
        Assert.Empty(Corrections.Between(now, [.. now, Week(3, 1, 1)]));
    }

    [Fact]
    public void Nobody_can_work_out_one_or_two_ratings_from_what_is_said() => Gen.Int[0, 9].Array[0, 6].Sample(counts =>
    {
        var groups =
            SmallGroups.Hide([.. counts.Select((count, nr) =>
                new RatingGroup { Seminar = nr, Count = count, Rating = count < 3 ? null : 4, Usefulness = count < 3 ? null : 4 })]);
        var unsaid = groups.Where(g => g.Rating is null).Sum(g => g.Count);
        Assert.All(groups, g => Assert.True(g.Count >= 3 || g.Rating is null));
        // All together are said only from three on; then nothing may be left over that is one or two.
        if (counts.Sum() >= 3) Assert.False(unsaid is 1 or 2, $"{string.Join(' ', counts)} leaves {unsaid}");
    });

    [Fact]
    public void What_is_of_one_kind_is_one_line()
    {
        Decision[] all = [.. Enumerable.Range(0, 9).Select(n => new Decision { Kind = DecisionKind.SilentSchool, Id = n }),
            new() { Kind = DecisionKind.UnansweredRequest, Id = 1 }, new() { Kind = DecisionKind.EmptySeminar, Id = 1 }];
        Assert.Equal([(DecisionKind.UnansweredRequest, 1), (DecisionKind.EmptySeminar, 1), (DecisionKind.SilentSchool, 9)],
            Decisions.ByKind(all).Select(kind => (kind[0].Kind, kind.Count)));
    }

    private static PeriodFigures Week(int nr, int came, int of) =>
        new(new DateOnly(2026, 1, 5).AddDays(7 * nr), new Figures { Came = came, SignedUp = of });
}
