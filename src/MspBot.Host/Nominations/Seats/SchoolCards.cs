using MspBot.Data.Nominations;
using MspBot.Data.Nominations.Seats;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain;
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
    NominationReader nominations, SchoolSeatsReader seats, HeadedSchools heads, SchoolMeetingScreens meetings, SchoolSeatsScreens schools,
    HeldScreens held, MeetingNews news, Outbox outbox) : OnSeatsChanged
{
    public override async Task Changed(Turn turn, SeatsChange change)
    {
        await turn.Redraw(HeldScreens.Shown(change.Meeting), OfSite(change, turn.Now));
        var (cards, only) = await OfSchools(change, turn.Now);
        await turn.Redraw([.. cards.Keys], (shows, who) => cards[shows](who), only);
    }

    public override async Task Changed(SeatsChange change, DateTimeOffset now)
    {
        await outbox.Redraw(HeldScreens.Shown(change.Meeting), OfSite(change, now));
        var (cards, only) = await OfSchools(change, now);
        await outbox.Redraw([.. cards.Keys], (shows, who) => cards[shows](who), only: only);
    }

    public override Task<int> Unlimited(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed) =>
        news.Freed(turn, details, freed, HoldingTexts.Unlimited);

    public override Task<int> Moved(Turn turn, SeminarDetails before, SeminarDetails after) => news.Moved(turn, before, after);

    public override Task<int> Cancelled(Turn turn, SeminarDetails details, IReadOnlyCollection<SeatsOfSchool> freed) =>
        news.Cancelled(turn, details, freed);

    private Func<Speaker, Task<Screen?>> OfSite(SeatsChange change, DateTimeOffset now) =>
        who => who.PersonOrNull is { } person && SeminarAccess.IsHead(who)
            ? held.Of(change.Meeting, person, now) : Task.FromResult<Screen?>(null);

    /// <summary>The cards, and the chats that they concern; null: all.</summary>
    private async Task<(Dictionary<string, Func<Speaker, Task<Screen?>>> Cards, IReadOnlyCollection<ChatId>? Only)> OfSchools(
        SeatsChange change, DateTimeOffset now)
    {
        var id = change.Meeting;
        IReadOnlyCollection<SchoolId>? theirs =
            change.School is { } one ? [one] : change.OnlyTook ? await seats.SchoolsOf(change.Took) : null;
        var cards = new Dictionary<string, Func<Speaker, Task<Screen?>>>();
        var sent = await nominations.ToMeeting(id, theirs);
        for (var page = 0; page <= Paging.Last(sent.Count); page++)
        {
            var number = page;
            cards[SchoolMeetingScreens.Shown(id, page)] = who => meetings.Meeting(id, who, now, number);
        }
        foreach (var nominee in theirs is null ? sent : change.Nominations)
            cards[SchoolMeetingScreens.Shown(nominee)] = who => meetings.Again(nominee, who, now);
        foreach (var school in theirs ?? [.. await seats.Concerned(id, change.Took), .. change.Freed])
            cards[SchoolSeatsScreens.Shown(school)] = who => schools.Again(school, who, now);
        return (cards, theirs is null ? null : [.. (await heads.Chats(theirs)).Select(head => head.Chat)]);
    }
}
