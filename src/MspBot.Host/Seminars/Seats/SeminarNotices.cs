using System.Collections.ObjectModel;
using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Seats;

/// <summary>News about a seminar to those who have a place in it. In quiet hours the message waits, the seat does not.</summary>
internal sealed class SeminarNotices(
    SeminarScreens screens, ShownSeminars shown, SeatsChanges schools, SignUpReader signUps, PersonReader people, NomineeDues dues,
    QuietHours quiet, SiteZone zone)
{
    /// <summary>«Освободилось место, вы записаны»; cards that say they wait are brought up to date.</summary>
    /// <param name="turn">The turn that freed it.</param>
    /// <param name="details">The seminar.</param>
    /// <param name="promoted">Who has it now.</param>
    /// <param name="change">What else cards of schools tell otherwise now; null: nothing.</param>
    internal async Task TellPromoted(
        Turn turn, SeminarDetails details, IReadOnlyList<Promoted> promoted, SeatsChange? change = null)
    {
        await Renew(details, promoted, turn.Now);
        await shown.Redraw(turn, details, promoted);
        if (SeatsChanges.Of(details.Id, promoted, change) is { } changed) await schools.Changed(turn, changed);
        turn.Tell(await Seats(details, promoted, turn.Now));
    }

    /// <summary>
    /// Brings earlier cards up to date after a change: all of them where it is news, otherwise those of people who got a seat or whose
    /// offer ended. Before anything fresh is told.
    /// </summary>
    internal async Task Redraw(Turn turn, SeminarResult result, SeminarChange change)
    {
        var after = result.After!;
        await Renew(after, result.Promoted, turn.Now, moved: change is SeminarChange.Start);
        await shown.Redraw(turn, after, change.IsNews ? null : [.. result.Promoted, .. result.OfferOver]);
        if (after.State == SeminarState.Published && change is SeminarChange.Title or SeminarChange.Start or SeminarChange.Seats)
            await schools.Changed(turn, new(after.Id) { Freed = [.. result.Freed.Select(s => s.School)] });
    }

    /// <summary>As a job tells those who were given or offered seats that lay free.</summary>
    /// <param name="filled">Who.</param>
    /// <param name="now">The job's moment.</param>
    /// <param name="change">What else cards of schools tell otherwise now; null: nothing.</param>
    internal async Task<IReadOnlyCollection<Notice>> Filled(FilledSeats filled, DateTimeOffset now, SeatsChange? change = null)
    {
        var (details, promoted, asked) = filled;
        await Renew(details, promoted, now);
        if (SeatsChanges.Of(details.Id, promoted, change) is { } changed) await schools.Changed(changed, now);
        await shown.Redraw(details, ShownSeminars.Chats(promoted), now);
        return
        [
            .. (await Seats(details, promoted, now)).Concat(Offers(details, asked, now))
                .Select(notice => notice with { NotAfter = details.StartsAt }),
        ];
    }

    /// <summary>«Освободилось место»: the first to take it has it.</summary>
    internal void TellAsked(Turn turn, SeminarDetails details, IReadOnlyList<Promoted> asked) =>
        turn.Tell(Offers(details, asked, turn.Now));

    private async Task Renew(SeminarDetails details, IReadOnlyList<Promoted> promoted, DateTimeOffset now, bool moved = false)
    {
        if (moved || promoted.Any(p => p.IsNominated)) await dues.Renew(details.Id, promoted, now);
    }

    private async Task<IEnumerable<Notice>> Seats(SeminarDetails details, IReadOnlyList<Promoted> promoted, DateTimeOffset now)
    {
        if (promoted.Count == 0) return [];
        var screen = Seat(details, now);
        var nominated = await Theirs(
            details, ShownSeminars.Chats(promoted.Where(p => p.IsNominated)), now, Html.Text(NoticeTexts.SeatFreed));
        var notBefore = quiet.NotBefore(now, details.StartsAt);
        return from person in promoted
               where person.Chat is not null
               let theirs = nominated.GetValueOrDefault(person.Chat!.Value, screen)
               where theirs is not null
               select new Notice(person.Chat!.Value, theirs, NoticeKey.SeatFreed(person.SignUp), notBefore);
    }

    /// <summary>
    /// The card as it stands to each of those who have a place: whom their school has sent it also asks for an answer. Null: the school's
    /// question still waits for its hour, and tells them of all else.
    /// </summary>
    internal async Task<IReadOnlyDictionary<ChatId, Screen?>> Theirs(
        SeminarDetails details, IReadOnlyCollection<ChatId> chats, DateTimeOffset now, Html news = default) =>
        chats.Count == 0 ? ReadOnlyDictionary<ChatId, Screen?>.Empty
        : (await signUps.ToTell(details.Id, chats)).ToDictionary(place => place.Chat,
            place => place.IsUnasked ? null : screens.Card(SeminarScreens.For(place, details), now, news: news));

    /// <summary>Within three hours of a meeting no hour is quiet.</summary>
    private IEnumerable<Notice> Offers(SeminarDetails details, IReadOnlyList<Promoted> asked, DateTimeOffset now)
    {
        if (asked.Count == 0) return [];
        var screen = Offer(details, now);
        return from person in asked
               where person.Chat is not null
               select new Notice(person.Chat!.Value, screen, NoticeKey.SeatOffered(person.SignUp, details.Version, now));
    }

    /// <summary>To those who were asked and were not the first.</summary>
    internal async Task TellInVain(Turn turn, SeminarDetails details, IReadOnlyList<Promoted> others)
    {
        await shown.Redraw(turn, details, others);
        TellWaiting(turn, details, others, NoticeTexts.SeatGone);
    }

    /// <summary>To those whose offer ended with a change: the time is another one, or the seat is gone.</summary>
    internal void TellOfferOver(Turn turn, SeminarDetails details, IReadOnlyList<Promoted> others) =>
        TellWaiting(turn, details, others, NoticeTexts.OfferOver);

    private void TellWaiting(Turn turn, SeminarDetails details, IReadOnlyList<Promoted> others, string news)
    {
        if (others.Count == 0) return;
        var screen = screens.Card(AsWaiting(details), turn.Now, news: Html.Text(news));
        turn.Tell(ShownSeminars.Chats(others).Select(chat => new Notice(chat, screen)));
    }

    internal Screen Seat(SeminarDetails details, DateTimeOffset now) =>
        screens.Card(AsSeated(details), now, news: Html.Text(NoticeTexts.SeatFreed));

    internal Screen Offer(SeminarDetails details, DateTimeOffset now) =>
        screens.Card(AsWaiting(details) with { Asked = true }, now, news: Html.Text(NoticeTexts.SeatOffered));

    /// <returns>How many are told.</returns>
    internal async Task<int> TellChanged(
        Turn turn, SeminarDetails before, SeminarDetails after, SeminarChange change, IReadOnlyList<Promoted> promoted)
    {
        turn.Tell(await Seats(after, promoted, turn.Now));
        if (!change.IsNews || after.State != SeminarState.Published) return promoted.Count;
        var news = NoticeTexts.Changed(before, after, change, zone);
        var seated = screens.Card(AsSeated(after), turn.Now, news: news);
        var waiting = screens.Card(AsWaiting(after), turn.Now, news: news);
        var offered = screens.Card(AsWaiting(after) with { Asked = true }, turn.Now, news: news);
        var newLeader = change is SeminarChange.Leader;
        var held = after.LeaderId is { } leader ? (await signUps.HeldFor(after, leader)).GetValueOrDefault(leader) : 0;
        if (newLeader && before.LeaderId is { } former) await TellFormer(turn, after, former);
        return await TellAll(turn, after, before.StartsAt < after.StartsAt ? before.StartsAt : after.StartsAt, person => person switch
        {
            { Leads: true } => ToLeader(after with { Mine = person.State, HeldForMine = held }, turn.Now,
                newLeader ? Html.Text(NoticeTexts.YouLead) : news),
            // The question tells of it.
            { IsUnasked: true } => null,
            { AwaitsAnswer: true } when change is not SeminarChange.Link || person.State == SignUpState.Confirmed =>
                screens.Card(SeminarScreens.For(person, after), turn.Now, news: news),
            { State: SignUpState.Confirmed } => seated,
            // Who waits has no link yet: a new one is no news to them.
            _ when change is SeminarChange.Link => null,
            _ => person.Asked ? offered : waiting,
        });
    }

    /// <returns>How many are told.</returns>
    internal async Task<int> TellCancelled(Turn turn, SeminarDetails details)
    {
        var screen = screens.Cancelled(details, turn.Now);
        // Whose question waits for the morning has not heard of the meeting; so it is taken back only after that was read.
        var told = await TellAll(turn, details, details.StartsAt, person => person is { IsUnasked: true, Leads: false } ? null : screen);
        await dues.End(details.Id);
        return told;
    }

    /// <summary>«Эту встречу ведёте вы», once it is public.</summary>
    internal async Task TellLeader(Turn turn, SeminarDetails details)
    {
        if (details.LeaderId is not { } leader || await people.Chat(leader) is not { } chat) return;
        var screen = ToLeader(details with { Mine = null }, turn.Now, Html.Text(NoticeTexts.YouLead));
        turn.TellOthers(new Notice(chat, screen, NotBefore: quiet.NotBefore(turn.Now, details.StartsAt)));
    }

    /// <summary>A former leader who also has a place is told of the new leader like the other participants.</summary>
    private async Task TellFormer(Turn turn, SeminarDetails details, PersonId former)
    {
        if (await people.Chat(former) is not { } chat) return;
        var news = NoticeTexts.YouLeadNoMore(details.Leader);
        var held = (await signUps.HeldFor(details, former)).GetValueOrDefault(former);
        var screen = screens.Card(SeminarScreens.ForOthers(details) with { HeldForMine = held }, turn.Now, news: news);
        turn.TellOthers(new Notice(chat, screen, NotBefore: quiet.NotBefore(turn.Now, details.StartsAt)));
    }

    private Screen ToLeader(SeminarDetails details, DateTimeOffset now, Html news) =>
        screens.Card(SeminarScreens.ForOthers(details) with { Mine = details.Mine, HeldForMine = details.HeldForMine, Leads = true }, now,
            SeminarRelation.Leader, news: news);

    private async Task<int> TellAll(Turn turn, SeminarDetails details, DateTimeOffset concerns, Func<ToTell, Screen?> screen)
    {
        var news = new List<Notice>();
        var notBefore = quiet.NotBefore(turn.Now, concerns);
        foreach (var person in await signUps.ToTell(details.Id))
        {
            // The person who made the change sees it already.
            if (person.Chat == turn.Speaker.Chat || screen(person) is not { } theirs) continue;
            news.Add(new(person.Chat, theirs, NoticeKey.SeminarChanged(details.Id, details.Version, person.Person), notBefore));
        }
        turn.Tell(news);
        return news.Count;
    }

    private static SeminarDetails AsSeated(SeminarDetails details) =>
        SeminarScreens.ForOthers(details) with { Mine = SignUpState.Confirmed };

    private static SeminarDetails AsWaiting(SeminarDetails details) =>
        SeminarScreens.ForOthers(details) with { Mine = SignUpState.Waitlisted };
}
