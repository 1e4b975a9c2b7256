using MspBot.Domain.People;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>Who sees how effective the site is, who sets its goals and concludes, and who answers.</summary>
internal static class EffectAccess
{
    internal static bool Reads(Speaker speaker) => SurveyAccess.Reads(speaker);

    internal static bool Writes(Speaker speaker) => speaker.Is(Role.Methodologist);

    internal static bool Answers(Speaker speaker) => speaker.Is(Role.Head);

    /// <summary>Shares of few people are none of an observer's business.</summary>
    internal static bool SeesFew(Speaker speaker) => SurveyAccess.Checks(speaker);
}
