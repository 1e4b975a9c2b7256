using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>News about a seminar to those who have a place in it. In quiet hours the message waits, the seat does not.</summary>
internal sealed class SeminarNotices(SeminarScreens screens, SignUpReader signUps, PersonReader people, QuietHours quiet, SiteZone zone)
{
    /// <summary>«Освободилось место, вы записаны»</summary>
    /// <param name="turn">The turn that freed it.</param>
    /// <param name="sheet">The seminar.</param>
    /// <param name="promoted">Who has it now.</param>
    internal async Task TellPromoted(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> promoted)
    {
        if (promoted.Count == 0) return;
        // Cards that say they wait are brought up to date; a seat count on the cards of others is not, or each press on a popular event would
        // edit hundreds of messages.
        await turn.Redraw(SeminarScreens.Shown(sheet.Id), who => Task.FromResult<Screen?>(screens.Again(AsSeated(sheet), who, turn.Now)), only: [.. promoted.Select(p => p.Chat).OfType<long>()]);
        Tell(turn, sheet, promoted);
    }

    /// <summary>Brings earlier cards in all chats up to date after a change of title, time, leader or link, or a cancellation. Before anything fresh is told.</summary>
    internal async Task Redraw(Turn turn, SeminarSheet after)
    {
        if (after is { State: SeminarState.Cancelled, WasPublished: false } or { State: SeminarState.Draft }) return;
        var places = (await signUps.ToTell(after.Id)).ToDictionary(p => p.Person);
        await turn.Redraw(SeminarScreens.Shown(after.Id), who =>
        {
            var place = who.Person is { } person ? places.GetValueOrDefault(person) : null;
            var theirs = after with
            {
                Mine = place?.State,
                MyPlace = null,
                Came = place?.Came,
                Asked = false,
                KeepsMine = false,
                Leads = after.LeaderId is { } leader && leader == who.Person,
            };
            return Task.FromResult<Screen?>(screens.Again(theirs, who, turn.Now));
        });
    }

    /// <summary>As a job tells those who were given or offered seats that lay free.</summary>
    internal IReadOnlyCollection<OutboxNotice> Filled(FilledSeats filled, DateTimeOffset now)
    {
        var (sheet, promoted, asked) = filled;
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
    internal void TellInVain(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> others)
    {
        var screen = screens.Card(AsWaiting(sheet), turn.Now, news: Html.Text(NoticeTexts.SeatGone));
        foreach (var person in others)
        {
            if (person.Chat is { } chat) turn.Tell(chat, screen);
        }
    }

    /// <summary>To those whose offer ended with a change: the time is another one, or the seat is gone.</summary>
    internal void TellOfferOver(Turn turn, SeminarSheet sheet, IReadOnlyList<Promoted> others)
    {
        if (others.Count == 0) return;
        var screen = screens.Card(AsWaiting(sheet), turn.Now, news: Html.Text(NoticeTexts.OfferOver));
        foreach (var person in others)
        {
            if (person.Chat is { } chat) turn.Tell(chat, screen);
        }
    }

    internal Screen Seat(SeminarSheet sheet, DateTimeOffset now) =>
        screens.Card(AsSeated(sheet), now, news: Html.Text(NoticeTexts.SeatFreed));

    internal Screen Offer(SeminarSheet sheet, DateTimeOffset now) =>
        screens.Card(AsWaiting(sheet) with { Asked = true }, now, news: Html.Text(NoticeTexts.SeatOffered));

    internal static string OfferKey(SeminarSheet sheet, Promoted person, DateTimeOffset now) =>
        $"offer:{person.SignUp}:{sheet.Version}:{now.ToUnixTimeMilliseconds()}";

    /// <returns>How many are told.</returns>
    internal async Task<int> TellChanged(Turn turn, SeminarSheet before, SeminarSheet after, SeminarChange change, IReadOnlyList<Promoted> promoted)
    {
        Tell(turn, after, promoted);
        if (!change.IsNews || after.State != SeminarState.Published) return promoted.Count;
        var news = NoticeTexts.Changed(before, after, change, zone);
        var seated = screens.Card(AsSeated(after), turn.Now, news: news);
        var waiting = screens.Card(AsWaiting(after), turn.Now, news: news);
        var newLeader = change is SeminarChange.Leader;
        if (newLeader && before.LeaderId is { } former) await TellFormer(turn, after, former);
        return await TellAll(turn, after, before.StartsAt < after.StartsAt ? before.StartsAt : after.StartsAt, person => person switch
        {
            { Leads: true } => ToLeader(after with { Mine = person.State }, turn.Now, newLeader ? Html.Text(NoticeTexts.YouLead) : news),
            { State: SignUpState.Confirmed } => seated,
            // Who waits has no link yet: a new one is no news to them.
            _ => change is SeminarChange.Link ? null : waiting,
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
        turn.Tell(chat, ToLeader(sheet with { Mine = null }, turn.Now, Html.Text(NoticeTexts.YouLead)), quiet.NotBefore(turn.Now, sheet.StartsAt));
    }

    /// <summary>One who has a place as well hears of the new leader like the others.</summary>
    private async Task TellFormer(Turn turn, SeminarSheet sheet, PersonId former)
    {
        if (await people.Chat(former) is not { } chat || chat == turn.Speaker.Chat) return;
        var news = NoticeTexts.YouLeadNoMore(sheet.Leader);
        turn.Tell(chat, screens.Card(ForOthers(sheet), turn.Now, news: news),
            quiet.NotBefore(turn.Now, sheet.StartsAt));
    }

    private Screen ToLeader(SeminarSheet sheet, DateTimeOffset now, Html news) =>
        screens.Card(ForOthers(sheet) with { Mine = sheet.Mine, Leads = true }, now, Part.Leader, news: news);

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
        ForOthers(sheet) with { Mine = SignUpState.Confirmed };

    private static SeminarSheet AsWaiting(SeminarSheet sheet) =>
        ForOthers(sheet) with { Mine = SignUpState.Waitlisted };

    /// <summary>Without what only the reader of the sheet is to it.</summary>
    private static SeminarSheet ForOthers(SeminarSheet sheet) =>
        sheet with { Mine = null, MyPlace = null, Came = null, Asked = false, KeepsMine = false, Leads = false };
}
