using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MspBot.Host.Conversations.Screens;
using Attachment = MspBot.Host.Conversations.Screens.Attachment;

namespace MspBot.Host.Meetings;

/// <summary>A meeting as a calendar knows it: one UID for ever, a SEQUENCE that grows with each move.</summary>
internal sealed record CalendarMeeting(
    string Uid, int Sequence, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Summary, string Description, string? Place,
    bool IsCancelled);

/// <summary>A seminar, a consultation or a group as a calendar file.</summary>
internal static class MeetingCalendar
{
    internal static Attachment File(string name, CalendarMeeting it, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//MspBot//RU", Method = it.IsCancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = it.Uid,
            Sequence = it.Sequence,
            DtStamp = Utc(now),
            DtStart = Utc(it.StartsAt),
            DtEnd = Utc(it.EndsAt),
            Summary = it.Summary,
            Description = it.Description,
            Location = it.IsCancelled ? null : it.Place,
            Status = it.IsCancelled ? "CANCELLED" : "CONFIRMED",
        });
        return new(name, "text/calendar", CalendarLines.Refold(new CalendarSerializer().SerializeToString(calendar)!));
    }

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
