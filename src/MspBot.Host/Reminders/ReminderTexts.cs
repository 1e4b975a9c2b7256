using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Reminders;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.Seminars;

namespace MspBot.Host.Reminders;

/// <summary>What a reminder says. A single one names day and time and nothing relative: it is right whenever it arrives.</summary>
internal static class ReminderTexts
{
    /// <summary>More than anybody has on one day; a message has an end.</summary>
    private const int Most = 12;

    /// <summary>So near that the way in is what is wanted.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(2);

    internal static Screen One(MarkedReminder thing, SiteZone zone)
    {
        var last = thing.Before <= ReminderTimes.Last;
        var screen = new Screen(Html.Paragraphs(
            Html.Text(last ? "🔔 Скоро начинаем, можно подключаться" : "🔔 Напоминаем: вы записаны"),
            Html.Lines(Html.Bold(thing.Title), Html.Text(Russian.Span(thing.StartsAt, thing.EndsAt, zone)))));
        if (thing.Before <= Near) screen = screen.Row(Press(SeminarTexts.Enter, thing, SeminarCard.Enter));
        return last ? screen : screen.Row(Press(SeminarTexts.Leave, thing, SeminarCard.Leave));
    }

    internal static Screen ToLeader(MarkedReminder thing, SiteZone zone) => new Screen(Html.Paragraphs(
            Html.Text(thing.Before <= ReminderTimes.Last ? "🔔 Скоро начинаем, вы ведёте эту встречу" : "🔔 Напоминаем: вы ведёте эту встречу"),
            Html.Lines(Html.Bold(thing.Title), Html.Text(Russian.Span(thing.StartsAt, thing.EndsAt, zone)))))
        .Row(Button.Card(SeminarTexts.Open, SeminarCard.Name, thing.Seminar.Value));

    internal static Screen Consultation(MarkedConsultation thing, SiteZone zone)
    {
        var last = thing.Before <= ReminderTimes.Last;
        var screen = new Screen(Html.Paragraphs(
            Html.Text(last ? "🔔 Скоро консультация, можно подключаться" : "🔔 Напоминаем о консультации"),
            Html.Lines(
            [
                Html.Bold(thing.Topic), Html.Text(Russian.Span(thing.StartsAt, thing.EndsAt, zone)),
                .. thing.With is { } name ? [Html.Text($"С вами встречается {name}")] : Array.Empty<Html>(),
            ])));
        if (thing.Before <= Near) screen = screen.Row(Button.Card(ConsultationTexts.Enter, ConsultationCard.Name, thing.Id.Value, ConsultationCard.Enter));
        return last ? screen : screen.Row(Button.Card(ConsultationTexts.Open, ConsultationCard.Name, thing.Id.Value));
    }

    internal static Screen Several(IReadOnlyList<MarkedReminder> things, DateOnly sent, SiteZone zone)
    {
        var day = zone.DayOf(things[0].StartsAt);
        var lines = things.Take(Most).Select(t => Html.Of($"{Russian.Clock(t.StartsAt, zone)} — {DialogTexts.Cut(t.Title, 100)}"));
        var screen = new Screen(Html.Paragraphs(
            Html.Bold($"🔔 {(day == sent ? "Сегодня" : "Завтра")} у вас {Meetings(things.Count)}, {Russian.Day(day)}"),
            Html.Lines([.. lines]),
            Html.Text("Нажмите на встречу, чтобы посмотреть её или отменить запись.")));
        foreach (var thing in things.Take(Most))
            screen = screen.Row(Button.Card(DialogTexts.Cut($"{Russian.Clock(thing.StartsAt, zone)} {thing.Title}", 60), SeminarCard.Name, thing.Seminar.Value));
        return screen;
    }

    private static string Meetings(int count) => Russian.Count(count, "встреча", "встречи", "встреч");

    private static Button Press(string label, MarkedReminder thing, string action) => Button.Card(label, SeminarCard.Name, thing.Seminar.Value, action);
}
