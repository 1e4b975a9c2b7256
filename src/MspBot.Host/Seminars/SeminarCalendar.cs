using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using Attachment = MspBot.Host.Conversations.Attachment;

namespace MspBot.Host.Seminars;

/// <summary>A seminar as a calendar file. Its UID never changes and its SEQUENCE grows, so a calendar updates what it has.</summary>
internal static class SeminarCalendar
{
    /// <param name="sheet">As it stands to whoever gets the file.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="way">The card in the bot: the meeting's own link is given there, when the time has come.</param>
    internal static Attachment File(SeminarSheet sheet, DateTimeOffset now, string way) =>
        new($"seminar-{sheet.Id.Value}.ics", "text/calendar", Encoding.UTF8.GetBytes(Text(sheet, now, way)));

    private static string Text(SeminarSheet sheet, DateTimeOffset now, string way)
    {
        var cancelled = sheet.State == SeminarState.Cancelled;
        var link = sheet.Mine == SignUpState.Confirmed && !cancelled ? way : null;
        var calendar = new Calendar { ProductId = "-//MspBot//RU", Method = cancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = sheet.CalendarUid,
            Sequence = sheet.CalendarSequence,
            DtStamp = Utc(now),
            DtStart = Utc(sheet.StartsAt),
            DtEnd = Utc(sheet.EndsAt),
            Summary = sheet.Title,
            Description = Description(sheet, link),
            Location = link,
            Status = cancelled ? "CANCELLED" : "CONFIRMED",
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static string Description(SeminarSheet sheet, string? link) => string.Join("\n\n", new[]
    {
        SeminarTexts.Kind(sheet.Kind),
        sheet.Description,
        link,
    }.OfType<string>());

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
