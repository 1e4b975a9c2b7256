using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Seats;

/// <summary>
/// Somebody is about to be erased: their places in coming seminars go to those who wait, and heads find leaders for those they led.
/// </summary>
internal sealed class SeminarOnPersonErased(
    SignUpStore signUps, SeminarStore seminars, SeminarReader reader, SeminarNotices notices, ShownSeminars shown, PersonReader people,
    NominatedPlaces nominated, QuietHours quiet)
    : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        var led = await seminars.LoseLeader(person, turn.Now);
        foreach (var (id, _) in led)
        {
            // Cards in other chats name the leader.
            if (await reader.Details(id, person) is { } details) await shown.Redraw(turn, details);
        }
        foreach (var seminar in await signUps.ComingOf(person, turn.Now))
        {
            if (await signUps.Leave(seminar, person, turn.Now) is not { } left) continue;
            await nominated.Left(turn, left, isErased: true);
            await notices.TellPromoted(turn, left.Details, left.Promoted);
            notices.TellAsked(turn, left.Details, left.Asked);
        }
        if (led.Count > 0) await TellHeads(turn, led);
    }

    private async Task TellHeads(Turn turn, IReadOnlyList<(SeminarId Id, string Title)> led)
    {
        var screen = HeadScreens.LeaderWanted(NoticeTexts.WithoutLeader([.. led.Select(s => s.Title)]), led);
        turn.TellOthers((await people.HeadChats())
            .Select(chat => new Notice(chat, screen, NotBefore: quiet.NotBefore(turn.Now))));
    }
}
