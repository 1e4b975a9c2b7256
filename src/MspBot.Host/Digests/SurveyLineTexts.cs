using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>The digest's line of monitoring.</summary>
internal static class SurveyLineTexts
{
    /// <summary>«Мониторинг: ответили 5 из 7, до 18 декабря»: the one that schools still answer first, others are counted.</summary>
    internal static string Line(IReadOnlyList<DigestSurvey> all)
    {
        var told = all.FirstOrDefault(one => one.IsRunning) ?? all[^1];
        return $"Мониторинг: {Russian.Plural(told.Sent, "ответила", "ответили", "ответили")} {Russian.Number(told.Sent)} из "
            + $"{Russian.Number(told.Asked)}, {(told.IsRunning ? "до" : "срок был")} {Russian.DayAndMonth(told.Due)}"
            + (all.Count == 1 ? "" : $"; и ещё {Russian.Count(all.Count - 1, "опрос", "опроса", "опросов")}");
    }
}
