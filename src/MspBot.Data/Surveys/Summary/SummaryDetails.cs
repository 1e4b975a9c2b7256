using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Summary;

namespace MspBot.Data.Surveys.Summary;

/// <summary>What all schools that were asked have answered, and what they answered the last time.</summary>
public sealed record SurveySummary
{
    public required SurveyDetails Survey { get; init; }

    /// <summary>All that were asked, by name; those that have not sent answer nothing.</summary>
    public required IReadOnlyList<AskedSchool> Schools { get; init; }

    /// <summary>One for each indicator, in the survey's order.</summary>
    public required IReadOnlyList<SummaryLine> Lines { get; init; }

    /// <summary>What was put right since the survey was closed before.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    public IEnumerable<AskedSchool> Missing => Schools.Where(school => school.SentAt is null);

    public AskedSchool? School(SchoolId id) => Schools.FirstOrDefault(school => school.School == id);
}

/// <summary>One indicator of a summary.</summary>
public sealed record SummaryLine
{
    public required AskedIndicator Indicator { get; init; }

    /// <summary>Null: it was never asked before.</summary>
    public required EarlierAsking? Earlier { get; init; }
    public required IReadOnlyDictionary<SchoolId, SummaryAnswer> Now { get; init; }

    /// <summary>Empty where it meant something else then.</summary>
    public required IReadOnlyDictionary<SchoolId, SummaryAnswer> Before { get; init; }

    public Measure Measure => field ??= new(Indicator.Kind, Indicator.Better, Indicator.Computed);

    public IndicatorSummary Figures => field ??= IndicatorSummary.Of(Measure, Values(Now), Values(Before));

    public IReadOnlySet<SchoolId> SmallNow => field ??= SmallShares.Hidden(Measure, Values(Now));

    public IReadOnlySet<SchoolId> SmallBefore => field ??= SmallShares.Hidden(Measure, Values(Before));

    /// <summary>The district's sum is that of one school which observers do not see; so is that of the last time, the change.</summary>
    public bool IsSmallNow => SmallShares.HidesDistrict(Measure, Values(Now));

    public bool IsSmallBefore => SmallShares.HidesDistrict(Measure, Values(Before));

    /// <summary>
    /// Of the schools that are compared one alone is not shown: with what is shown of the others, the change would say it.
    /// </summary>
    public bool IsSmallChange => Comparable.Count(SmallNow.Contains) == 1 || Comparable.Count(SmallBefore.Contains) == 1;

    private List<SchoolId> Comparable => field ??= [.. Now.Keys.Where(school => Move(school) is not null)];

    public Move? Move(SchoolId school) =>
        Domain.Surveys.Summary.Move.Of(Measure, Before.GetValueOrDefault(school)?.Value, Now.GetValueOrDefault(school)?.Value);

    public static Dictionary<SchoolId, SurveyValue> Values(IReadOnlyDictionary<SchoolId, SummaryAnswer> answers) =>
        answers.ToDictionary(one => one.Key, one => one.Value.Value);
}

/// <summary>The survey that asked an indicator last before.</summary>
public sealed record EarlierAsking
{
    /// <summary>As which it is asked now.</summary>
    public IndicatorVersionId Version { get; init; }
    public SurveyId Survey { get; init; }
    public string Label { get; init; } = "";
    public DateOnly FirstDay { get; init; }
    public DateOnly LastDay { get; init; }

    /// <summary>It meant something else then: the two are not compared.</summary>
    public bool Broken { get; init; }
}

/// <summary>What one school has sent to one indicator, or the bot has counted for it.</summary>
public sealed record SummaryAnswer
{
    /// <summary>As which it is asked now.</summary>
    public IndicatorVersionId Version { get; init; }
    public SurveyId Survey { get; init; }
    public SchoolId School { get; init; }
    public decimal? Part { get; init; }
    public decimal? Whole { get; init; }
    public string? Words { get; init; }
    public MissingReason? Missing { get; init; }
    public bool Surprising { get; init; }
    public string? Why { get; init; }
    public bool BySite { get; init; }

    public SurveyValue Value => new(Part, Whole, Words, Missing);
}

/// <summary>What a school has put right after the survey had been closed before.</summary>
public sealed record Correction
{
    public IndicatorVersionId Version { get; init; }
    public SchoolId School { get; init; }

    /// <summary>False: it had sent nothing by then.</summary>
    public bool Known { get; init; }
    public decimal? WasPart { get; init; }
    public decimal? WasWhole { get; init; }
    public string? WasWords { get; init; }
    public MissingReason? WasMissing { get; init; }
    public string? WasWhy { get; init; }
    public decimal? Part { get; init; }
    public decimal? Whole { get; init; }
    public string? Words { get; init; }
    public MissingReason? Missing { get; init; }
    public string? Why { get; init; }

    /// <summary>Null: it had sent nothing by then.</summary>
    public SurveyValue? Was => Known ? new(WasPart, WasWhole, WasWords, WasMissing) : null;

    public SurveyValue Value => new(Part, Whole, Words, Missing);
}

/// <summary>A survey that has asked an indicator, also as an earlier version of it.</summary>
public sealed record AskedPeriod
{
    /// <summary>As which it is asked now.</summary>
    public IndicatorVersionId Version { get; init; }
    public SurveyId Survey { get; init; }
    public string Label { get; init; } = "";
    public DateOnly FirstDay { get; init; }
    public DateOnly LastDay { get; init; }

    /// <summary>The version with which its present meaning began: another one than in the period before is a break.</summary>
    public int MeansSince { get; init; }
}

/// <summary>A school that was asked at some time.</summary>
public sealed record SchoolOfPeriods(SchoolId Id, string Name);

/// <summary>All periods in which what a survey asks was asked, the oldest first, and what schools answered in each.</summary>
public sealed record SummaryHistory(
    ILookup<IndicatorVersionId, AskedPeriod> Periods, ILookup<IndicatorVersionId, SummaryAnswer> Answers,
    IReadOnlyList<SchoolOfPeriods> Schools);
