using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Domain.Surveys.Filling;

/// <summary>
/// A value that moved so far that it may be a slip: it is asked about once and marked, never refused. A share surprises by more than 30
/// points; a score by more than 1.5; a number when it is at least doubled or at most halved, from zero and to zero as well, but only by
/// three or more: one vacancy instead of two is no surprise. Yes or no, words, and what was missing on either side never surprise.
/// </summary>
public static class Surprise
{
    private const decimal Points = 30;
    private const decimal OfScore = 1.5m;
    private const decimal LeastOfNumber = 3;

    public static bool Is(IndicatorKind kind, SurveyValue? before, SurveyValue now) => (kind, before, now) switch
    {
        (IndicatorKind.Share, { Part: { } was, Whole: { } ofWas }, { Part: { } part, Whole: { } whole }) =>
            Math.Abs(100 * part / whole - 100 * was / ofWas) > Points,
        (IndicatorKind.Score, { Part: { } was }, { Part: { } score }) => Math.Abs(score - was) > OfScore,
        (IndicatorKind.Number, { Part: { } was }, { Part: { } number }) =>
            Math.Abs(number - was) >= LeastOfNumber && (number >= 2 * was || 2 * number <= was),
        _ => false,
    };
}
