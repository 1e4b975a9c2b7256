using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Seats;

/// <summary>News of seats held for schools and freed again; the cards in other chats are brought up to date first.</summary>
internal sealed class HeldNews(
    HeadedSchools heads, SeatsChanges schools, MeetingNews freed, SeminarNotices places, NominationClock clock)
{
    /// <summary>Each head of the schools hears of it once.</summary>
    /// <returns>How many are told.</returns>
    internal async Task<int> Held(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> seats, DateTimeOffset until)
    {
        await schools.Changed(turn, new(details.Id));
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

    /// <summary>Those in line have them first; the school's heads hear that they are held no more.</summary>
    internal async Task Freed(Turn turn, ReleasedSeats released)
    {
        var (details, promoted, asked) = released.Filled;
        await schools.Changed(turn, new(details.Id) { Freed = [.. released.Of.Select(s => s.School)] });
        await freed.Freed(turn, details, released.Of, HoldingTexts.FreedBefore);
        await places.TellPromoted(turn, details, promoted);
        places.TellAsked(turn, details, asked);
    }
}
