using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Opening;

namespace MspBot.Data.Surveys.Opening;

/// <summary>A survey before it is opened, with all that its size depends on.</summary>
public sealed record DraftDetails
{
    public required SurveyDetails Survey { get; init; }

    /// <summary>What it asks, in its order; an indicator that is not asked any more is not among them.</summary>
    public required IReadOnlyList<DraftIndicator> Indicators { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<DraftSchool> Schools { get; init; }
    public required bool HasSamePeriod { get; init; }

    /// <summary>Names what it asks and whom, as it stands: another number as soon as any of it is otherwise.</summary>
    public required long Seen { get; init; }

    public int Questions => Indicators.Count(one => one.Kind != IndicatorKind.Computed);

    public OpeningRules Rules => new(Questions, Schools.Count, Schools.Count(one => !one.IsListed), Survey.DueOn, HasSamePeriod);
}

/// <summary>What a draft asks.</summary>
public sealed record DraftIndicator
{
    public IndicatorId Id { get; init; }
    public IndicatorKind Kind { get; init; }
}

/// <summary>A school that a draft asks.</summary>
public sealed record DraftSchool
{
    public SchoolId Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>It is of the list, as one with low results.</summary>
    public bool IsListed { get; init; }

    /// <summary>How many head it in the bot, and how many of them hear of news.</summary>
    public int Heads { get; init; }
    public int Reachable { get; init; }

    /// <summary>How many of what was recommended to it will be asked about as well.</summary>
    public int Recommendations { get; init; }
}

/// <summary>A survey to be drafted.</summary>
public sealed record NewSurvey(
    SurveyPeriod Period, IReadOnlyList<IndicatorId> Indicators, DateOnly DueOn, IReadOnlyList<SchoolId> Schools);

/// <summary>What of a draft is to be otherwise; null: it stays.</summary>
public sealed record DraftChange(
    DateOnly? DueOn = null, IReadOnlyList<IndicatorId>? Indicators = null, IReadOnlyList<SchoolId>? Schools = null);

/// <summary>What became of a deed on a draft.</summary>
/// <param name="Refusal">Null: it is done.</param>
/// <param name="Draft">As it is now; null: there is none, or none any more.</param>
public sealed record DraftResult(SurveyRefusal? Refusal, DraftDetails? Draft);
