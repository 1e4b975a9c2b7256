namespace MspBot.Domain.Surveys.Recommendations;

/// <summary>How long the words of a recommendation are.</summary>
public static class RecommendationBounds
{
    public const int Words = 1000;

    /// <summary>Letters or digits.</summary>
    public const int Shortest = 3;
}
