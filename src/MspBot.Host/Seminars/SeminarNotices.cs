using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

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
        Tell(turn, sheet, promoted);
    }

    /// <summary>
    /// Brings earlier cards up to date after a change: all of them where it is news, otherwise those of people who got a seat or whose
    /// offer ended. Before anything fresh is told.
    /// </summary>
    internal Task Redraw(Turn turn, SeminarResult result, SeminarChange change) =>
        shown.Redraw(turn, result.After!, change.IsNews ? null : [.. result.Promoted, .. result.OfferOver]);

    /// <summary>As a job tells those who were given or offered seats that lay free.</summary>
    internal async Task<IReadOnlyCollection<OutboxNotice>> Filled(FilledSeats filled, DateTimeOffset now)
    {
        var (sheet, promoted, asked) = filled;
        await shown.Redraw(sheet, ShownSeminars.Chats(promoted), now);
        var (seat, offer) = (ScreenJson.Write(Seat(sheet, now)), ScreenJson.Write(Offer(sheet, now)));
        var (notBefore, shows) = (quiet.NotBefore(now, sheet.StartsAt), SeminarScreens.Shown(sheet.Id));
        return
        [
            .. promoted.Where(p => p.Chat is not null).Select(p => new OutboxNotice(
                p.Chat!.Value, seat, Priority.Notice, SignUpStore.SeatedKey(p.SignUp), notBefore, sheet.StartsAt, shows)),
            .. asked.Where(a => a.Chat is not null).Select(a => new OutboxNotice(
                a.Chat!.Value, offer, Priority.Notice, OfferKey(sheet, a, now), null, sheet.StartsAt, shows)),
        ];
    }

    private void Tell(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> promoted)
    {
        if (promoted.Count == 0) return;
        var screen = Seat(sheet, turn.Now);
        var notBefore = quiet.NotBefore(turn.Now, sheet.StartsAt);
        foreach (var person in promoted)
        {
            if (person.Chat is { } chat) turn.Tell(chat, screen, notBefore, SignUpStore.SeatedKey(person.SignUp));
        }
    }

    /// <summary>«Освободилось место»: the first to take it has it. Within three hours of a meeting no hour is quiet.</summary>
    internal void TellAsked(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> asked)
    {
        foreach (var person in asked)
        {
            if (person.Chat is { } chat) turn.Tell(chat, Offer(sheet, turn.Now), dedup: OfferKey(sheet, person, turn.Now));
        }
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
        foreach (var chat in ShownSeminars.Chats(others)) turn.Tell(chat, screen);
    }

    internal Screen Seat(SeminarSheet sheet, DateTimeOffset now) =>
        screens.Card(AsSeated(sheet), now, news: Html.Text(NoticeTexts.SeatFreed));

    internal Screen Offer(SeminarSheet sheet, DateTimeOffset now) =>
        screens.Card(AsWaiting(sheet) with { Asked = true }, now, news: Html.Text(NoticeTexts.SeatOffered));

    internal static string OfferKey(SeminarSheet sheet, Promoted person, DateTimeOffset now) =>
        $"offer:{person.SignUp}:{sheet.Version}:{now.ToUnixTimeMilliseconds()}";

    /// <returns>How many are told.</returns>
    internal async Task<int> TellChanged(
        Turn turn, SeminarSheet before, SeminarSheet after, SeminarChange change, IReadOnlyList<Promoted> promoted)
    {
        Tell(turn, after, promoted);
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
        if (sheet.LeaderId is not { } leader || await people.Chat(leader) is not { } chat || chat == turn.Speaker.Chat) return;
        var screen = ToLeader(sheet with { Mine = null }, turn.Now, Html.Text(NoticeTexts.YouLead));
        turn.Tell(chat, screen, quiet.NotBefore(turn.Now, sheet.StartsAt));
    }

    /// <summary>One who has a place as well hears of the new leader like the others.</summary>
    private async Task TellFormer(Turn turn, SeminarSheet sheet, PersonId former)
    {
        if (await people.Chat(former) is not { } chat || chat == turn.Speaker.Chat) return;
        var news = NoticeTexts.YouLeadNoMore(sheet.Leader);
        turn.Tell(chat, screens.Card(SeminarScreens.ForOthers(sheet), turn.Now, news: news), quiet.NotBefore(turn.Now, sheet.StartsAt));
    }

    private Screen ToLeader(SeminarSheet sheet, DateTimeOffset now, Html news) =>
        screens.Card(SeminarScreens.ForOthers(sheet) with { Mine = sheet.Mine, Leads = true }, now, Part.Leader, news: news);

    private async Task<int> TellAll(Turn turn, SeminarSheet sheet, DateTimeOffset concerns, Func<ToTell, Screen?> screen)
    {
        var news = new List<(long, Screen, string)>();
        foreach (var person in await signUps.ToTell(sheet.Id))
        {
            // Whoever made the change sees it already.
            if (person.Chat == turn.Speaker.Chat || screen(person) is not { } theirs) continue;
            news.Add((person.Chat, theirs, $"seminar:{sheet.Id.Value}:v{sheet.Version}:{person.Person.Value}"));
        }
        turn.TellMany(news, quiet.NotBefore(turn.Now, concerns));
        return news.Count;
    }

    private static SeminarSheet AsSeated(SeminarSheet sheet) =>
        SeminarScreens.ForOthers(sheet) with { Mine = SignUpState.Confirmed };

    private static SeminarSheet AsWaiting(SeminarSheet sheet) =>
        SeminarScreens.ForOthers(sheet) with { Mine = SignUpState.Waitlisted };
}
