using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>How a seminar looks to one person: its card, and the messages that carry the card's buttons.</summary>
internal sealed class SeminarScreens(SiteZone zone, WorkingCalendar calendar, IEnumerable<SeminarCardButtons> buttons)
{
    /// <summary>What argument shows the description whole.</summary>
    internal const string Whole = "full";

    private const int ShortDescription = 400;

    /// <summary>Under the messenger's limit of 4,096, with room for names and fixed words.</summary>
    private const int LongestText = 3600;

    /// <param name="details">As it stands to the person who will see it.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="relation">What part they have in it.</param>
    /// <param name="whole">The description whole rather than its beginning.</param>
    /// <param name="news">What has just happened, said first, in place of where they stand.</param>
    internal Screen Card(SeminarDetails details, DateTimeOffset now, SeminarRelation relation = SeminarRelation.Visitor, bool whole = false,
        Html news = default)
    {
        var seated = details.Mine == SignUpState.Confirmed;
        var screen = new Screen(Html.Paragraphs(
            news.IsEmpty && !Awaits(details, now) ? SeminarTexts.Standing(details, now) : news,
            Awaits(details, now) ? SeminarTexts.Nominated(details, now, zone) : default,
            Html.Lines(Html.Bold(details.Title), Html.Text(SeminarTexts.Kind(details.Kind))),
            SeminarTexts.Facts(details, zone),
            details.State == SeminarState.Draft ? Html.Text(SeminarTexts.DayOff(calendar, zone.DayOf(details.StartsAt)).TrimEnd())
            : default,
            seated || details.KeepsMine ? default : SeminarTexts.Room(details, now),
            EnterTexts.Way(details, now, relation, zone),
            Description(details, whole)));

        foreach (var first in buttons.Where(b => b.Order < 0)) screen = screen.Row([.. first.For(details, relation, now)]);
        screen = Places(Entry(screen, details, now), details, now);
        if (details.Description?.Length > ShortDescription)
            screen = screen.Row(Button.Card(
                whole ? SeminarTexts.ShortDescription : SeminarTexts.WholeDescription,
                SeminarLinks.Seminar, details.Id.Value, arg: whole ? "" : Whole));
        if (details.Leads && !seated && details.Seminar.IsOpen(now))
            screen = screen.Row(Press(SeminarTexts.ToCalendar, details, SeminarActions.Calendar));
        if (relation != SeminarRelation.Visitor) screen = HeadScreens.Actions(screen, details, now, relation);
        foreach (var other in buttons.Where(b => b.Order >= 0).OrderBy(b => b.Order))
            screen = screen.Row([.. other.For(details, relation, now)]);
        return screen.Row(Button.Card(SeminarTexts.ToList, SeminarLinks.Events, 0)) with { Shows = Shown(details.Id) };
    }

    /// <summary>Without what only concerns the reader of the details.</summary>
    internal static SeminarDetails ForOthers(SeminarDetails details) =>
        details with
        {
            Mine = null,
            MySignUp = null,
            MyPlace = null,
            Came = null,
            Asked = false,
            KeptBy = null,
            Leads = false,
            HeldForMine = 0,
            Nomination = null,
            AwaitsAnswer = false,
        };

    /// <summary>The details as they stand to somebody else; null: they have no place.</summary>
    internal static SeminarDetails For(ToTell? place, SeminarDetails details) => ForOthers(details) with
    {
        Mine = place?.State,
        MyPlace = place?.Place,
        Asked = place?.Asked ?? false,
        Came = place?.Came,
        Nomination = place?.Nomination,
        NominatedBy = place?.NominatedBy,
        NominationWords = place?.NominationWords,
        AwaitsAnswer = place?.AwaitsAnswer ?? false,
        AnswerBy = place?.AnswerBy,
    };

    /// <summary>By this name earlier cards are found that are to be brought up to date.</summary>
    internal static string Shown(SeminarId id) => $"{SeminarLinks.Seminar}:{id.Value}";

    /// <summary>An earlier card of somebody else's, as it looks now.</summary>
    /// <param name="details">As it stands to them.</param>
    /// <param name="who">Whose chat it is in.</param>
    /// <param name="now">The turn's moment.</param>
    internal Screen Again(SeminarDetails details, Speaker who, DateTimeOffset now) => (details.State, details.Mine) switch
    {
        (SeminarState.Cancelled, not null) => Cancelled(details, now),
        (SeminarState.Cancelled, null) => CancelledForOthers(details, now),
        _ => Card(details, now, SeminarAccess.RelationOf(who, details, now)),
    };

