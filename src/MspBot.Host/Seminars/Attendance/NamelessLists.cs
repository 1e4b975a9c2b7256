using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>After somebody was erased, cards and lists of seminars in the chats of others name them no more.</summary>
internal sealed class NamelessLists(
    SeminarReader seminars, SignUpReader signUps, ShownSeminars shown, ParticipantsScreens participants, AttendanceScreens attendance,
    Outbox outbox) : OnPersonErased
{
    public override async Task After(PersonId person, Turn turn)
    {
        await shown.RedrawNameless(await seminars.LedBy(person), turn.Now);
        var lists = new Dictionary<string, Func<Speaker, Task<Screen?>>>();
        foreach (var id in await signUps.PlacesOf(person))
        {
            lists[ParticipantsScreens.Shown(id)] = who => participants.Of(id, who, turn.Now);
            lists[AttendanceScreens.Shown(id)] = who => attendance.Of(id, who, turn.Now);
        }
        await outbox.RedrawNameless(lists.Keys, (shows, who) => lists[shows](who));
    }
}
