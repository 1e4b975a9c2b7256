using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>The digest's line of monitoring, and what of the surveys of schools waits for a decision.</summary>
internal static class SurveyDecisionTexts
{
    /// <summary>«Опрос «1 полугодие 2026/27»: срок прошёл, не ответили 2 школы», «Ждут проверки: 3, опрос «1 полугодие 2026/27»»</summary>
    internal static string One(Decision decision) => decision.Kind == DecisionKind.SurveyLate
        ? $"Опрос {Listed(decision)}" : $"Ждут проверки: {Russian.Number(decision.Number)}, опрос «{DigestTexts.Cut(decision.Name)}»";

    internal static string Listed(Decision decision) => $"«{DigestTexts.Cut(decision.Name)}»: " + (decision.Kind == DecisionKind.SurveyLate
        ? $"срок прошёл, не {Russian.Plural(decision.Number, "ответила", "ответили", "ответили")} {Schools(decision.Number)}"
        : $"{Russian.Plural(decision.Number, "ждёт", "ждут", "ждут")} проверки {Schools(decision.Number)}");

    internal static string Many(DecisionKind kind, int count) => kind == DecisionKind.SurveyLate
        ? $"{Russian.Count(count, "опрос", "опроса", "опросов")}: срок прошёл, ответили не все"
        : $"Ответы школ ждут проверки: {Russian.Count(count, "опрос", "опроса", "опросов")}";

    internal static string Title(DecisionKind kind) => kind == DecisionKind.SurveyLate ? "Опросы после срока" : "Опросы на проверке";

    internal static string OneButton(Decision decision) => decision.Kind == DecisionKind.SurveyLate
        ? ButtonRows.Titled("Открыть опрос: ", decision.Name ?? "") : $"Ждут проверки: {Russian.Number(decision.Number)}";

    internal static string ListButton(Decision decision) =>
        ButtonRows.Titled($"{Russian.Number(decision.Number)} · ", decision.Name ?? "");

    /// <summary>«Мониторинг: ответили 5 из 7, до 18 декабря»: the one that schools still answer first, others are counted.</summary>
    internal static string Line(IReadOnlyList<DigestSurvey> all)
    {
        var told = all.FirstOrDefault(one => one.IsRunning) ?? all[^1];
        return $"Мониторинг: {Russian.Plural(told.Sent, "ответила", "ответили", "ответили")} {Russian.Number(told.Sent)} из "
            + $"{Russian.Number(told.Asked)}, {(told.IsRunning ? "до" : "срок был")} {Russian.DayAndMonth(told.Due)}"
            + (all.Count == 1 ? "" : $"; и ещё {Russian.Count(all.Count - 1, "опрос", "опроса", "опросов")}");
    }

    private static string Schools(int count) => Russian.Count(count, "школа", "школы", "школ");
}
