using MspBot.Data.Nominations;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Sending;

/// <summary>News of nominations to teachers and to the heads of their school; cards in other chats are brought up to date first.</summary>
internal sealed class NominationNews(
    NominationReader reader, SeminarReader seminars, HeadedSchools heads, SeminarScreens cards, ShownSeminars shown, SeatsChanges schools,
    SeminarNotices places, NominationClock clock)
{
    /// <summary>By this name news to heads of schools are found: they name a teacher, and change only when the teacher is erased.</summary>
    internal static string Told(NominationId id) => $"told:{id.Value}";

    /// <summary>Each of those who were sent sees the meeting's card, with the question.</summary>
    internal async Task Sent(Turn turn, SeminarDetails details, IReadOnlyList<Nominee> sent)
    {
        var asked = await reader.All([.. sent.Select(nominee => nominee.Nomination!.Value)]);
        await schools.Changed(turn, new(details.Id) { School = asked[0].School });
        await Ask(turn, details, asked);
    }

    internal async Task Withdrawn(Turn turn, Nomination before, SeatReturnResult left)
    {
        turn.TellOthers(await Ended(before, turn.Now, NominationTexts.Withdrawn));
        await places.TellPromoted(turn, left.Details, left.Promoted, Change(before, left));
        places.TellAsked(turn, left.Details, left.Asked);
    }

    /// <param name="turn">The head's.</param>
    /// <param name="former">As it was.</param>
    /// <param name="nominee">Who is sent instead.</param>
    /// <param name="details">The meeting.</param>
    internal async Task Replaced(Turn turn, Nomination former, Nominee nominee, SeminarDetails details)
    {
        await Redraw(turn, former);
        if (former.IsActive) turn.TellOthers(await Ended(former, turn.Now, NominationTexts.Replaced));
        await Ask(turn, details, await reader.All([nominee.Nomination!.Value]));
    }

    /// <summary>After «Не могу». Their own card is the press's answer.</summary>
    /// <inheritdoc cref="TellCannotCome"/>
    internal async Task<bool> Declined(Turn turn, Nomination ended, SeatReturnResult left)
    {
        var told = await TellCannotCome(turn, ended, left);
        await places.TellPromoted(turn, left.Details, left.Promoted, Change(ended, left));
        places.TellAsked(turn, left.Details, left.Asked);
        return told;
    }

    /// <summary>After «Отменить запись» of somebody who was sent; who gets the place is told by the caller.</summary>
    internal async Task CannotCome(Turn turn, Nomination ended, SeatReturnResult left)
    {
        await schools.Changed(turn, Change(ended, left));
        await TellCannotCome(turn, ended, left);
    }

    /// <summary>To the school, without cards being drawn: those of somebody who is being erased would be drawn with their name.</summary>
    /// <returns>Whether a head of the school is told; the school may have none that can be.</returns>
    internal async Task<bool> TellCannotCome(Turn turn, Nomination ended, SeatReturnResult left)
    {
        var screen = new Screen(NominationTexts.CannotComeNews(ended, left.Details, left, clock.Zone)) { Shows = Told(ended.Id) }
            .Row(Button.Flow(SendingTexts.Replace, NominationLinks.Replace, ended.Id).Main())
            .Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, ended.Seminar.Value));
        var notBefore = clock.Quiet.NotBefore(turn.Now, left.Details.StartsAt);
        var chats = (await heads.Chats(ended.School)).Where(chat => chat != turn.Speaker.Chat).ToList();
        turn.Tell(chats.Select(chat => new Notice(chat, screen, NotBefore: notBefore) { NotAfter = left.Details.StartsAt }));
        return chats.Count > 0;
    }

    /// <summary>After «Вернуть запись» of somebody who was sent.</summary>
    internal async Task Returned(Turn turn, Nomination nomination, SeminarDetails details)
    {
        await Redraw(turn, nomination);
        var screen = new Screen(NominationTexts.ReturnedNews(nomination, details, clock.Zone)) { Shows = Told(nomination.Id) }
            .Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, details.Id.Value));
        var notBefore = clock.Quiet.NotBefore(turn.Now, details.StartsAt);
        turn.TellOthers((await heads.Chats(nomination.School)).Select(chat =>
            new Notice(chat, screen, NotBefore: notBefore) { NotAfter = details.StartsAt }));
    }

    /// <summary>The heads' cards that tell of it, as they look now.</summary>
    internal Task Redraw(Turn turn, Nomination one) => schools.Changed(turn, Change(one));

    /// <summary>As a job tells of places that went to those who waited: both the teachers and the heads of their schools.</summary>
    internal async Task<IReadOnlyCollection<Notice>> Lapsed(LapsedNominations lapsed, DateTimeOffset now)
    {
        var details = lapsed.Details;
        // First: those who got a place answer by another moment now, which the cards of heads name.
        var filled = await places.Filled(new(details, lapsed.Promoted, []), now, new SeatsChange(details.Id));
        var notBefore = clock.Quiet.NotBefore(now, details.StartsAt);
        var notices = new List<Notice>();
        foreach (var one in lapsed.Lapsed)
        {
            notices.AddRange(await Ended(one, now, NominationTexts.Lapsed));
            var screen = new Screen(NominationTexts.LapsedNews(one, details, clock.Zone)) { Shows = Told(one.Id) }
                .Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, details.Id.Value));
            notices.AddRange((await heads.Chats(one.School)).Select(head =>
                new Notice(head, screen, NoticeKey.NominationEndedTold(one.Id, head), notBefore) { NotAfter = details.StartsAt }));
        }
        notices.AddRange(filled);
        return notices;
    }

    /// <summary>Once, halfway to when the answer is due.</summary>
    internal async Task<IReadOnlyCollection<Notice>> Reminders(IReadOnlyList<Nomination> waiting, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        foreach (var one in waiting)
        {
            var details = (await seminars.Details(one.Seminar, one.Person))!;
            notices.Add(new(one.Chat!.Value, cards.Card(details, now, news: NominationTexts.Reminder(one, clock.Zone)),
                NoticeKey.NominationReminded(one.Id, one.AnswerBy, one.RemindAt), clock.Quiet.NotBefore(now, one.AnswerBy))
            { NotAfter = one.AnswerBy });
        }
        return notices;
    }

    /// <summary>What a nomination changes; a place that goes to another school than its own is news on the cards of both.</summary>
    private static SeatsChange Change(Nomination one, SeatReturnResult? left = null) => new(one.Seminar)
    {
        School = left?.HeldFor is { } other && other != one.School ? null : one.School,
        Nominations = [one.Id],
    };

    /// <summary>However many they are, in as many queries.</summary>
    private async Task Ask(Turn turn, SeminarDetails details, IReadOnlyList<Nomination> nominations)
    {
        var chats = nominations.Select(one => one.Chat).OfType<ChatId>().ToList();
        await shown.Redraw(details, chats, turn.Now);
        var theirs = await places.Theirs(details, chats, turn.Now);
        var notBefore = clock.Quiet.NotBefore(turn.Now, details.StartsAt);
        turn.Tell(from one in nominations
                  // Who sends themselves has said yes by that.
                  where one is { Chat: not null, State: NominationState.Asked }
                  select new Notice(one.Chat!.Value, theirs[one.Chat.Value]!, NoticeKey.Nominated(one.Id), notBefore)
                  {
                      NotAfter = details.StartsAt,
                  });
    }

    /// <summary>
    /// The news to the teacher that it is over, beside their cards as they look now; none to a teacher who has not heard of the nomination.
    /// </summary>
    private async Task<IReadOnlyCollection<Notice>> Ended(Nomination one, DateTimeOffset now, Html news)
    {
        if (one.Chat is not { } chat || await seminars.Details(one.Seminar, one.Person) is not { } theirs) return [];
        await shown.Redraw(theirs, [chat], now);
        if (one.IsUnsent) return [];
        var notBefore = clock.Quiet.NotBefore(now, theirs.StartsAt);
        return
        [
            new Notice(chat, cards.Card(theirs, now, news: news), NoticeKey.NominationEnded(one.Id), notBefore)
            {
                NotAfter = theirs.StartsAt,
            },
        ];
    }
}

/// <summary>When people are written to, and how moments are called.</summary>
internal sealed record NominationClock(QuietHours Quiet, SiteZone Zone);
