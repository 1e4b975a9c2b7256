using MspBot.Domain.People;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>Sums, changes and who has moved; over random answers they are worked out once more, school by school.</summary>
public sealed class SummaryRulesTests
{
    private static readonly Measure Share = new(IndicatorKind.Share, Better.Less);

    [Fact]
    public void A_districts_share_is_a_sum_of_a_sum_and_no_mean_of_percentages()
    {
        var total = Total.Of(Share, [SurveyValue.Share(1, 2), SurveyValue.Share(0, 98)])!;
        Assert.Equal((1m, 100m, 1m, 2), (total.Part, total.Whole, total.Level, total.Schools));
    }

    [Fact]
    public void Scores_have_a_mean_numbers_a_sum_and_yes_is_counted()
    {
        Assert.Equal(3.5m, Total.Of(new(IndicatorKind.Score, Better.More), [SurveyValue.Number(3), SurveyValue.Number(4)])!.Level);
        Assert.Equal(7m, Total.Of(new(IndicatorKind.Number, Better.Less), [SurveyValue.Number(3), SurveyValue.Number(4)])!.Level);
        var yes = Total.Of(new(IndicatorKind.YesNo, Better.Less),
            [SurveyValue.YesNo(true), SurveyValue.YesNo(false), SurveyValue.None(MissingReason.NotHeld)])!;
        Assert.Equal((1m, 2m), (yes.Part, yes.Whole));
        Assert.Null(Total.Of(new(IndicatorKind.Words, Better.Neither), [SurveyValue.Said("слова")]));
        Assert.Null(Total.Of(Share, [SurveyValue.None(MissingReason.Other)]));
    }

    /// <param name="kind">Of the indicator.</param>
    /// <param name="better">Which way.</param>
    /// <param name="before">Tenths.</param>
    /// <param name="now">Tenths.</param>
    /// <param name="verdict">What it means.</param>
    [Theory]
    [InlineData(IndicatorKind.Number, Better.More, 10, 20, Verdict.Better)]
    [InlineData(IndicatorKind.Number, Better.Less, 10, 20, Verdict.Worse)]
    [InlineData(IndicatorKind.Number, Better.Less, 10, 19, Verdict.Same)]
    [InlineData(IndicatorKind.Score, Better.More, 34, 35, Verdict.Better)]
    [InlineData(IndicatorKind.Score, Better.Neither, 34, 35, Verdict.Moved)]
    [InlineData(IndicatorKind.YesNo, Better.Less, 10, 0, Verdict.Better)]
    public void A_school_has_moved_from_a_point_on(IndicatorKind kind, Better better, int before, int now, Verdict verdict) =>
        Assert.Equal(verdict,
            Move.Of(new(kind, better), SurveyValue.Number(before / 10m), SurveyValue.Number(now / 10m))!.Verdict);

    [Fact]
    public void A_percentage_point_is_exactly_one()
    {
        Assert.Equal(Verdict.Worse, Move.Of(Share, SurveyValue.Share(100, 300), SurveyValue.Share(103, 300))!.Verdict);
        Assert.Equal(Verdict.Same, Move.Of(Share, SurveyValue.Share(1000, 3000), SurveyValue.Share(1029, 3000))!.Verdict);
        Assert.Equal(Verdict.Better, Move.Of(Share, SurveyValue.Share(34, 100), SurveyValue.Share(33, 100))!.Verdict);
    }

