using MspBot.Data.Seminars.Heads;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations;
using MspBot.Host.People;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Heads;

/// <summary>Coming seminars of a leader whose role ends: counted, and given to another.</summary>
internal sealed class SeminarsLed(SeminarStore store, SeminarNotices notices) : LedMeetings
{
    public override Task<int> Count(PersonId leader, DateTimeOffset now) => store.CountLed(leader, now);

    public override async Task<int> HandOver(PersonId leader, PersonId heir, Turn turn)
    {
        var change = new SeminarChange.Leader(heir);
        var results = await store.HandOver(leader, heir, turn.Person, turn.Now);
        foreach (var result in results.Where(r => r.Refusal is null))
        {
            SeminarDeeds.LogChanged(turn, result, change);
            await notices.Redraw(turn, result, change);
            notices.TellAsked(turn, result.After!, result.Asked);
            await notices.TellChanged(turn, result.Before!, result.After!, change, result.Promoted);
        }
        var kept = results.Where(r => r.Clash is not null).Select(r => (r.Before!.Id, r.Before.Title)).ToList();
        if (kept.Count > 0) turn.Say(HeadScreens.LeaderWanted(NoticeTexts.NotHandedOver([.. kept.Select(k => k.Title)]), kept));
        return kept.Count;
    }
}
