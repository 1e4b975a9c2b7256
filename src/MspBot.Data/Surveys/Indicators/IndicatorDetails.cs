using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys.Indicators;

/// <summary>An indicator, with the version that is asked from now on.</summary>
public sealed record IndicatorDetails
{
    public IndicatorId Id { get; init; }
    public IndicatorKind Kind { get; init; }
    public Frequency Every { get; init; }

    /// <summary>Of a yearly one: when it is known.</summary>
    public int? Month { get; init; }
    public ComputedFigure? Computed { get; init; }

    /// <summary>Of the typical set.</summary>
    public string? Code { get; init; }

    /// <summary>Of its present version.</summary>
    public int Nr { get; init; }
    public int Revision { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }
    public string Name { get; init; } = "";
    public string? Unit { get; init; }
    public string? Hint { get; init; }
    public Better Better { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }

    /// <summary>The present version was asked by a survey that is open or was: it stays as it is.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Some version of it was.</summary>
    public bool WasAsked { get; init; }

    /// <summary>An open survey asks some version of it.</summary>
    public bool IsAskedNow { get; init; }

    public IndicatorStands Stands => new(Revision, RetiredAt is not null, IsAskedNow);

    public IndicatorText Text =>
        new() { Name = Name, Unit = Unit, Hint = Hint, Better = Better, Minimum = Minimum, Maximum = Maximum };
}

/// <summary>A version of an indicator, as it is told on its card.</summary>
public sealed record IndicatorVersion
{
    public int Nr { get; init; }
    public string Name { get; init; } = "";
    public string? Unit { get; init; }
    public string? Hint { get; init; }
    public Better Better { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }

    /// <summary>It means something else than the version before it.</summary>
    public bool Breaks { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What became of a deed on an indicator.</summary>
/// <param name="Refusal">Null: it is done.</param>
/// <param name="After">As it is now; null: there is none.</param>
public sealed record IndicatorResult(SurveyRefusal? Refusal, IndicatorDetails? After);
