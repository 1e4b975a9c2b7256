using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>On top of the menu: a meeting that the person led and of which nothing is marked.</summary>
internal sealed class AttendanceToMark(AttendanceReader reader, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        SeminarAccess.LeadsMeetings(turn.Speaker) && await reader.Unmarked(turn.Person, turn.Now) is { } seminar
            ? new Waiting(seminar.EndsAt, AttendanceTexts.Waiting(seminar, zone),
                Button.Card(AttendanceTexts.ToMark, SeminarLinks.Attendance, seminar.Id.Value))
            : null;
}
