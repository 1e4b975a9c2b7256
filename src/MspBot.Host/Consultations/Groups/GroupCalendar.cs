using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using Attachment = MspBot.Host.Conversations.Screens.Attachment;

namespace MspBot.Host.Consultations.Groups;

/// <summary>A group as a calendar file.</summary>
internal static class GroupCalendar
{
    internal static Attachment File(GroupDetails details, DateTimeOffset now) => MeetingCalendar.File($"group-{details.Id.Value}.ics", new(
        details.CalendarUid, details.CalendarSequence, details.StartsAt, details.EndsAt,
        $"Групповая консультация: {details.Topic}", $"Ведёт: {details.Tutor ?? "—"}", details.JoinLink,
        details.State == ConsultationState.Cancelled), now);
}
