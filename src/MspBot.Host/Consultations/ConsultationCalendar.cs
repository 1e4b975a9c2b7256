using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MspBot.Data.Consultations;
using MspBot.Domain.Consultations;
using Attachment = MspBot.Host.Conversations.Attachment;

namespace MspBot.Host.Consultations;

/// <summary>A consultation as a calendar file: one UID for ever, a SEQUENCE that grows with each move.</summary>
internal static class ConsultationCalendar
{
    internal static Attachment File(ConsultationSheet sheet, Side side, DateTimeOffset now) =>
        new($"consultation-{sheet.Id.Value}.ics", "text/calendar", Encoding.UTF8.GetBytes(Text(sheet, side, now)));

    private static string Text(ConsultationSheet sheet, Side side, DateTimeOffset now)
    {
        var cancelled = sheet.State == ConsultationState.Cancelled;
        var calendar = new Calendar { ProductId = "-//MspBot//RU", Method = cancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = sheet.CalendarUid,
            Sequence = sheet.CalendarSequence,
            DtStamp = Utc(now),
            DtStart = Utc(sheet.StartsAt!.Value),
            DtEnd = Utc(sheet.EndsAt!.Value),
            Summary = $"Консультация: {ConsultationTexts.ShortName(side == Side.Tutor ? sheet.Teacher : sheet.Tutor)}",
            Description = sheet.Topic,
            Location = cancelled ? null : sheet.JoinLink,
            Status = cancelled ? "CANCELLED" : "CONFIRMED",
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
