using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Seminars;

/// <summary>A seminar as a calendar file.</summary>
internal static class SeminarCalendar
{
    /// <param name="details">As it stands to the person who gets the file.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="way">The card in the bot: the meeting's own link is given there, when the time has come.</param>
    internal static Attachment File(SeminarDetails details, DateTimeOffset now, string way)
    {
        var cancelled = details.State == SeminarState.Cancelled;
        var link = details.Mine == SignUpState.Confirmed && !cancelled ? way : null;
        return MeetingCalendar.File($"seminar-{details.Id.Value}.ics", new(
            details.CalendarUid, details.CalendarSequence, details.StartsAt, details.EndsAt, details.Title, Description(details, link),
            link, cancelled), now);
    }

    private static string Description(SeminarDetails details, string? link) => string.Join("\n\n", new[]
    {
        SeminarTexts.Kind(details.Kind),
        details.Description,
        link,
    }.OfType<string>());
}
