using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>How a term is written.</summary>
internal static class TermTexts
{
    /// <summary>
    /// «октябрь 2026», «октябрь – декабрь 2026», «15 октября 2026», «с 7 по 11 декабря 2026», «с 1 октября по 15 ноября 2026»
    /// </summary>
    internal static string Term(Term term)
    {
        var sameYear = term.First.Year == term.Last.Year;
        if (term.IsDay) return Dated(term.First);
        if (term.IsMonth) return Russian.Month(term.First);
        if (term.IsMonths)
            return $"{(sameYear ? MonthOnly(term.First) : Russian.Month(term.First))} – {Russian.Month(term.Last)}";
        return $"с {(sameYear ? From(term) : Dated(term.First))} по {Dated(term.Last)}";
    }

    /// <summary>The same where the school year is known: «октябрь», «октябрь – декабрь», «15 октября», «с 1 октября по 15 ноября»</summary>
    internal static string Brief(Term term) =>
        term.IsDay ? Russian.DayAndMonth(term.First)
        : term.IsMonth ? MonthOnly(term.First)
        : term.IsMonths ? $"{MonthOnly(term.First)} – {MonthOnly(term.Last)}"
        : $"с {From(term)} по {Russian.DayAndMonth(term.Last)}";

    /// <summary>What is wrong with a typed term, and how it is written.</summary>
    internal static string Refused(TermRefusal because, SchoolYear year) => because switch
    {
        TermRefusal.Unclear => $"Напишите, например: {Example(year)}.",
        TermRefusal.Backwards => "Конец срока раньше начала. Напишите сначала первый день, потом последний.",
        TermRefusal.BeforeYear => $"Срок раньше начала учебного года ({Dated(year.FirstDay)}).",
        TermRefusal.AfterYear => $"Срок позже конца учебного года ({Dated(year.LastDay)}).",
    };

    /// <summary>«октябрь 2026, 15.10.2026 или «с 01.10 по 15.11»»</summary>
    internal static string Example(SchoolYear year) =>
        $"октябрь {Russian.Number(year.First)}, 15.10.{Russian.Number(year.First)} или «с 01.10 по 15.11»";

    /// <summary>The month is said once where it is the same.</summary>
    private static string From(Term term) => (term.First.Year, term.First.Month) == (term.Last.Year, term.Last.Month)
        ? Russian.Number(term.First.Day) : Russian.DayAndMonth(term.First);

    private static string Dated(DateOnly day) => $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)}";

    private static string MonthOnly(DateOnly day) => Russian.Month(day).Split(' ')[0];
}
