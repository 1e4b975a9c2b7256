using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>How a term is written.</summary>
internal static class TermTexts
{
    /// <summary>«октябрь 2026», «октябрь – декабрь 2026», «15 октября 2026», «с 1 октября по 15 ноября 2026»</summary>
    internal static string Term(Term term)
    {
        var sameYear = term.First.Year == term.Last.Year;
        if (term.IsDay) return Dated(term.First);
        if (term.IsMonth) return Russian.Month(term.First);
        if (term.IsMonths)
            return $"{(sameYear ? MonthOnly(term.First) : Russian.Month(term.First))} – {Russian.Month(term.Last)}";
        return $"с {(sameYear ? Russian.DayAndMonth(term.First) : Dated(term.First))} по {Dated(term.Last)}";
    }

    /// <summary>For a button: «окт 2026» is «10.2026», a day «15.10».</summary>
    internal static string Short(Term term) =>
        term.IsDay ? Russian.ShortDay(term.First)
        : term.IsMonth ? $"{term.First:MM.yyyy}"
        : $"{Russian.ShortDay(term.First)}–{Russian.ShortDay(term.Last)}";

    private static string Dated(DateOnly day) => $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)}";

    private static string MonthOnly(DateOnly day) => Russian.Month(day).Split(' ')[0];
}
