using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Domain.Surveys.Summary;

/// <summary>What the way from one value to the next means.</summary>
public enum Verdict
{
    /// <summary>Less than a point.</summary>
    Same,
    Better,
    Worse,

    /// <summary>It moved, and neither way is the better one.</summary>
    Moved,
}

/// <summary>How far one school has moved since the last time: <paramref name="By"/> points, more or less.</summary>
public sealed record Move(decimal By, Verdict Verdict)
{
    /// <summary>Null: one of the two does not count.</summary>
    public static Move? Of(Measure measure, SurveyValue? before, SurveyValue? now)
    {
        if (before is null || now is null || measure.Level(before) is not { } from || measure.Level(now) is not { } to) return null;
        return new(to - from, Judge(measure, Points(measure, before, now)));
    }

    /// <summary>How far it went up, and how far a point is: multiplied out, so that a point is exactly a point.</summary>
    private static (decimal Over, decimal Least) Points(Measure measure, SurveyValue before, SurveyValue now) => measure.IsShare
        ? (100 * (now.Part!.Value * before.Whole!.Value - before.Part!.Value * now.Whole!.Value),
            measure.Point * now.Whole.Value * before.Whole.Value)
        : (now.Part!.Value - before.Part!.Value, measure.Point);

    private static Verdict Judge(Measure measure, (decimal Over, decimal Least) points) =>
        Math.Abs(points.Over) < points.Least ? Verdict.Same : (measure.Better, points.Over > 0) switch
        {
            (Better.Neither, _) => Verdict.Moved,
            (Better.More, true) or (Better.Less, false) => Verdict.Better,
            _ => Verdict.Worse,
        };
}
