using MspBot.Data.Nominations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.People;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Sending;

/// <summary>What is stored of a person about nominations.</summary>
internal sealed class NominationsStored(NominationAnswers answers) : StoredPart
{
    public override int Order => 12;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var (sent, bySelf) = await answers.Stored(person);
        return
        [
            .. sent == 0 ? (string[])[] : [NominationTexts.StoredSent(sent)],
            .. bySelf == 0 ? (string[])[] : [NominationTexts.StoredBySelf(bySelf)],
        ];
    }
}

/// <summary>
/// Before somebody is erased, what was written with nominations goes; that they were sent stays as a number. Then no card names them, and
/// no news: it says how the nomination stands instead.
/// </summary>
internal sealed class NominationsForgotten(
    NominationAnswers answers, NominationReader reader, ShownSeminars shown, SchoolMeetingScreens screens, SeatsChanges schools,
    Outbox outbox) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => answers.Forget(person);

    public override async Task After(PersonId person, Turn turn)
    {
        var theirs = await reader.Of(person);
        foreach (var meeting in theirs.Select(one => one.Seminar).Distinct()) await schools.Changed(turn, new(meeting));
        var told = theirs.ToDictionary(one => NominationNews.Told(one.Id));
        await outbox.RedrawNameless(told.Keys, (shows, _) => screens.Nominee(told[shows], person, turn.Now));
        var sent = await reader.PlacesBy(person);
        await shown.RedrawNameless(
            [.. sent.Select(place => place.Meeting).Distinct()], turn.Now, only: [.. sent.Select(place => place.Chat)]);
    }
}
