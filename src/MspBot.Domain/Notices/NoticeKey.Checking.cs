using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Checking;

namespace MspBot.Domain.Notices;

/// <content>Of surveys that schools answer.</content>
public readonly partial record struct NoticeKey
{
    /// <summary>By the clock, once of each kind; a due day that is moved begins anew.</summary>
    public static NoticeKey SurveyDue(SurveyId survey, SurveyReminderKind kind, DateOnly due, ChatId chat) =>
        new($"survey:{survey.Value}:{kind}:{due:O}:{chat}");

    /// <summary>«Напомнить об опросе», at that moment.</summary>
    public static NoticeKey SurveyAsked(SurveyId survey, DateTimeOffset at, ChatId chat) =>
        new($"survey:{survey.Value}:asked:{at.ToUnixTimeMilliseconds()}:{chat}");

    /// <param name="survey">Which.</param>
    /// <param name="version">Of the school in it: each return is told once.</param>
    /// <param name="chat">Of a head of the school.</param>
    public static NoticeKey SurveyReturned(SurveyId survey, int version, ChatId chat) =>
        new($"survey:{survey.Value}:returned:{version}:{chat}");

    public static NoticeKey SurveyDueMoved(SurveyId survey, int revision, ChatId chat) =>
        new($"survey:{survey.Value}:due:{revision}:{chat}");

    public static NoticeKey SurveyReopened(SurveyId survey, int revision, ChatId chat) =>
        new($"survey:{survey.Value}:reopened:{revision}:{chat}");
}
