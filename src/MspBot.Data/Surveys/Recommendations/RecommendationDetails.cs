using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Surveys.Recommendations;

/// <summary>What was recommended to a school, and what came of it.</summary>
public sealed record RecommendationDetails
{
    public RecommendationId Id { get; init; }
    public SchoolId School { get; init; }
    public string SchoolName { get; init; } = "";

    /// <summary>In whose summary it was written; null: in none.</summary>
    public SurveyId? Survey { get; init; }
    public string? SurveyLabel { get; init; }
    public string Words { get; init; } = "";
    public DateOnly? DueOn { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Null: nobody yet, or somebody whose data are erased.</summary>
    public string? SeenBy { get; init; }

    /// <summary>As the school said last.</summary>
    public RecommendationOutcome? Outcome { get; init; }
    public DateTimeOffset? OutcomeAt { get; init; }
}

/// <summary>Whether a deed was done, and how the row stands now.</summary>
public sealed record RecommendationResult(SurveyRefusal? Refusal, RecommendationDetails? After)
{
    /// <summary>Another head of the school had done it already.</summary>
    public bool WasSeen { get; init; }
}
