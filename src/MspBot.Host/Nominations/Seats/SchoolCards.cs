using MspBot.Data.Nominations;
using MspBot.Data.Nominations.Seats;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Seats;

/// <summary>
/// Cards that were sent earlier and tell of seats for schools and of whom they sent, as they should look by now: of the heads of schools a
/// meeting, its nominations and «Места школы», of the site's head «Места школам».
/// </summary>
internal sealed class SchoolCards(
    NominationReader nominations, SchoolSeatsReader seats, SchoolMeetingScreens meetings, SchoolSeatsScreens schools, HeldScreens held,
    FreedNews news, Outbox outbox) : OnSeatsChanged
{
    public override async Task Changed(Turn turn, SeatsChange change)
    {
        var cards = await Of(change, turn.Now);
        await turn.Redraw([.. cards.Keys], (shows, who) => cards[shows](who));
    }

    public override async Task Changed(SeatsChange change, DateTimeOffset now)
    {
        var cards = await Of(change, now);
        await outbox.Redraw([.. cards.Keys], (shows, who) => cards[shows](who));
    }

    public override Task Unlimited(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed) =>
        news.Tell(turn, details, freed, HoldingTexts.Unlimited);

    private async Task<Dictionary<string, Func<Speaker, Task<Screen?>>>> Of(SeatsChange change, DateTimeOffset now)
    {
        var id = change.Meeting;
        var cards = new Dictionary<string, Func<Speaker, Task<Screen?>>>
        {
            [SchoolMeetingScreens.Shown(id)] = who => meetings.Meeting(id, who, now),
            [HeldScreens.Shown(id)] = who => who.PersonOrNull is { } person && SeminarAccess.IsHead(who)
                ? held.Of(id, person, now) : Task.FromResult<Screen?>(null),
        };
        foreach (var one in await nominations.ToMeeting(id)) cards[SchoolMeetingScreens.Shown(one)] = who => meetings.Again(one, who, now);
        foreach (var school in (await seats.Concerned(id, change.Took)).Concat(change.Freed))
            cards[SchoolSeatsScreens.Shown(school)] = who => schools.Again(school, who, now);
        return cards;
    }
}
