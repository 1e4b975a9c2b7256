using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Seminars;

/// <summary>A seminar as a calendar file.</summary>
internal static class SeminarCalendar
{
    /// <param name="sheet">As it stands to whoever gets the file.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="way">The card in the bot: the meeting's own link is given there, when the time has come.</param>
    internal static Attachment File(SeminarSheet sheet, DateTimeOffset now, string way)
    {
        var cancelled = sheet.State == SeminarState.Cancelled;
        var link = sheet.Mine == SignUpState.Confirmed && !cancelled ? way : null;
        return MeetingCalendar.File($"seminar-{sheet.Id.Value}.ics", new(
            sheet.CalendarUid, sheet.CalendarSequence, sheet.StartsAt, sheet.EndsAt, sheet.Title, Description(sheet, link), link, cancelled), now);
    }

    private static string Description(SeminarSheet sheet, string? link) => string.Join("\n\n", new[]
    {
        SeminarTexts.Kind(sheet.Kind),
        sheet.Description,
        link,
    }.OfType<string>());
}
