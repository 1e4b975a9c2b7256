using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
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
    SeminarScreens screens, ShownSeminars shown, SignUpReader signUps, PersonReader people, QuietHours quiet, SiteZone zone)
{
    /// <summary>«Освободилось место, вы записаны»; cards that say they wait are brought up to date.</summary>
    /// <param name="turn">The turn that freed it.</param>
    /// <param name="sheet">The seminar.</param>
    /// <param name="promoted">Who has it now.</param>
    internal async Task TellPromoted(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> promoted)
    {
        await shown.Redraw(turn, sheet, promoted);
        turn.Tell(Seats(sheet, promoted, turn.Now));
    }

    /// <summary>
    /// Brings earlier cards up to date after a change: all of them where it is news, otherwise those of people who got a seat or whose
    /// offer ended. Before anything fresh is told.
    /// </summary>
    internal Task Redraw(Turn turn, SeminarResult result, SeminarChange change) =>
        shown.Redraw(turn, result.After!, change.IsNews ? null : [.. result.Promoted, .. result.OfferOver]);

    /// <summary>As a job tells those who were given or offered seats that lay free.</summary>
    internal async Task<IReadOnlyCollection<Notice>> Filled(FilledSeats filled, DateTimeOffset now)
    {
        var (sheet, promoted, asked) = filled;
        await shown.Redraw(sheet, ShownSeminars.Chats(promoted), now);
        return
        [
            .. Seats(sheet, promoted, now).Concat(Offers(sheet, asked, now))
                .Select(notice => notice with { NotAfter = sheet.StartsAt }),
        ];
    }

    /// <summary>«Освободилось место»: the first to take it has it.</summary>
    internal void TellAsked(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> asked) => turn.Tell(Offers(sheet, asked, turn.Now));

    private IEnumerable<Notice> Seats(SeminarSheet sheet, IReadOnlyList<Promoted> promoted, DateTimeOffset now)
    {
        if (promoted.Count == 0) return [];
        var screen = Seat(sheet, now);
        var notBefore = quiet.NotBefore(now, sheet.StartsAt);
        return from person in promoted
               where person.Chat is not null
               select new Notice(person.Chat!.Value, screen, NoticeKey.SeatFreed(person.SignUp), notBefore);
    }

    /// <summary>Within three hours of a meeting no hour is quiet.</summary>
    private IEnumerable<Notice> Offers(SeminarSheet sheet, IReadOnlyList<Promoted> asked, DateTimeOffset now)
    {
        if (asked.Count == 0) return [];
        var screen = Offer(sheet, now);
        return from person in asked
               where person.Chat is not null
               select new Notice(person.Chat!.Value, screen, NoticeKey.SeatOffered(person.SignUp, sheet.Version, now));
    }

    /// <summary>To those who were asked and were not the first.</summary>
    internal async Task TellInVain(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> others)
    {
        await shown.Redraw(turn, sheet, others);
        TellWaiting(turn, sheet, others, NoticeTexts.SeatGone);
    }

    /// <summary>To those whose offer ended with a change: the time is another one, or the seat is gone.</summary>
    internal void TellOfferOver(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> others) =>
        TellWaiting(turn, sheet, others, NoticeTexts.OfferOver);

    private void TellWaiting(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> others, string news)
    {
        if (others.Count == 0) return;
        var screen = screens.Card(AsWaiting(sheet), turn.Now, news: Html.Text(news));
        turn.Tell(ShownSeminars.Chats(others).Select(chat => new Notice(chat, screen)));
    }

    internal Screen Seat(SeminarSheet sheet, DateTimeOffset now) =>
        screens.Card(AsSeated(sheet), now, news: Html.Text(NoticeTexts.SeatFreed));

    internal Screen Offer(SeminarSheet sheet, DateTimeOffset now) =>
        screens.Card(AsWaiting(sheet) with { Asked = true }, now, news: Html.Text(NoticeTexts.SeatOffered));

    /// <returns>How many are told.</returns>
    internal async Task<int> TellChanged(
        Turn turn, SeminarSheet before, SeminarSheet after, SeminarChange change, IReadOnlyList<Promoted> promoted)
    {
        turn.Tell(Seats(after, promoted, turn.Now));
        if (!change.IsNews || after.State != SeminarState.Published) return promoted.Count;
        var news = NoticeTexts.Changed(before, after, change, zone);
        var seated = screens.Card(AsSeated(after), turn.Now, news: news);
        var waiting = screens.Card(AsWaiting(after), turn.Now, news: news);
        var offered = screens.Card(AsWaiting(after) with { Asked = true }, turn.Now, news: news);
        var newLeader = change is SeminarChange.Leader;
        if (newLeader && before.LeaderId is { } former) await TellFormer(turn, after, former);
        return await TellAll(turn, after, before.StartsAt < after.StartsAt ? before.StartsAt : after.StartsAt, person => person switch
        {
            { Leads: true } => ToLeader(after with { Mine = person.State }, turn.Now, newLeader ? Html.Text(NoticeTexts.YouLead) : news),
            { State: SignUpState.Confirmed } => seated,
            // Who waits has no link yet: a new one is no news to them.
            _ when change is SeminarChange.Link => null,
            _ => person.Asked ? offered : waiting,
        });
    }

    /// <returns>How many are told.</returns>
    internal Task<int> TellCancelled(Turn turn, SeminarSheet sheet)
    {
        var screen = screens.Cancelled(sheet, turn.Now);
        return TellAll(turn, sheet, sheet.StartsAt, _ => screen);
    }

    /// <summary>«Эту встречу ведёте вы», once it is public.</summary>
    internal async Task TellLeader(Turn turn, SeminarSheet sheet)
    {
        if (sheet.LeaderId is not { } leader || await people.Chat(leader) is not { } chat) return;
        var screen = ToLeader(sheet with { Mine = null }, turn.Now, Html.Text(NoticeTexts.YouLead));
        turn.TellOthers(new Notice(chat, screen, NotBefore: quiet.NotBefore(turn.Now, sheet.StartsAt)));
    }

    /// <summary>One who has a place as well hears of the new leader like the others.</summary>
    private async Task TellFormer(Turn turn, SeminarSheet sheet, PersonId former)
    {
        if (await people.Chat(former) is not { } chat) return;
        var news = NoticeTexts.YouLeadNoMore(sheet.Leader);
        var screen = screens.Card(SeminarScreens.ForOthers(sheet), turn.Now, news: news);
        turn.TellOthers(new Notice(chat, screen, NotBefore: quiet.NotBefore(turn.Now, sheet.StartsAt)));
    }

    private Screen ToLeader(SeminarSheet sheet, DateTimeOffset now, Html news) =>
        screens.Card(SeminarScreens.ForOthers(sheet) with { Mine = sheet.Mine, Leads = true }, now, Part.Leader, news: news);

    private async Task<int> TellAll(Turn turn, SeminarSheet sheet, DateTimeOffset concerns, Func<ToTell, Screen?> screen)
    {
        var news = new List<Notice>();
        var notBefore = quiet.NotBefore(turn.Now, concerns);
        foreach (var person in await signUps.ToTell(sheet.Id))
        {
            // Whoever made the change sees it already.
            if (person.Chat == turn.Speaker.Chat || screen(person) is not { } theirs) continue;
            news.Add(new(person.Chat, theirs, NoticeKey.SeminarChanged(sheet.Id, sheet.Version, person.Person), notBefore));
        }
        turn.Tell(news);
        return news.Count;
    }

    private static SeminarSheet AsSeated(SeminarSheet sheet) =>
        SeminarScreens.ForOthers(sheet) with { Mine = SignUpState.Confirmed };

    private static SeminarSheet AsWaiting(SeminarSheet sheet) =>
        SeminarScreens.ForOthers(sheet) with { Mine = SignUpState.Waitlisted };
}
