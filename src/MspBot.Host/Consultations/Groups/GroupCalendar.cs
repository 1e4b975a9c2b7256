using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using Attachment = MspBot.Host.Conversations.Screens.Attachment;

namespace MspBot.Host.Consultations.Groups;

/// <summary>A group as a calendar file.</summary>
internal static class GroupCalendar
{
    internal static Attachment File(GroupSheet sheet, DateTimeOffset now) => MeetingCalendar.File($"group-{sheet.Id.Value}.ics", new(
        sheet.CalendarUid, sheet.CalendarSequence, sheet.StartsAt, sheet.EndsAt,
        $"Групповая консультация: {sheet.Topic}", $"Ведёт: {sheet.Tutor ?? "—"}", sheet.JoinLink, sheet.State == ConsultationState.Cancelled), now);
}
