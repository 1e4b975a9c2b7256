using MspBot.Domain.Surveys;

namespace MspBot.Domain.Notices;

/// <summary>The keys of monitoring.</summary>
public readonly partial record struct NoticeKey
{
    // Effectiveness of the site
    public static NoticeKey ConclusionSent(ConclusionId conclusion, ChatId chat) => new($"conclusion:{conclusion.Value}:sent:{chat}");

    public static NoticeKey ConclusionAnswered(ConclusionId conclusion, ChatId chat) =>
        new($"conclusion:{conclusion.Value}:answered:{chat}");
}
