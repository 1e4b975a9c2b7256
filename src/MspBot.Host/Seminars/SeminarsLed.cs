using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Seminars;

/// <summary>Coming seminars of a leader whose role ends: counted, and given to another.</summary>
internal sealed class SeminarsLed(SeminarStore store, SeminarNotices notices) : LedMeetings
{
    public override Task<int> Count(PersonId leader, DateTimeOffset now) => store.CountLed(leader, now);

    public override async Task HandOver(PersonId leader, PersonId heir, Turn turn)
    {
        var change = new SeminarChange.Leader(heir);
        foreach (var result in await store.HandOver(leader, heir, turn.Speaker.Person!.Value, turn.Now))
        {
            notices.TellAsked(turn, result.After!, result.Asked);
            await notices.TellChanged(turn, result.Before!, result.After!, change, result.Promoted);
        }
    }
}
