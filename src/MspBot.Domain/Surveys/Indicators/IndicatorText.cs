namespace MspBot.Domain.Surveys.Indicators;

/// <summary>What an indicator says: what of it can change, each time as a new version where the old one was asked already.</summary>
public sealed record IndicatorText
{
    public const int LongestName = 200;
    public const int LongestUnit = 40;
    public const int LongestHint = 300;

    public required string Name { get; init; }
    public string? Unit { get; init; }

    /// <summary>Where the number is found.</summary>
    public string? Hint { get; init; }
    public required Better Better { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }

    public bool HasBoundsInOrder => Minimum is not { } least || Maximum is not { } most || least <= most;
}

/// <summary>A new indicator: what it says, and what never changes about it.</summary>
public sealed record NewIndicator
{
    public required IndicatorText Text { get; init; }
    public required IndicatorKind Kind { get; init; }
    public required Frequency Every { get; init; }

    /// <summary>Of a yearly one: when it is known.</summary>
    public int? Month { get; init; }
    public ComputedFigure? Computed { get; init; }

    /// <summary>Of the typical set.</summary>
    public string? Code { get; init; }
}

/// <summary>What may be done to an indicator, given what is known of it.</summary>
/// <param name="Revision">As it is.</param>
/// <param name="IsRetired">It is not asked any more.</param>
/// <param name="IsAskedNow">An open survey asks one of its versions.</param>
public sealed record IndicatorStands(int Revision, bool IsRetired, bool IsAskedNow)
{
    public SurveyRefusal? Change(int seen) =>
        seen != Revision ? SurveyRefusal.ChangedMeanwhile : IsRetired ? SurveyRefusal.Retired : null;

    public SurveyRefusal? Retire(int seen) => Change(seen) ?? (IsAskedNow ? SurveyRefusal.AskedNow : null);

    public SurveyRefusal? GiveBack(int seen) =>
        seen != Revision ? SurveyRefusal.ChangedMeanwhile : IsRetired ? null : SurveyRefusal.NothingChanged;
}
