using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Domain.Surveys.Summary;

/// <summary>What is measured, as far as sums and changes depend on it.</summary>
public sealed record Measure(IndicatorKind Kind, Better Better, ComputedFigure? Computed = null)
{
    /// <summary>Two numbers, which are added up before they are divided.</summary>
    public bool IsShare => Kind == IndicatorKind.Share || Computed == ComputedFigure.RecommendationsDone;

    /// <summary>Words are read, and neither added up nor compared.</summary>
    public bool IsMeasured => Kind != IndicatorKind.Words;

    /// <summary>How far a school must move to have moved: a percentage point, 1 of a number, a tenth of a score, from no to yes.</summary>
    public decimal Point => Kind == IndicatorKind.Score ? 0.1m : 1;

    /// <summary>Whether this is a value that counts here, and no reason why there is none.</summary>
    public bool Counts(SurveyValue value) => IsMeasured && value.Part is not null && (!IsShare || value.Whole > 0);

    /// <summary>Where a value stands: percents of a share, else the number itself. Null: it does not count.</summary>
    public decimal? Level(SurveyValue value) => !Counts(value) ? null : IsShare ? 100 * value.Part / value.Whole : value.Part;
}