    [Fact]
    public void One_small_share_is_hidden_with_the_next_smallest()
    {
        Assert.Equal([1, 2], Hidden((1, 4), (2, 5), (3, 60)));
        Assert.Equal([1, 2], Hidden((1, 4), (2, 3), (3, 60)));
        Assert.Empty(Hidden((1, 5), (2, 6)));
        Assert.Equal([1], Hidden((1, 4)));
        Assert.True(SmallShares.HidesDistrict(Share, Values((1, 4))));
        Assert.False(SmallShares.HidesDistrict(Share, Values((1, 4), (2, 9))));
        Assert.Empty(SmallShares.Hidden(new(IndicatorKind.Number, Better.Less), Values((1, 4))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_answers_add_up_as_when_each_school_is_taken_by_itself(int seed)
    {
        var random = new Random(seed);
        foreach (var kind in Enum.GetValues<IndicatorKind>())
        {
            for (var run = 0; run < 100; run++)
            {
                var better = (Better)random.Next(3);
                var (now, before) = (Answers(random, kind), Answers(random, kind));
                Recounted(new Measure(kind, better), now, before);
            }
        }
    }

    /// <summary>Plain loops, and doubles: whatever the rules do, this does otherwise.</summary>
    private static void Recounted(Measure measure, Dictionary<SchoolId, SurveyValue> now, Dictionary<SchoolId, SurveyValue> before)
    {
        var told = IndicatorSummary.Of(measure, now, before);
        double part = 0, whole = 0, bothNowPart = 0, bothNowWhole = 0, bothThenPart = 0, bothThenWhole = 0;
        int answered = 0, both = 0, improved = 0, worsened = 0;
        for (var school = 1; school <= 12; school++)
        {
            if (measure.Kind == IndicatorKind.Words) continue;
            if (!now.TryGetValue(new(school), out var value) || value.Part is not { } number) continue;
            answered++;
            part += (double)number;
            whole += measure.Kind == IndicatorKind.Share ? (double)value.Whole!.Value : 1;
            if (!before.TryGetValue(new(school), out var last) || last.Part is not { } earlier) continue;
            both++;
            bothNowPart += (double)number;
            bothThenPart += (double)earlier;
            bothNowWhole += measure.Kind == IndicatorKind.Share ? (double)value.Whole!.Value : 1;
            bothThenWhole += measure.Kind == IndicatorKind.Share ? (double)last.Whole!.Value : 1;
            var moved = measure.Kind == IndicatorKind.Share
                ? 100 * ((double)number / (double)value.Whole!.Value - (double)earlier / (double)last.Whole!.Value)
                : (double)(number - earlier);
            if (Math.Abs(moved) < (measure.Kind == IndicatorKind.Score ? 0.1 : 1) - 1e-9 || measure.Better == Better.Neither) continue;
            if (moved > 0 == (measure.Better == Better.More)) improved++;
            else worsened++;
        }
        var ratio = measure.Kind is IndicatorKind.Share or IndicatorKind.Score;
        var factor = measure.Kind == IndicatorKind.Share ? 100 : 1;
        Assert.Equal((answered, both, improved, worsened),
            (told.Now?.Schools ?? 0, told.Compared, told.Improved, told.Worsened));
        if (answered > 0) Assert.Equal(ratio ? factor * part / whole : part, (double)told.Now!.Level, 6);
        if (both == 0)
        {
            Assert.Null(told.Change);
            return;
        }
        Assert.Equal(ratio ? factor * (bothNowPart / bothNowWhole - bothThenPart / bothThenWhole) : bothNowPart - bothThenPart,
            (double)told.Change!.Value, 6);
    }

    /// <summary>Of twelve schools some have a value, some a reason why not, some nothing.</summary>
    private static Dictionary<SchoolId, SurveyValue> Answers(Random random, IndicatorKind kind) => Enumerable.Range(1, 12)
        .Where(_ => random.Next(4) > 0).ToDictionary(school => new SchoolId(school), _ => random.Next(6) == 0
            ? SurveyValue.None(MissingReason.NotHeld) : Value(random, kind));

    private static SurveyValue Value(Random random, IndicatorKind kind)
    {
        var whole = random.Next(1, 120);
        return kind switch
        {
            IndicatorKind.Share => SurveyValue.Share(random.Next(whole + 1), whole),
            IndicatorKind.Score => SurveyValue.Number(random.Next(10, 51) / 10m),
            IndicatorKind.YesNo => SurveyValue.YesNo(random.Next(2) == 1),
            IndicatorKind.Words => SurveyValue.Said("слова"),
            _ => SurveyValue.Number(random.Next(30)),
        };
    }

    private static List<long> Hidden(params (long School, int Whole)[] wholes) =>
        [.. SmallShares.Hidden(Share, Values(wholes)).Select(school => school.Value).Order()];

    private static Dictionary<SchoolId, SurveyValue> Values(params (long School, int Whole)[] wholes) =>
        wholes.ToDictionary(one => new SchoolId(one.School), one => SurveyValue.Share(1, one.Whole));
}
