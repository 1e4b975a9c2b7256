using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Domain.Notices;

/// <summary>Of monitoring.</summary>
public readonly partial record struct NoticeKey
{
    /// <param name="survey">Which.</param>
    /// <param name="chat">Of a head of a school that it asks.</param>
    public static NoticeKey SurveyOpened(SurveyId survey, ChatId chat) => new($"survey:{survey.Value}:opened:{chat}");

    /// <param name="survey">Which.</param>
    /// <param name="school">Whose answers.</param>
    /// <param name="version">Of the school in the survey: each sending has its own.</param>
    /// <param name="chat">Where it is told.</param>
    public static NoticeKey SurveySent(SurveyId survey, SchoolId school, int version, ChatId chat) =>
        new($"survey:{survey.Value}:sent:{school.Value}:{version}:{chat}");

    // Effectiveness of the site
    public static NoticeKey ConclusionSent(ConclusionId conclusion, ChatId chat) => new($"conclusion:{conclusion.Value}:sent:{chat}");

    public static NoticeKey ConclusionAnswered(ConclusionId conclusion, ChatId chat) =>
        new($"conclusion:{conclusion.Value}:answered:{chat}");

    public static NoticeKey SchoolRecommended(RecommendationId recommendation, ChatId chat) =>
        new($"school-recommendation:{recommendation.Value}:{chat}");
}
