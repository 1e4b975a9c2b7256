using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using Attachment = MspBot.Host.Conversations.Screens.Attachment;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A consultation as a calendar file, named after the other side.</summary>
internal static class ConsultationCalendar
{
    internal static Attachment File(ConsultationSheet sheet, Side side, DateTimeOffset now) => MeetingCalendar.File($"consultation-{sheet.Id.Value}.ics", new(
        sheet.CalendarUid, sheet.CalendarSequence, sheet.StartsAt!.Value, sheet.EndsAt!.Value,
        $"Консультация: {ConsultationTexts.ShortName(side == Side.Tutor ? sheet.Teacher : sheet.Tutor)}", sheet.Topic, sheet.JoinLink, sheet.State == ConsultationState.Cancelled), now);
}
