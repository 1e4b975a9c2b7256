using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Data.Surveys.Checking;

/// <summary>What one school has answered, and what was said to it.</summary>
public sealed record CheckedAnswers(
    AskedSchool School, SchoolDeeds Deeds, IReadOnlyList<CheckedValue> Values, IReadOnlyList<CheckedRemark> Remarks,
    IReadOnlyList<CheckedOutcome> Outcomes)
{
    /// <summary>What was put right since it was returned, and what a remark asks about.</summary>
    public IReadOnlyList<CheckedValue> ToLookAt =>
        [.. Values.Where(one => one.Old is not null || Remarks.Any(remark => remark.Indicator == one.Version))];

    public int PutRight => Values.Count(one => one.Old is not null);
}

/// <summary>Who has done what to it last; people are numbers.</summary>
public sealed record SchoolDeeds
{
    public long? SentBy { get; init; }
    public long? AcceptedBy { get; init; }
    public long? ReturnedBy { get; init; }

    /// <summary>Filled in by the МСП in the school's place.</summary>
    public bool HasHead { get; init; }
}

/// <summary>One indicator and its answer; what it was when it was sent, and in the survey before.</summary>
public sealed record CheckedValue
{
    public IndicatorVersionId Version { get; init; }
    public IndicatorKind Kind { get; init; }
    public string Name { get; init; } = "";
    public string? Unit { get; init; }
    public decimal? Part { get; init; }
    public decimal? Whole { get; init; }
    public string? Words { get; init; }
    public MissingReason? Missing { get; init; }
    public string? Why { get; init; }
    public bool Surprising { get; init; }
    public bool BySite { get; init; }
    public long? By { get; init; }
    public decimal? BeforePart { get; init; }
    public decimal? BeforeWhole { get; init; }
    public string? BeforeWords { get; init; }
    public MissingReason? BeforeMissing { get; init; }
    public string? BeforeWhy { get; init; }
    public bool WasPutRight { get; init; }
    public decimal? OldPart { get; init; }
    public decimal? OldWhole { get; init; }
    public string? OldWords { get; init; }
    public MissingReason? OldMissing { get; init; }
    public string? OldWhy { get; init; }

    /// <summary>Null: not answered yet.</summary>
    public SurveyValue? Now => Value(Part, Whole, Words, Missing);

    /// <summary>Null: not asked then, not answered, or it meant something else.</summary>
    public SurveyValue? Before => Value(BeforePart, BeforeWhole, BeforeWords, BeforeMissing);

    /// <summary>What was put right; null: nothing was.</summary>
    public SurveyValue? Old => WasPutRight ? Value(OldPart, OldWhole, OldWords, OldMissing) : null;

    private static SurveyValue? Value(decimal? part, decimal? whole, string? words, MissingReason? missing) =>
        part is null && words is null && missing is null ? null : new(part, whole, words, missing);
}

/// <summary>A remark that the school has not answered, or, of the last return, what it was.</summary>
public sealed record CheckedRemark
{
    /// <summary>Null: to all that was sent.</summary>
    public IndicatorVersionId? Indicator { get; init; }
    public string? Name { get; init; }
    public string Words { get; init; } = "";
    public DateTimeOffset At { get; init; }
}

/// <summary>What the school says of a recommendation.</summary>
public sealed record CheckedOutcome
{
    public string Words { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>Null: it has not said.</summary>
    public RecommendationOutcome? Outcome { get; init; }
}
