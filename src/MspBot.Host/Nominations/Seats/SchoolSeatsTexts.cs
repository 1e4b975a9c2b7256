using MspBot.Data.Nominations.Seats;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Seats;

/// <summary>What a school's head reads of the seats held for the school.</summary>
internal static class SchoolSeatsTexts
{
    internal const string Title = "Места школы";

    internal static Html Card(string school, IReadOnlyList<MeetingOfSchool> meetings, SiteZone zone) => Html.Paragraphs(
        Html.Lines(Html.Bold(Title), Html.Text(school)),
        meetings.Count == 0 ? Nothing : Html.Lines([.. meetings.Select(meeting => Line(meeting, zone))]));

    private static Html Nothing => Html.Text(
        "Здесь будут мероприятия, на которых для вашей школы держат места или куда вы направили учителей. Сейчас таких нет.");

    /// <summary>«пт, 20 ноября, 15:00 · Читательская грамотность: держится 2 до …, направлено 3 (ждём ответа 1)»</summary>
    private static Html Line(MeetingOfSchool meeting, SiteZone zone)
    {
        string[] parts =
        [
            meeting is { Held: > 0, FirstUntil: { } first, LastUntil: { } last }
                ? $"{Russian.Plural(meeting.Held, "держится", "держатся", "держится")} {Russian.Number(meeting.Held)} " +
                    HoldingTexts.Period(first, last, zone) : "",
            meeting.Sent == 0 ? "" : $"направлено {Russian.Number(meeting.Sent)}" +
                (meeting.Asked == 0 ? "" : $" (ждём ответа {Russian.Number(meeting.Asked)})"),
            meeting.Declined == 0 ? "" : $"отказались: {Russian.Number(meeting.Declined)}",
        ];
        var said = string.Join(", ", parts.Where(p => p.Length > 0));
        return Html.Of($"{Html.At(meeting.StartsAt, zone)} · {Ellipsis.Cut(meeting.Title, 80)}: {said}");
    }

    internal static string Label(MeetingOfSchool meeting, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.Short(meeting.StartsAt, zone)} · ", meeting.Title);
}
