using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Reminders;
using MspBot.Host.Consultations.Journal;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Events;

namespace MspBot.Host.Reminders;

/// <summary>What a reminder says. It begins with how far ahead the meeting is when it is sent, and names day and time as well.</summary>
internal static class ReminderTexts
{
    /// <summary>More than anybody has on one day; a message has an end.</summary>
    private const int Most = 12;

    /// <summary>So near that the way in is what is wanted.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(2);

    internal static Screen One(MarkedReminder thing, DateTimeOffset sent, SiteZone zone)
    {
        var screen = new Screen(Html.Paragraphs(
            Html.Bold(When(thing.StartsAt, sent, zone)),
            Html.Lines(Html.Text(thing.Title), Html.Span(thing.StartsAt, thing.EndsAt, zone))));
        if (thing.Before <= Near) screen = screen.Row(Press(SeminarTexts.Enter, thing, SeminarCard.Enter).Main());
        return thing.Before <= ReminderTimes.Last ? screen : screen.Row(Press(SeminarTexts.Leave, thing, SeminarCard.Leave));
    }

    /// <param name="things">What one person leads, the earliest first.</param>
    /// <param name="sent">When it goes out.</param>
    /// <param name="zone">The site's.</param>
    internal static Screen ToLeader(IReadOnlyList<MarkedReminder> things, DateTimeOffset sent, SiteZone zone)
    {
        if (things is [var one])
        {
            return new Screen(Html.Paragraphs(
                    Html.Bold($"{When(one.StartsAt, sent, zone)} вы ведёте мероприятие"),
                    Html.Lines(Html.Text(one.Title), Html.Span(one.StartsAt, one.EndsAt, zone))))
                .Row(Button.Card(SeminarTexts.Open, SeminarCard.Name, one.Seminar.Value));
        }
        var screen = new Screen(Html.Paragraphs(
            Html.Bold($"🔔 Вы ведёте {Events(things.Count)}"),
            Html.Lines([.. things.Take(Most).Select(t => Html.Of($"— {Html.At(t.StartsAt, zone)}: {DialogTexts.Cut(t.Title, 60)}"))])));
        return things.Take(Most).Aggregate(screen, (all, t) => all.Row(Titled(t, zone)));
    }

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="sent">When it goes out.</param>
    /// <param name="zone">The site's.</param>
    internal static Screen Consultations(IReadOnlyList<MarkedConsultation> things, DateTimeOffset sent, SiteZone zone)
    {
        if (things is [var one]) return Consultation(one, sent, zone);
        var screen = new Screen(Html.Paragraphs(
            Html.Bold($"🔔 У вас {JournalTexts.Consultations(things.Count)}"),
            Html.Lines(
                [.. things.Take(Most).Select(t => Html.Of($"{Html.At(t.StartsAt, zone)} — {With(t)}{DialogTexts.Cut(t.Topic, 60)}"))])));
        return things.Take(Most).Aggregate(screen, (all, t) => all.Row(Button.Card(
            ButtonRows.Titled($"{Russian.Clock(t.StartsAt, zone)} ", t.Topic), ConsultationCard.Name, t.Id.Value)));

        static string With(MarkedConsultation t) => t.With is { } name ? $"{ConsultationTexts.ShortName(name)}: " : "";
    }

    internal static Screen Several(IReadOnlyList<MarkedReminder> things, DateOnly sent, SiteZone zone)
    {
        var day = zone.DayOf(things[0].StartsAt);
        var lines = things.Take(Most).Select(t => Html.Of($"{Russian.Clock(t.StartsAt, zone)} — {DialogTexts.Cut(t.Title, 100)}"));
        var screen = new Screen(Html.Paragraphs(
            Html.Bold($"🔔 {(day == sent ? "Сегодня" : "Завтра")} у вас {Events(things.Count)}, {Russian.Day(day)}"),
            Html.Lines([.. lines]),
            Html.Text("Нажмите на мероприятие, чтобы посмотреть его или отменить запись.")));
        return things.Take(Most).Aggregate(screen, (all, t) => all.Row(Titled(t, zone)));
    }

    /// <summary>«🔔 Завтра в 14:30», «🔔 Через час»: true at the moment of sending; see <see cref="RightUntil"/>.</summary>
    internal static string When(DateTimeOffset startsAt, DateTimeOffset sent, SiteZone zone)
    {
        var minutes = (int)Math.Ceiling((startsAt - sent).TotalMinutes);
        var days = zone.DayOf(startsAt).DayNumber - zone.DayOf(sent).DayNumber;
        return (minutes, days) switch
        {
            ( > 0 and < 55, _) => $"🔔 Через {Russian.Count(minutes, "минуту", "минуты", "минут")}",
            ( >= 55 and <= 65, _) => "🔔 Через час",
            (_, 0) => $"🔔 Сегодня в {Russian.Clock(startsAt, zone)}",
            (_, 1) => $"🔔 Завтра в {Russian.Clock(startsAt, zone)}",
            _ => $"🔔 {Russian.Moment(startsAt, zone)}",
        };
    }

    /// <summary>«Завтра» is wrong after midnight.</summary>
    internal static DateTimeOffset RightUntil(DateTimeOffset notAfter, DateTimeOffset startsAt, DateTimeOffset sent, SiteZone zone)
    {
        var midnight = zone.At(zone.DayOf(sent).AddDays(1), TimeOnly.MinValue);
        return zone.DayOf(startsAt) == zone.DayOf(sent).AddDays(1) && midnight < notAfter ? midnight : notAfter;
    }

    private static Screen Consultation(MarkedConsultation thing, DateTimeOffset sent, SiteZone zone)
    {
        var last = thing.Before <= ReminderTimes.Last;
        var screen = new Screen(Html.Paragraphs(
            Html.Bold($"{When(thing.StartsAt, sent, zone)} консультация"),
            Html.Lines(
            [
                Html.Text(thing.Topic), Html.Span(thing.StartsAt, thing.EndsAt, zone),
                .. thing.With is { } name ? [Html.Text($"С вами встречается {name}")] : Array.Empty<Html>(),
            ])));
        if (thing.Before <= Near)
            screen = screen.Row(Button.Card(ConsultationTexts.Enter, ConsultationCard.Name, thing.Id.Value, ConsultationCard.Enter).Main());
        return last ? screen : screen.Row(Button.Card(ConsultationTexts.Open, ConsultationCard.Name, thing.Id.Value));
    }

    private static string Events(int count) => Russian.Count(count, "мероприятие", "мероприятия", "мероприятий");

    private static Button Titled(MarkedReminder thing, SiteZone zone) =>
        Button.Card(ButtonRows.Titled($"{Russian.Clock(thing.StartsAt, zone)} ", thing.Title), SeminarCard.Name, thing.Seminar.Value);

    private static Button Press(string label, MarkedReminder thing, string action) => Button.Card(label, SeminarCard.Name, thing.Seminar.Value, action);
}
