using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Sandbox.Past;

/// <summary>Asked in every survey that comes in its time; its only version has the same number.</summary>
internal sealed record PastIndicator(
    long Id, string Name, IndicatorKind Kind, Better Better, Frequency Every, string Unit, string Hint, int Typical)
{
    /// <summary>In which it is known, if it is yearly.</summary>
    internal int? Month => Every == Frequency.Year ? 5 : null;
}

internal sealed record PastSurvey(
    long Id, string Label, DateOnly First, DateOnly Last, DateOnly DueOn, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt)
{
    internal SurveyState State => ClosedAt is null ? SurveyState.Open : SurveyState.Closed;
}

internal sealed record PastSurveySchool(
    long Survey, long School, SchoolSurveyState State, DateTimeOffset? SentAt, DateTimeOffset? ReturnedAt, DateTimeOffset? ResentAt,
    DateTimeOffset? AcceptedAt);

internal sealed record PastValue(
    long Survey, long School, long Indicator, SurveyValue Value, bool Surprising, string? Why, DateTimeOffset At);

internal sealed record PastRecommendation(
    long Id, long School, long Survey, string Words, DateOnly DueOn, DateTimeOffset At, DateTimeOffset? SeenAt,
    RecommendationOutcome? Outcome, DateTimeOffset? OutcomeAt)
{
    /// <summary>The survey that asks whether it was carried out; null: none yet.</summary>
    internal long? AskedIn { get; init; }
}

internal sealed record PastGoal(int Year, EffectFigure Figure, decimal Goal, DateTimeOffset At);

internal sealed record PastConclusion(
    long Id, string Label, DateOnly First, DateOnly Last, string Words, DateTimeOffset At, DateTimeOffset? SentAt, string? Answer,
    DateTimeOffset? AnsweredAt);
