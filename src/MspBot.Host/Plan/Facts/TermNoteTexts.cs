using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>The words of <see cref="TermNotes"/>.</summary>
internal static class TermNoteTexts
{
    internal const string ChangeTerm = "Изменить срок";
    internal const string Keep = "Оставить";
    internal const string OpenItem = "Открыть пункт";

    /// <summary>«Это вне срока пункта 7: октябрь 2026.»; null: it is within.</summary>
    internal static string? Outside(ItemDetails item, DateOnly day) => item.Measure.Text.Term is var term && term.Holds(day) ? null
        : $"Это вне срока пункта {Russian.Number(item.Number)}: {TermTexts.Term(term)}.";

    internal static string? NotAgreed(ItemDetails item) =>
        item.InForce is not null ? null : $"Пункт {Russian.Number(item.Number)} ещё не согласован.";

    internal static Html Kept(ItemDetails item) => Html.Text(
        $"Срок пункта {Russian.Number(item.Number)} прежний: {TermTexts.Term(item.Measure.Text.Term)}. "
        + "В отчёте будет видно, что мероприятие вне срока.");
}
