namespace MspBot.Domain.Surveys;

/// <summary>One survey of the schools, over one period.</summary>
public readonly record struct SurveyId(long Value) : IId<SurveyId>
{
    public static SurveyId From(long value) => new(value);
}

/// <summary>What is measured, over all its versions.</summary>
public readonly record struct IndicatorId(long Value) : IId<IndicatorId>
{
    public static IndicatorId From(long value) => new(value);
}

/// <summary>One version of an indicator: what a survey asks.</summary>
public readonly record struct IndicatorVersionId(long Value) : IId<IndicatorVersionId>
{
    public static IndicatorVersionId From(long value) => new(value);
}

/// <summary>What was recommended to one school.</summary>
public readonly record struct RecommendationId(long Value) : IId<RecommendationId>
{
    public static RecommendationId From(long value) => new(value);
}

/// <summary>What the methodology department concludes about the МСП.</summary>
public readonly record struct ConclusionId(long Value) : IId<ConclusionId>
{
    public static ConclusionId From(long value) => new(value);
}
