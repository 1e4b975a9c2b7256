using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MspBot.Data.Consultations;
using MspBot.Domain.Consultations;
using Attachment = MspBot.Host.Conversations.Attachment;

namespace MspBot.Host.Consultations;

/// <summary>A group as a calendar file: one UID for ever, a SEQUENCE that grows with each move.</summary>
internal static class GroupCalendar
{
    internal static Attachment File(GroupSheet sheet, DateTimeOffset now) =>
        new($"group-{sheet.Id.Value}.ics", "text/calendar", Encoding.UTF8.GetBytes(Text(sheet, now)));

    private static string Text(GroupSheet sheet, DateTimeOffset now)
    {
        var cancelled = sheet.State == ConsultationState.Cancelled;
        var calendar = new Calendar { ProductId = "-//MspBot//RU", Method = cancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = sheet.CalendarUid,
            Sequence = sheet.CalendarSequence,
            DtStamp = Utc(now),
            DtStart = Utc(sheet.StartsAt),
            DtEnd = Utc(sheet.EndsAt),
            Summary = $"Групповая консультация: {sheet.Topic}",
            Description = $"Ведёт: {sheet.Tutor ?? "—"}",
            Location = cancelled ? null : sheet.JoinLink,
            Status = cancelled ? "CANCELLED" : "CONFIRMED",
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
