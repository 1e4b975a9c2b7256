using MspBot.Data.Consultations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations;

/// <summary>What a person reads about their stored consultations.</summary>
internal static class ConsultationsStoredTexts
{
    internal static IReadOnlyList<string> Lines(ConsultationHoldings it) =>
    [
        .. Line(it.Asked, $"Ваши консультации с темами: {Russian.Number(it.Asked)}"),
        .. Line(it.LinesAbout, $"Записи тьюторов о работе с вами: {Russian.Number(it.LinesAbout)}"),
        .. Line(it.Given, $"Консультации, которые вы ведёте: {Russian.Number(it.Given)}"),
        .. Line(it.JournalLines, $"Ваш журнал: {Russian.Count(it.JournalLines, "запись", "записи", "записей")}"),
        .. Line(it.WeeklyHours + it.Absences + (it.HasLink ? 1 : 0), "Ваши часы, выходные и ссылка для встреч: /hours"),
    ];

    private static IEnumerable<string> Line(int count, string line) => count == 0 ? [] : [line];
}
