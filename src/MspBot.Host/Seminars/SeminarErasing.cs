using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Seminars;

/// <summary>Somebody is about to be erased: their places in coming seminars go to those who wait.</summary>
internal sealed class SeminarErasing(SignUpStore signUps, SeminarNotices notices) : PersonErasing
{
    public override async Task Before(PersonId person, Turn turn)
    {
        foreach (var seminar in await signUps.ComingOf(person, turn.Now))
        {
            if (await signUps.Leave(seminar, person, turn.Now) is not { } left) continue;
            notices.TellPromoted(turn, left.Sheet, left.Promoted);
            notices.TellAsked(turn, left.Sheet, left.Asked);
        }
    }
}
