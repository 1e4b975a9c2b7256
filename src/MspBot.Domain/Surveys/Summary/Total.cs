using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Domain.Surveys.Summary;

/// <summary>
/// What some schools make together: a share is the sum of «сколько» of the sum of «из скольких», a number the sum, yes and no how many yes
/// of how many answers; of scores alone there is a mean. Never a mean of percentages.
/// </summary>
/// <param name="Measure">Of what.</param>
/// <param name="Part">The first number of a share, else the sum; how many yes.</param>
/// <param name="Whole">The second number of a share; else how many answers.</param>
/// <param name="Schools">How many values it is made of.</param>
public sealed record Total(Measure Measure, decimal Part, decimal Whole, int Schools)
{
    /// <summary>Null: no school has a value.</summary>
    public static Total? Of(Measure measure, IEnumerable<SurveyValue> values)
    {
        List<SurveyValue> counted = [.. values.Where(measure.Counts)];
        return counted.Count == 0 ? null : new(measure, counted.Sum(value => value.Part!.Value),
            measure.IsShare ? counted.Sum(value => value.Whole!.Value) : counted.Count, counted.Count);
    }

    /// <summary>Percents of a share, the mean of scores, else the sum.</summary>
    public decimal Level => Measure.IsShare ? 100 * Part / Whole : Measure.Kind == IndicatorKind.Score ? Part / Whole : Part;
}
