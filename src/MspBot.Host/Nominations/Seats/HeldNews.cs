using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Notices;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Seats;

/// <summary>News of seats held for schools and freed again; the cards in other chats are brought up to date first.</summary>
internal sealed class HeldNews(
    HeadedSchools heads, HeldScreens screens, NominationNews nominations, SeminarNotices places, NominationClock clock)
{
    /// <summary>Each head of the schools hears of it once.</summary>
    /// <returns>How many are told.</returns>
    internal async Task<int> Held(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> seats, DateTimeOffset until)
    {
        await Redraw(turn, details.Id);
        var notices = new List<Notice>();
        foreach (var (school, count) in seats)
        {
            var screen = new Screen(HoldingTexts.Told(details, count, until, clock.Zone))
                .Row(Button.Flow(SendingTexts.Nominate, NominationLinks.Nominate, details.Id).Main())
                .Row(Button.Card(SchoolSeatsTexts.Title, NominationLinks.SchoolSeats, 0));
            notices.AddRange((await heads.Chats(school)).Select(chat => new Notice(chat, screen,
                NoticeKey.SchoolSeatsHeld(details.Id, turn.Now, chat), clock.Quiet.NotBefore(turn.Now, details.StartsAt))
            { NotAfter = until }));
        }
        turn.TellOthers(notices);
        return notices.Count;
    }

    /// <summary>Those in line have them first.</summary>
    internal async Task Freed(Turn turn, FilledSeats filled)
    {
        await Redraw(turn, filled.Details.Id);
        await places.TellPromoted(turn, filled.Details, filled.Promoted);
        places.TellAsked(turn, filled.Details, filled.Asked);
    }

    private async Task Redraw(Turn turn, SeminarId id)
    {
        await turn.Redraw(HeldScreens.Shown(id), who => who.PersonOrNull is { } person && SeminarAccess.IsHead(who)
            ? screens.Of(id, person, turn.Now) : Task.FromResult<Screen?>(null));
        await nominations.Redraw(turn, id);
    }
}
