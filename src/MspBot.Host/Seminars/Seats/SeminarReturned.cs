using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Seats;

/// <summary>
/// When a person can be reached again, free seats are filled, theirs by their place in line, and they are told where they stand.
/// </summary>
internal sealed class SeminarReturned(SignUpStore store, SignUpReader reader, SeminarNotices notices, SiteZone zone) : OnPersonReturned
{
    public override async Task After(PersonId person, Turn turn)
    {
        var seats = new List<FilledSeats>();
        foreach (var seminar in await store.ComingOf(person, turn.Now))
        {
            if (await store.Fill(seminar, turn.Now) is { } filled) seats.Add(filled);
        }
        var standing = await reader.Standing(person, turn.Now);
        if (standing.Count == 0) return;
        await store.HasHeard(person);

        turn.Say(new Screen(NoticeTexts.WelcomeBack(standing, zone)).Row(Button.Command(ListTexts.Mine, "my")));
        foreach (var (details, promoted, asked) in seats)
        {
            await notices.TellPromoted(turn, details, promoted);
            notices.TellAsked(turn, details, asked);
        }
    }
}
