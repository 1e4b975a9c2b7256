using System.Globalization;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Meetings;

/// <summary>What is asked and said of hours of the week, whoever has them.</summary>
internal static class WeeklyHoursTexts
{
    internal const string RemovedToast = "Часы убраны";
    internal const string BackToast = "Часы возвращены";
    internal const string GoneAlready = "Этих часов уже нет.";

    internal static readonly Prompt From = new("Начало", "С какого времени?", "Можно написать сразу всё: «15-17» или «15:00–17:30».");
    internal static readonly Prompt To = new("Конец", "До какого времени?", "Можно написать: 17:30. Полночь — 24:00.");

    /// <summary>«Пн 15:00–17:00, 18:00–19:00», a line for each day.</summary>
    internal static Html Week(IEnumerable<WeeklySpan> week) => Html.Lines([.. week.GroupBy(span => span.Day).Select(day =>
        Html.Text($"{Weekday(day.Key)} {string.Join(", ", day.Select(span => Between(span.From, span.To)))}"))]);

    /// <summary>«Пн 15:00–17:00»</summary>
    internal static string Span(WeeklySpan span) => $"{Weekday(span.Day)} {Between(span.From, span.To)}";

    internal static string Weekday(DayOfWeek day) => Russian.Weekdays[WeeklySpan.Number(day) - 1];

    internal static string WeekdayLong(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "Понедельник",
        DayOfWeek.Tuesday => "Вторник",
        DayOfWeek.Wednesday => "Среда",
        DayOfWeek.Thursday => "Четверг",
        DayOfWeek.Friday => "Пятница",
        DayOfWeek.Saturday => "Суббота",
        DayOfWeek.Sunday => "Воскресенье",
    };

    /// <summary>«15:00–17:00 или 03:00–05:00?»</summary>
    internal static string Which(IEnumerable<string> meanings) => $"{string.Join(" или ", meanings)}?";

    internal static string Between(int from, int to) => $"{Clock(from)}–{Clock(to)}";

    /// <summary>«24:00» is midnight.</summary>
    internal static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    internal static string RemoveOne(WeeklySpan span) => $"Убрать {Span(span)}";

    internal static string PutBack(WeeklySpan span) => $"Вернуть {Span(span)}";

    internal static Html Added(AddedHours hours) =>
        Html.Text($"Добавлено: {string.Join(", ", hours.Days.Select(Weekday))} {Between(hours.From, hours.To)}.");

    internal const string TimeUnclear = "Не понял время. Напишите, например: 15:00 или «15:00–17:00».";

    internal static string Reversed(int from, int to) => to is > 0 and <= 12 * 60 && from >= 12 * 60
        ? $"{Between(from, to)} идёт через полночь: добавьте часы двумя частями — {Between(from, WeeklySpan.Midnight)} и " +
        $"{Between(0, to)} следующего дня. Дни я запомнил."
        : $"Конец должен быть позже начала, а у вас {Between(from, to)}. Дни я запомнил. Напишите, например: 15:00–17:00.";

    internal static string Overlap(WeeklySpan there, int from, int to) =>
        $"{Between(from, to)} пересекается с часами, которые уже есть: {Span(there)}. Они остались как были. Напишите другое время.";

    internal static string OverlapAt(WeeklySpan there, int from) =>
        $"{Clock(from)} попадает в часы, которые уже есть: {Span(there)}. Они остались как были. Напишите другое время.";

    internal const string OverlapNow = "Эти часы пересекаются с теми, что уже есть. Те остались как были; выберите другое время.";

    internal static readonly string TooMany =
        $"В один день помещается не больше {Russian.Number(WeeklyHours.MaxSpansADay)} промежутков. Что есть, осталось. " +
        "Выберите другие дни.";

    internal static string Refused(WeeklyHoursRefusal because) => because switch
    {
        WeeklyHoursRefusal.Reversed => "Конец должен быть позже начала. Ничего не изменилось.",
        WeeklyHoursRefusal.TooShort => "В эти часы не поместится ни одна консультация. Ничего не изменилось.",
        WeeklyHoursRefusal.Overlap => OverlapNow,
        WeeklyHoursRefusal.TooMany => TooMany,
    };
}