    /// <summary>«Отменено», to those who had a place: they hear why, and can take it out of their calendar.</summary>
    internal Screen Cancelled(SeminarDetails details, DateTimeOffset now) => CalledOff(details, now)
        .Row(Press(SeminarTexts.FromCalendar, details, SeminarActions.Calendar))
        .Row(Button.Command(SeminarTexts.OtherEvents, "events"));

    /// <summary>The way in, for those who have a seat: first the button, once they are noted the link itself.</summary>
    private static Screen Entry(Screen screen, SeminarDetails details, DateTimeOffset now)
    {
        if (details.State != SeminarState.Published || details.Mine != SignUpState.Confirmed) return screen;
        var open = CheckIn.IsOpen(details.Seminar, now);
        if (!details.Seminar.IsOver(now))
            screen = screen.Row(open && details.Came == true && details.JoinLink is { } link
                && Uri.IsWellFormedUriString(link, UriKind.Absolute)
                ? Button.Link(EnterTexts.OpenLink, link).Main()
                : open ? Press(SeminarTexts.Enter, details, SeminarActions.Enter).Main()
                : Press(SeminarTexts.Enter, details, SeminarActions.Enter));
        return details.Came is null && CheckIn.CheckCode(details.Seminar, details.Mine, now) is null
            ? screen.Row(Button.Flow(EnterTexts.ByCode, SeminarLinks.Code, details.Id)) : screen;
    }

    /// <summary>«Отменено», to everybody else who holds an old card or a link.</summary>
    internal Screen CancelledForOthers(SeminarDetails details, DateTimeOffset now) => CalledOff(details with { CancelReason = null }, now)
        .Row(Button.Command(SeminarTexts.OtherEvents, "events"));

    private Screen CalledOff(SeminarDetails details, DateTimeOffset now) => new(Html.Paragraphs(
        SeminarTexts.Standing(details, now), Html.Bold(details.Title), Html.Span(details.StartsAt, details.EndsAt, zone)));

    private static Screen Places(Screen screen, SeminarDetails details, DateTimeOffset now)
    {
        if (!details.Seminar.IsOpen(now)) return screen;
        return details.Mine switch
        {
            SignUpState.Confirmed => screen
                .Row(details.AwaitsAnswer ? null : Press(SeminarTexts.Leave, details, SeminarActions.Leave))
                .Row(Press(SeminarTexts.ToCalendar, details, SeminarActions.Calendar),
                    Press(SeminarTexts.Invite, details, SeminarActions.Invite)),
            SignUpState.Waitlisted => screen
                .Row(details.Asked ? Press(SeminarTexts.Take, details, SeminarActions.Take).Main() : null)
                .Row(details.AwaitsAnswer ? null : Press(SeminarTexts.LeaveLine, details, SeminarActions.Leave))
                .Row(Press(SeminarTexts.Invite, details, SeminarActions.Invite)),
            _ when details.Leads => screen.Row(Press(SeminarTexts.Invite, details, SeminarActions.Invite)),
            _ when details.KeepsMine => screen
                .Row(Press(SeminarTexts.Return, details, SeminarActions.Return).Main())
                .Row(Press(SeminarTexts.Invite, details, SeminarActions.Invite)),
            _ => screen
                .Row(Press(
                    details.Attendance.HasSeat(details.Seats) ? SeminarTexts.Join : SeminarTexts.JoinLine,
                    details, SeminarActions.Join).Main())
                .Row(Press(SeminarTexts.Invite, details, SeminarActions.Invite)),
        };
    }

    /// <summary>Whether the head of their school has sent them, and they have not said yet whether they will come.</summary>
    private static bool Awaits(SeminarDetails details, DateTimeOffset now) => details.AwaitsAnswer && details.Seminar.IsOpen(now);

    private static Html Description(SeminarDetails details, bool whole)
    {
        if (details.Description is not { } text) return default;
        var others = details.Title.Length + (details.Audience?.Length ?? 0) + (details.JoinLink?.Length ?? 0) +
            (details.CancelReason?.Length ?? 0);
        return Html.Text(Ellipsis.Cut(text, whole ? LongestText - others : ShortDescription));
    }

    private static Button Press(string label, SeminarDetails details, string action) =>
        Button.Card(label, SeminarLinks.Seminar, details.Id.Value, action);
}
