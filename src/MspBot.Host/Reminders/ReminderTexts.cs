using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Domain.Reminders;
using MspBot.Host.Consultations;
using MspBot.Host.Consultations.Journal;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Reminders;

/// <summary>What a reminder says. It begins with how far ahead the meeting is when it is sent, and names day and time as well.</summary>
internal static class ReminderTexts
{
    private const string Unanswered = "❓ Сюда вас направил руководитель школы, а вы ещё не ответили, придёте ли.";
    private const string Hint = "Нажмите на мероприятие, чтобы посмотреть его или отменить запись.";

    internal static Html One(MarkedReminder thing, DateTimeOffset sent, SiteZone zone) => Html.Paragraphs(
        Html.Bold(When(thing.StartsAt, sent, zone) + thing.Part switch
        {
            MeetingPart.Participant => "",
            MeetingPart.Leader => " вы ведёте мероприятие",
            MeetingPart.Tutor or MeetingPart.Teacher or MeetingPart.Member => " консультация",
        }),
        Html.Lines(
            Html.Text(thing.Title),
            Html.Span(thing.StartsAt, thing.EndsAt, zone),
            thing.With is { } name ? Html.Text($"С вами встречается {name}") : default,
            thing.Nomination is null ? default : Html.Text("Вас направил руководитель школы. Вы ещё не ответили, придёте ли.")));

    /// <param name="things">What one person is reminded of, the earliest first.</param>
    /// <param name="shown">How many have a line.</param>
    /// <param name="sent">When it goes out.</param>
    /// <param name="zone">The site's.</param>
    internal static Html Several(IReadOnlyList<MarkedReminder> things, int shown, DateTimeOffset sent, SiteZone zone)
    {
        var onOneDay = zone.DayOf(things[0].StartsAt) == zone.DayOf(things[^1].StartsAt);
        var ofOneKind = things.All(t => Kind(t) == Kind(things[0]));
        return Html.Paragraphs(
            Html.Bold(Title(things, onOneDay, sent, zone)),
            Html.Lines([.. things.Take(shown).Select(t => Html.Of($"{Time(t)} — {What(t, ofOneKind)}"))]),
            Html.Text(things.Any(t => t.Nomination is not null) ? Unanswered : ""),
            Html.Text(things.All(t => t is { Part: MeetingPart.Participant, Nomination: null } && t.Before > ReminderTimes.Near)
                ? Hint : ""));

        Html Time(MarkedReminder t) => onOneDay ? Html.Text(Russian.Clock(t.StartsAt, zone)) : Html.At(t.StartsAt, zone);
    }

    /// <summary>On the button that opens the meeting.</summary>
    internal static string Titled(MarkedReminder thing, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.Clock(thing.StartsAt, zone)} ", thing.Title);

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

    /// <summary>«🔔 Завтра у вас 2 встречи, вт, 1 декабря»; near ones that begin together: «🔔 Через час у вас 2 встречи».</summary>
    private static string Title(IReadOnlyList<MarkedReminder> things, bool onOneDay, DateTimeOffset sent, SiteZone zone)
    {
        var first = things[0].StartsAt;
        var many = Many(things);
        if (things.All(t => t.StartsAt == first && t.Before <= ReminderTimes.Near)) return $"{When(first, sent, zone)} {many}";
        if (!onOneDay) return $"🔔 {Upper(many)}";
        var day = zone.DayOf(first);
        return (day.DayNumber - zone.DayOf(sent).DayNumber) switch
        {
            0 => $"🔔 Сегодня {many}, {Russian.Day(day)}",
            1 => $"🔔 Завтра {many}, {Russian.Day(day)}",
            _ => $"🔔 {Upper(many)}, {Russian.Day(day)}",
        };

        static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Many(IReadOnlyList<MarkedReminder> things)
    {
        var events = Russian.Count(things.Count, "мероприятие", "мероприятия", "мероприятий");
        return things.Select(Kind).Distinct().ToList() switch
        {
            [MeetingPart.Participant] => $"у вас {events}",
            [MeetingPart.Leader] => $"вы ведёте {events}",
            [_] => $"у вас {JournalTexts.Consultations(things.Count)}",
            _ => $"у вас {Russian.Count(things.Count, "встреча", "встречи", "встреч")}",
        };
    }

    /// <summary>A line among others of its kind needs no word for what it is.</summary>
    private static Html What(MarkedReminder thing, bool ofOneKind)
    {
        var leads = thing.Part == MeetingPart.Leader && !ofOneKind;
        if (thing.Part.IsInSeminar())
            return Html.Of($"{(leads ? "вы ведёте: " : "")}{Ellipsis.Cut(thing.Title, 100)}{(thing.Nomination is null ? "" : " ❓")}");
        var with = thing.With is { } name ? ConsultationTexts.ShortName(name) : null;
        var head = string.Join(", ", ((string?[])[ofOneKind ? null : "консультация", with]).OfType<string>());
        return Html.Of($"{(head.Length > 0 ? $"{head}: " : "")}{Ellipsis.Cut(thing.Title, 60)}");
    }

    /// <summary>The three sides of a consultation are one kind.</summary>
    private static MeetingPart Kind(MarkedReminder thing) => thing.Part.IsInSeminar() ? thing.Part : MeetingPart.Tutor;
}
