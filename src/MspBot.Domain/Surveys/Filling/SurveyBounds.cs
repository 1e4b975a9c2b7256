namespace MspBot.Domain.Surveys.Filling;

/// <summary>How long words may be, in signs; the tables hold the same.</summary>
public static class SurveyBounds
{
    public const int Words = 1000;

    /// <summary>Of a surprising value, of a missing one, of one that stays as it is.</summary>
    public const int Why = 300;
}
