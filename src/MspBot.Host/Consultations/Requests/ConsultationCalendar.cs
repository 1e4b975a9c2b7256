using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using Attachment = MspBot.Host.Conversations.Screens.Attachment;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A consultation as a calendar file, named after the other side.</summary>
internal static class ConsultationCalendar
{
    internal static Attachment File(ConsultationDetails details, Side side, DateTimeOffset now) =>
        MeetingCalendar.File($"consultation-{details.Id.Value}.ics", new(
        details.CalendarUid, details.CalendarSequence, details.StartsAt!.Value, details.EndsAt!.Value,
        $"Консультация: {ConsultationTexts.ShortName(side == Side.Tutor ? details.Teacher : details.Tutor)}", details.Topic,
        details.JoinLink, details.State == ConsultationState.Cancelled), now);
}
